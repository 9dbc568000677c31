package no.speil.status;

import static no.speil.corpus.text.WordCharacters.LETTERS_AND_NUMBERS;

import java.util.List;
import no.speil.corpus.text.WordCharacters;
import no.speil.record.TextSnapshot;

/**
 * Tells the correction of a translation, which stays its translator's, from a new one: a correction
 * adds five words at most, or at most as many as it keeps.
 */
public final class CorrectionRule {
  private static final int FEW = 5;

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
    List<String> words = LETTERS_AND_NUMBERS.words(newer);
    int added = words.size() - WordCharacters.shared(LETTERS_AND_NUMBERS.words(older), words);
    return added <= Math.max(FEW, words.size() / 2);
  }
}
