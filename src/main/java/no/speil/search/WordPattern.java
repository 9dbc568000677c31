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
  /** The most words between. */
  public static final int WIDEST = 5;
}
