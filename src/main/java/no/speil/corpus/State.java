package no.speil.corpus;

/** What people have done with a section, in the order of the work. */
public enum State implements Coded {
  UNTRANSLATED,
  DRAFT,
  TRANSLATED,
  REVIEWED;

  /** Whether the text counts as translated, reviewed or not. */
  public boolean isDone() {
    return compareTo(TRANSLATED) >= 0;
  }
}
