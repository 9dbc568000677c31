package no.speil.search;

import java.util.List;
import no.speil.corpus.Side;

/**
 * A word of the texts of one side, wherever it stands, or stands beside another.
 *
 * @param words its forms, or sequences of words, as written but for case
 * @param beside the same of the word that it stands beside; empty if that may be any
 * @param before so many words before that, at most
 * @param after so many words after that, at most
 */
public record WordPattern(
    Side side, List<String> words, List<String> beside, int before, int after) {
  /** The most words before or after. */
  public static final int WIDEST = 5;

  /** Words before and after where nothing is said. */
  public static final int STANDARD = 3;
}
