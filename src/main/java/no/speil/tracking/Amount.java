package no.speil.tracking;

/** So much text: sections that hold words, and their words. */
public record Amount(long sections, long words) {
  public static final Amount NONE = new Amount(0, 0);

  public Amount plus(Amount other) {
    return new Amount(sections + other.sections, words + other.words);
  }

  public Amount minus(Amount other) {
    return new Amount(sections - other.sections, words - other.words);
  }
}
