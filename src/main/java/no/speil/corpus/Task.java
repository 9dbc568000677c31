package no.speil.corpus;

import java.util.List;

/** What is to be done with a section, in the order in which it should be done. */
public enum Task implements Coded {
  /** Facts in the original have changed since it was translated. */
  FACTS,
  /** A reader has reported an error that needs an answer or a correction. */
  REPORT,
  /** The original's wording has changed. */
  WORDING,
  /** The original is gone, and nobody has said what is to become of the translation. */
  ORPHAN,
  /** Somebody has suggested another text, or could not save one, and nobody has decided on it. */
  SUGGESTION,
  /** A comment is not resolved. */
  COMMENT,
  /** There is no translation. */
  UNTRANSLATED,
  /** There is a translation that nobody has marked as done. */
  DRAFT,
  /** A check of the translation fails and nobody has dismissed it. */
  CHECK,
  /** The original's typography has changed. */
  TYPOGRAPHY,
  /** It is translated and not yet reviewed. */
  REVIEW;

  /** The rank, 1 for the most urgent. */
  public int order() {
    return List.of(values()).indexOf(this) + 1;
  }
}
