package no.speil.status;

/** An amount of text: the number of sections with words, and the number of words. */
public record ProgressCount(long sections, long words) {
  public static final ProgressCount NONE = new ProgressCount(0, 0);

  public ProgressCount plus(ProgressCount other) {
    return new ProgressCount(sections + other.sections, words + other.words);
  }

  ProgressCount times(int factor) {
    return new ProgressCount(factor * sections, factor * words);
  }
}
