package no.speil.search;

/**
 * A search whose answer is a line for every place where the words are.
 *
 * @param search its sort says which sections are read first; its page and size are of lines, and
 *     its grouping counts for nothing
 */
public record ConcordanceRequest(SearchRequest search, By by) {
  /** How many sections are read for lines. */
  public static final int MOST_SECTIONS = 1_000;

  /** How many lines there are at most. */
  public static final int MOST_LINES = SearchRequest.FURTHEST;

  /** The order of lines. */
  public enum By {
    /** As their sections come, and in each as they stand. */
    SECTION,
    /** By the words before, the nearest first. */
    LEFT,
    /** By the words after. */
    RIGHT
  }
}
