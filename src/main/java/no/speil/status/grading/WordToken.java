package no.speil.status.grading;

/**
 * A word, number or sign of a text.
 *
 * @param surface as written
 * @param key by which it is the same as another: case, and spellings of one number or date, are
 *     none of its business
 * @param before punctuation and white space between it and the token before
 */
record WordToken(String surface, String key, Weight weight, String before) {

  /** What a token is that can make a change a change of facts. */
  enum Weight {
    /** A word like others. */
    PLAIN,
    /** A fact beside a number: units, "over", "under". */
    BESIDE_NUMBER,
    /** A capitalised word at the beginning of a sentence that may be a name. */
    PERHAPS_NAME,
    NAME,
    NUMBER,
    NEGATION,
    /** Modality, addresses, signs, words with a denying prefix. */
    OTHER_FACT;

    boolean isFact() {
      return compareTo(NAME) >= 0;
    }
  }

  boolean isFact() {
    return weight.isFact();
  }

  boolean isNumber() {
    return weight == Weight.NUMBER;
  }

  boolean isCapitalised() {
    return Character.isUpperCase(surface.codePointAt(0));
  }
}
