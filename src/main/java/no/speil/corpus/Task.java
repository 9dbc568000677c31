package no.speil.corpus;

/** What is to be done with a section, in the order in which it should be done. */
public enum Task implements Coded {
  /** Facts in the original have changed since it was translated. */
  FACTS(1),
  /** A reader has reported an error that needs an answer or a correction. */
  REPORT(2),
  /** The original's wording has changed. */
  WORDING(3),
  /** Somebody has suggested another text, or could not save one, and nobody has decided on it. */
  SUGGESTION(4),
  /** A comment is not resolved. */
  COMMENT(5),
  /** There is no translation. */
  UNTRANSLATED(6),
  /** There is a translation that nobody has marked as done. */
  DRAFT(7),
  /** A check of the translation fails and nobody has dismissed it. */
  CHECK(8),
  /** The original's typography has changed. */
  TYPOGRAPHY(9),
  /** It is translated and not yet reviewed. */
  REVIEW(10);

  private final int order;

  Task(int order) {
    this.order = order;
  }

  /** The rank, 1 for the most urgent. */
  public int order() {
    return order;
  }
}
