package no.speil.status.grading;

import java.util.Set;
import no.speil.corpus.text.EditDistance;

/** Finds out whether two words are spellings of one word. */
final class SpellingVariants {
  private static final int SHORTEST = 5;
  private static final int LONG = 7;
  private static final int LONGEST = 60;
  private static final Set<String> ENDINGS =
      Set.of(
          "", "e", "er", "r", "en", "n", "et", "t", "a", "ene", "ane", "ar", "or", "te", "de", "s",
          "st", "este", "ere", "ande", "ende", "ing", "d", "ne", "na", "dd", "dde");

  /** Pairs of endings that mean the same: boka and boken, kasta and kastet. */
  private static final Set<String> FREE_ENDINGS =
      Set.of("a en", "a et", "a ene", "ane ene", "ar er", "er or", "e a", "n a");

  private SpellingVariants() {}

  /**
   * Whether the words may be spellings of one word. Short words and function words never are, nor
   * words with two endings that differ in number, definiteness or tense: in doubt they are
   * different words.
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
    int same = EditDistance.commonPrefix(one, other);
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

  private static int distance(String one, String other) {
    return Math.abs(one.length() - other.length()) > 2 || one.length() > LONGEST
        ? 3
        : EditDistance.withSwaps(one, other);
  }
}
