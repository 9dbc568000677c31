package no.speil.align.dp;

/** The longest strictly increasing subsequence, by patience sorting (Fredman 1975), O(n log n). */
public final class IncreasingSubsequence {
  private IncreasingSubsequence() {}

  /** The positions of one longest subsequence, ascending; negative values are skipped. */
  public static int[] longest(int[] values) {
    int[] endOf = new int[values.length];
    int[] previous = new int[values.length];
    int length = 0;
    for (int at = 0; at < values.length; at++) {
      if (values[at] < 0) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values[endOf[middle]] < values[at]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[at] = low == 0 ? -1 : endOf[low - 1];
      endOf[low] = at;
      length = Math.max(length, low + 1);
    }
    int[] chain = new int[length];
    for (int k = length - 1, at = length == 0 ? -1 : endOf[length - 1]; k >= 0; k--) {
      chain[k] = at;
      at = previous[at];
    }
    return chain;
  }
}
