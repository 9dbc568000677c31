package no.speil.align.dp;

import java.util.Arrays;

/** The longest strictly increasing subsequence, by patience sorting (Fredman 1975), O(n log n). */
public final class IncreasingSubsequence {
  private IncreasingSubsequence() {}

  /** The positions of one longest subsequence, ascending; negative values are skipped. */
  public static int[] longest(int[] values) {
    int[] endOf = new int[values.length];
    int[] lasts = new int[values.length];
    int[] previous = new int[values.length];
    int length = 0;
    for (int at = 0; at < values.length; at++) {
      if (values[at] < 0) {
        continue;
      }
      int found = Arrays.binarySearch(lasts, 0, length, values[at]);
      int place = found < 0 ? -found - 1 : found;
      previous[at] = place == 0 ? -1 : endOf[place - 1];
      endOf[place] = at;
      lasts[place] = values[at];
      length = Math.max(length, place + 1);
    }
    int[] chain = new int[length];
    for (int k = length - 1, at = length == 0 ? -1 : endOf[length - 1]; k >= 0; k--) {
      chain[k] = at;
      at = previous[at];
    }
    return chain;
  }
}
