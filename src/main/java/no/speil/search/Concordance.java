package no.speil.search;

import java.util.List;
import no.speil.corpus.Side;

/**
 * The lines of a concordance: matches with the words around them.
 *
 * @param sections how many sections match; lines are made of the first of them only. Of lines of
 *     some words only, how many have one
 * @param total lines on all pages together
 * @param exact whether all lines of all matching sections were counted
 * @param lines this page of them
 */
public record Concordance(
    long sections, int total, boolean exact, List<Line> lines, List<SearchNotice> notices) {

  /**
   * One match in its section.
   *
   * @param side the text that it is in
   * @param at its offset in that text, in characters
   */
  public record Line(Hit hit, Side side, int at, KwicContext context) {}

  /**
   * The same without highlighting.
   *
   * @param side the text that it is in
   * @param at its offset in that text, in characters
   */
  public record TextLine(StoredSection section, Side side, int at, KwicContext context) {}

  /**
   * A match with the words around it (keyword in context), on one line.
   *
   * @param before up to {@link #LENGTH} characters, cut between words
   * @param match as it is written in the text
   * @param after up to {@link #LENGTH} characters, cut between words
   */
  public record KwicContext(String before, String match, String after) {
    public static final int LENGTH = 100;
  }

  /** A copy that says why not everything was counted. */
  public Concordance incomplete(SearchNotice notice) {
    return new Concordance(sections, total, false, lines, notice.after(notices));
  }
}
