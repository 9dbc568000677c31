package no.speil.search.index;

import java.util.Locale;

/** Mean reciprocal rank and recall among the first ten. */
final class RetrievalScore {
  private int asked;
  private int found;
  private double reciprocal;

  /**
   * @param rank from 1; 0 where it was not found
   */
  void add(int rank) {
    asked++;
    found += rank > 0 ? 1 : 0;
    reciprocal += rank > 0 ? 1.0 / rank : 0;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.3f/%.3f",
        reciprocal / Math.max(1, asked),
        (double) found / Math.max(1, asked));
  }
}
