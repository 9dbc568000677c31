package no.speil.corpus.text;

import java.util.Arrays;

/** How many letters must be changed, put in or left out to make one word of another. */
public final class EditDistance {
  private EditDistance() {}

  /**
   * Levenshtein distance.
   *
   * @param most stop when the distance is known to be higher
   * @return the distance, or some number above {@code most} if it is higher
   */
  public static int levenshtein(String one, String other, int most) {
    int difference = Math.abs(one.length() - other.length());
    if (difference > most) {
      return difference;
    }
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(diagonal, row[j - 1]));
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return least;
      }
    }
    return row[other.length()];
  }

  /**
   * Optimal string alignment (Damerau 1964): the same, but two letters that have changed places
   * count once.
   */
  public static int withSwaps(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cost(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int cost(int[][] cost, String one, String other, int i, int j) {
    int changed = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }

  /** With how many letters both words begin. */
  public static int commonPrefix(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int shared = 0;
    while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared;
  }
}
