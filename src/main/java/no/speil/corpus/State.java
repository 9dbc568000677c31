package no.speil.corpus;

/** What people have done with a section, in the order of the work. */
public enum State implements Coded {
  UNTRANSLATED,
  DRAFT,
  TRANSLATED,
  REVIEWED;

  /** Whether it is translated; it may be reviewed, too. */
  public boolean isDone() {
    return compareTo(TRANSLATED) >= 0;
  }
}
