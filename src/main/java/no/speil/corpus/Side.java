package no.speil.corpus;

/** The two texts of a document. */
public enum Side {
  ORIGINAL,
  TRANSLATION
}
