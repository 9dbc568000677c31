package no.speil.search;

import no.speil.corpus.Coded;
import no.speil.corpus.Side;

/**
 * Which words stand beside a word, in the sections that a search finds; one that asks for nothing
 * finds all.
 *
 * @param word a word, or a sequence of words
 * @param headwords whether the forms that the search takes for one word are counted together, as
 *     they are of the word itself if it is one
 * @param common whether words that carry grammar are listed
 * @param before so many words before the word, from 0
 * @param after so many words after it, from 0
 * @param least words that stand beside it fewer times are left out
 */
public record CollocateRequest(
    SearchRequest search,
    Side side,
    String word,
    boolean headwords,
    boolean common,
    int before,
    int after,
    int least,
    Measure measure) {
  /** What the words are sorted by. */
  public enum Measure implements Coded {
    LOG_DICE,
    LOG_LIKELIHOOD
  }
}
