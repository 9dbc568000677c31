package no.speil.search;

import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * What is counted in the sections that a search finds; one that asks for nothing finds all.
 *
 * @param headwords whether the forms that the search takes for one word are counted together; of
 *     single words only
 * @param length of the sequences of words that are counted; 1 for single words
 * @param common whether words that carry grammar are listed, and sequences that begin or end with
 *     one
 * @param comparison null for a list without one
 */
public record WordListRequest(
    SearchRequest search,
    Side side,
    boolean headwords,
    int length,
    boolean common,
    @Nullable Comparison comparison) {
  /** The longest sequences. */
  public static final int LONGEST = 4;

  /**
   * What the words are compared with.
   *
   * @param with what this search finds; the rest of the archive if it asks for nothing; what the
   *     words of the other side make one expect, of headwords only, if it is null
   * @param less whether the words are listed that are rarer, not those that are more frequent
   */
  public record Comparison(@Nullable SearchRequest with, boolean less) {}

  /** The same of the other side, without a comparison. */
  public WordListRequest ofOtherSide() {
    return new WordListRequest(search, side.other(), headwords, length, common, null);
  }
}
