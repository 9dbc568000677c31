package no.speil.status.grading;

import java.util.Set;

/** When two words are one word spelled in two ways, and not two words. */
final class SpellingVariants {
  private static final int SHORTEST = 5;
  private static final int LONG = 7;
  private static final int LONGEST = 60;
  private static final Set<String> ENDINGS =
      Set.of(
          "", "e", "er", "r", "en", "n", "et", "t", "a", "ene", "ane", "ar", "or", "te", "de", "s",
          "st", "este", "ere", "ande", "ende", "ing", "d", "ne", "na", "dd", "dde");

  /** Endings of one form in Bokmål or Nynorsk: boka and boken, kasta and kastet. */
  private static final Set<String> FREE_ENDINGS =
      Set.of("a en", "a et", "a ene", "ane ene", "ar er", "er or", "e a", "n a");

  private SpellingVariants() {}

  /** Letters that are written in more than one way, in one of them. */
  static String folded(String lower) {
    return lower.replace("aa", "å").replace('ä', 'æ').replace('ö', 'ø');
  }

  /**
   * Whether the two are a spelling apart. Short and little words never are, nor words with two
   * endings that differ in number, definiteness or tense: that is another word, in doubt.
   */
  static boolean isClose(String one, String other) {
    GradingVocabulary vocabulary = GradingVocabulary.NORWEGIAN;
    if (vocabulary.is("variant", one + "=" + other)
        || vocabulary.is("variant", other + "=" + one)) {
      return true;
    }
    int shorter = Math.min(one.length(), other.length());
    if (shorter < SHORTEST - 1 || vocabulary.is("little", one) || vocabulary.is("little", other)) {
      return false;
    }
    int same = commonBeginning(one, other);
    String end = one.substring(same);
    String otherEnd = other.substring(same);
    if (same >= SHORTEST - 2 && ENDINGS.contains(end) && ENDINGS.contains(otherEnd)) {
      return isFree(end, otherEnd) || isDoubled(one, same, end + otherEnd);
    }
    return shorter >= SHORTEST && distance(one, other) <= (shorter >= LONG ? 2 : 1);
  }

  private static boolean isFree(String end, String other) {
    return FREE_ENDINGS.contains(end + " " + other) || FREE_ENDINGS.contains(other + " " + end);
  }

  private static boolean isDoubled(String word, int same, String end) {
    return end.length() == 1
        && "aeiouyæøå".indexOf(end) < 0
        && word.charAt(same - 1) == end.charAt(0);
  }

  private static int commonBeginning(String one, String other) {
    int limit = Math.min(one.length(), other.length());
    int n = 0;
    while (n < limit && one.charAt(n) == other.charAt(n)) {
      n++;
    }
    return n;
  }

  /** Optimal string alignment: letters put in, left out, exchanged or swapped (Damerau 1964). */
  private static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 2 || one.length() > LONGEST) {
      return 3;
    }
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cost(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int cost(int[][] cost, String one, String other, int i, int j) {
    int exchanged = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
    int least = Math.min(exchanged, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
