package no.speil.search;

import no.speil.corpus.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A search for the lines of a concordance.
 *
 * @param search its sort order says which sections are read first; its page and size count lines;
 *     its grouping is ignored
 * @param seed of the order in which sections are read as if shuffled, instead of the search's
 * @param words of which there are lines; null for those that the search marks
 */
public record ConcordanceRequest(
    SearchRequest search, @Nullable Long seed, By by, @Nullable WordPattern words) {
  /** At most this many sections are read for lines. */
  public static final int MOST_SECTIONS = 1_000;

  /** At most this many lines are given on all pages together. */
  public static final int MOST_LINES = SearchRequest.FURTHEST;

  /** The order of lines. */
  public enum By implements Coded {
    /** In the order of the sections, and of the text within a section. */
    SECTION,
    /** By the words before the match, the nearest first. */
    LEFT,
    /** By the words after the match. */
    RIGHT
  }
}
