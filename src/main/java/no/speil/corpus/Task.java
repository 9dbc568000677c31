package no.speil.corpus;

/** What is to be done with a section, in the order in which it should be done. */
public enum Task implements Coded {
  /** Facts in the original have changed since it was translated. */
  FACTS(1),
  /** A reader has reported an error that needs an answer or a correction. */
  REPORT(2),
  /** The original's wording has changed. */
  WORDING(3),
  /** The original is gone, and nobody has said what is to become of the translation. */
  ORPHAN(4),
  /** Somebody has suggested another text, or could not save one, and nobody has decided on it. */
  SUGGESTION(5),
  /** A comment is not resolved. */
  COMMENT(6),
  /** There is no translation. */
  UNTRANSLATED(7),
  /** There is a translation that nobody has marked as done. */
  DRAFT(8),
  /** A check of the translation fails and nobody has dismissed it. */
  CHECK(9),
  /** The original's typography has changed. */
  TYPOGRAPHY(10),
  /** It is translated and not yet reviewed. */
  REVIEW(11);

  private final int order;

  Task(int order) {
    this.order = order;
  }

  /** The rank, 1 for the most urgent. */
  public int order() {
    return order;
  }
}
