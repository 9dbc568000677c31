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
    return difference > most ? difference : distance(one, other, false);
  }

  /**
   * Optimal string alignment (Damerau 1964): the same, but two letters that have changed places
   * count once.
   */
  public static int withSwaps(String one, String other) {
    return distance(one, other, true);
  }

  private static int distance(String one, String other, boolean withSwaps) {
    int[] twoAbove = new int[0];
    int[] above = new int[other.length() + 1];
    Arrays.setAll(above, j -> j);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
        if (withSwaps && isSwapped(one, i, other, j)) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
      twoAbove = above;
      above = row;
    }
    return above[other.length()];
  }

  private static boolean isSwapped(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }

  /** The length of the longest common prefix, in UTF-16 code units. */
  public static int commonPrefix(String one, String other) {
    int different = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    return different < 0 ? one.length() : different;
  }
}
