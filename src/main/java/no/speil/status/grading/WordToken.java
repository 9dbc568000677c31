package no.speil.status.grading;

/**
 * A word, number or sign of a text.
 *
 * @param surface as written
 * @param key equal for equal words: without case, and one for all notations of a number or date
 * @param before punctuation and white space between it and the token before
 */
record WordToken(String surface, String key, Weight weight, String before) {

  /** Whether a token can make a change a change of facts. */
  enum Weight {
    /** Any other word. */
    PLAIN,
    /** A fact beside a number: units, "over", "under". */
    BESIDE_NUMBER,
    /** A capitalised word at the beginning of a sentence that may be a name. */
    PERHAPS_NAME,
    NAME,
    NUMBER,
    NEGATION,
    /** Modality, addresses, signs, words with a negating prefix. */
    OTHER_FACT
  }

  boolean isFact() {
    return weight.compareTo(Weight.NAME) >= 0;
  }

  boolean isNumber() {
    return weight == Weight.NUMBER;
  }

  boolean isCapitalised() {
    return Character.isUpperCase(surface.codePointAt(0));
  }
}
