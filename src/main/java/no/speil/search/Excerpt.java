package no.speil.search;

import java.util.List;

/**
 * One side of a hit.
 *
 * @param text all of it, plain
 */
public record Excerpt(String text, Snippet snippet) {

  /**
   * The part of the text that a page of results shows: where most matches are, else its beginning.
   *
   * @param html escaped, with {@code <mark>} around the matches and no other element; its class is
   *     {@code tr} where the match is a translation of a word of the search
   * @param matches the stretches of the text that are marked, in its order; none overlap
   * @param cut whether the text goes on after it
   */
  public record Snippet(String html, List<Match> matches, boolean cut) {}

  /** A stretch of the text that was searched for: from {@code start} to before {@code end}. */
  public record Match(int start, int end) {}
}
