package no.speil.status.grading;

import no.speil.corpus.text.EditDistance;

/** Finds out whether two words are spellings of one word. */
final class SpellingVariants {
  private static final int SHORTEST = 5;
  private static final int LONG = 7;
  private static final int LONGEST = 60;
  private static final GradingVocabulary VOCABULARY = GradingVocabulary.NORWEGIAN;

  private SpellingVariants() {}

  /**
   * Whether the words may be spellings of one word. Short words and function words never are, nor
   * words with two endings that differ in number, definiteness or tense: in doubt they are
   * different words.
   */
  static boolean isClose(String one, String other) {
    if (arePaired("variant", one, other)) {
      return true;
    }
    int shorter = Math.min(one.length(), other.length());
    if (shorter < SHORTEST - 1 || VOCABULARY.is("little", one) || VOCABULARY.is("little", other)) {
      return false;
    }
    int same = EditDistance.commonPrefix(one, other);
    String end = one.substring(same);
    String otherEnd = other.substring(same);
    if (same >= SHORTEST - 2 && isEnding(end) && isEnding(otherEnd)) {
      return arePaired("free-ending", end, otherEnd) || isDoubled(one, same, end + otherEnd);
    }
    return shorter >= SHORTEST && distance(one, other) <= (shorter >= LONG ? 2 : 1);
  }

  private static boolean arePaired(String kind, String one, String other) {
    return VOCABULARY.is(kind, one + "=" + other) || VOCABULARY.is(kind, other + "=" + one);
  }

  private static boolean isEnding(String end) {
    return end.isEmpty() || VOCABULARY.is("ending", end);
  }

  private static boolean isDoubled(String word, int same, String end) {
    return end.length() == 1
        && "aeiouyæøå".indexOf(end) < 0
        && word.charAt(same - 1) == end.charAt(0);
  }

  private static int distance(String one, String other) {
    return Math.abs(one.length() - other.length()) > 2 || one.length() > LONGEST
        ? 3
        : EditDistance.withSwaps(one, other);
  }
}
