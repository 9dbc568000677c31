package no.speil.corpus;

/** The two texts of a document. */
public enum Side implements Coded {
  ORIGINAL,
  TRANSLATION;

  /** The opposite side. */
  public Side other() {
    return this == ORIGINAL ? TRANSLATION : ORIGINAL;
  }
}
