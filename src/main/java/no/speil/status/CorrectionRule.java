package no.speil.status;

import java.util.List;
import java.util.regex.Pattern;
import no.speil.corpus.text.WordCharacters;
import no.speil.record.TextSnapshot;

/**
 * Tells the correction of a translation, which stays its translator's, from a new one: a correction
 * adds five words at most, or at most as many as it keeps.
 */
public final class CorrectionRule {
  private static final int FEW = 5;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private CorrectionRule() {}

  /** Whether the second text corrects the first; not where a text is missing or not known. */
  public static boolean isCorrection(TextSnapshot before, TextSnapshot after) {
    String older = before.text();
    String newer = after.text();
    return older != null && newer != null && isCorrection(older, newer);
  }

  /** The same of Markdown. */
  public static boolean isCorrection(String older, String newer) {
    if (older.isEmpty() || newer.isEmpty()) {
      return false;
    }
    List<String> words = words(newer);
    int added = words.size() - WordCharacters.shared(words(older), words);
    return added <= Math.max(FEW, words.size() / 2);
  }

  private static List<String> words(String text) {
    return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }
}
