package no.speil.corpus;

/** The two texts of a document. */
public enum Side {
  ORIGINAL,
  TRANSLATION;

  /** The one that this is not. */
  public Side other() {
    return this == ORIGINAL ? TRANSLATION : ORIGINAL;
  }
}
