package no.speil.search;

import java.util.List;
import java.util.Map;

/**
 * A search as it stands in an address. Nothing in it is wrong enough to fail: numbers out of range
 * are brought into it.
 *
 * @param query in the query language
 * @param page from 1
 * @param filters name of a facet to the values wanted: any of a facet's, and that of every facet
 */
public record SearchRequest(
    String query,
    int page,
    int size,
    Sort sort,
    Group group,
    Map<String, List<String>> filters,
    ExpansionOptions expansionOptions) {

  /** How many results can be paged through. */
  public static final int FURTHEST = 10_000;

  private static final int LARGEST_PAGE = 1_000;

  public SearchRequest {
    page = Math.clamp(page, 1, FURTHEST + 1);
    size = Math.clamp(size, 1, LARGEST_PAGE);
    filters = Map.copyOf(filters);
  }

  /** The first twenty sections by relevance. */
  public static SearchRequest of(String query) {
    return new SearchRequest(
        query, 1, 20, Sort.RELEVANCE, Group.SECTION, Map.of(), ExpansionOptions.ALL);
  }

  /** The same with another query. */
  public SearchRequest asking(String other) {
    return new SearchRequest(other, page, size, sort, group, filters, expansionOptions);
  }

  /**
   * The order of results: by date the newest document first, by work the most urgent task first, by
   * change what was last changed first; in document order as the archive has them. The two of the
   * queue also know what is reported, which not everybody may be told.
   */
  public enum Sort {
    RELEVANCE,
    DATE,
    WORK,
    CHANGED,
    DOCUMENT,
    QUEUE,
    QUEUE_NEWS
  }

  /** What a result is. */
  public enum Group {
    SECTION,
    DOCUMENT
  }
}
