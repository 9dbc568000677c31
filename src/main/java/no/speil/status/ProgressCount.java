package no.speil.status;

/** So much text: sections that hold words, and their words. */
public record ProgressCount(long sections, long words) {
  public static final ProgressCount NONE = new ProgressCount(0, 0);

  public ProgressCount plus(ProgressCount other) {
    return new ProgressCount(sections + other.sections, words + other.words);
  }

  public ProgressCount minus(ProgressCount other) {
    return new ProgressCount(sections - other.sections, words - other.words);
  }
}
