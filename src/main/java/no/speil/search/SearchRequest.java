package no.speil.search;

import java.util.List;
import java.util.Map;
import no.speil.corpus.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A search. Page and size that are out of range are clamped.
 *
 * @param query in the query language
 * @param page from 1
 * @param filters selected values by facet: a result has any value of each of these facets
 * @param within where results are; null for anywhere
 * @param facets which facets are counted
 */
public record SearchRequest(
    String query,
    int page,
    int size,
    Sort sort,
    Group group,
    Map<String, List<String>> filters,
    ExpansionOptions expansion,
    @Nullable List<SectionRange> within,
    Facets facets) {

  /** Results beyond this number cannot be paged to. */
  public static final int FURTHEST = 10_000;

  private static final int LARGEST_PAGE = 1_000;

  public SearchRequest {
    page = Math.clamp(page, 1, FURTHEST + 1);
    size = Math.clamp(size, 1, LARGEST_PAGE);
    filters = Map.copyOf(filters);
    within = within == null ? null : List.copyOf(within);
  }

  /** A request for results anywhere, with all facets. */
  public SearchRequest(
      String query,
      int page,
      int size,
      Sort sort,
      Group group,
      Map<String, List<String>> filters,
      ExpansionOptions expansion) {
    this(query, page, size, sort, group, filters, expansion, null, Facets.SHOWN);
  }

  /** A request for the first twenty sections by relevance. */
  public static SearchRequest of(String query) {
    return new SearchRequest(
        query, 1, 20, Sort.RELEVANCE, Group.SECTION, Map.of(), ExpansionOptions.ALL);
  }

  /** A copy with another query. */
  public SearchRequest withQuery(String other) {
    return new SearchRequest(other, page, size, sort, group, filters, expansion, within, facets);
  }

  /** A copy with other options. */
  public SearchRequest expandedBy(ExpansionOptions other) {
    return new SearchRequest(query, page, size, sort, group, filters, other, within, facets);
  }

  /** A copy for the first page of results. */
  public SearchRequest firstPage() {
    return new SearchRequest(query, 1, size, sort, group, filters, expansion, within, facets);
  }

  /** A copy with another size of page. */
  public SearchRequest sized(int other) {
    return new SearchRequest(query, page, other, sort, group, filters, expansion, within, facets);
  }

  /** A copy for results in another order. */
  public SearchRequest sorted(Sort other) {
    return new SearchRequest(query, page, size, other, group, filters, expansion, within, facets);
  }

  /** A copy for results in these places only. */
  public SearchRequest within(List<SectionRange> places) {
    return new SearchRequest(query, page, size, sort, group, filters, expansion, places, facets);
  }

  /** A copy that counts other facets. */
  public SearchRequest counting(Facets other) {
    return new SearchRequest(query, page, size, sort, group, filters, expansion, within, other);
  }

  /**
   * The order of results. {@code DATE} puts the newest document first; {@code WORK} puts the most
   * urgent task first; {@code CHANGED} the latest change; {@code DOCUMENT} is the archive's order.
   * The two of the queue also use reports, which only users who may write are told about.
   */
  public enum Sort implements Coded {
    RELEVANCE,
    DATE,
    OLDEST,
    WORK,
    CHANGED,
    DOCUMENT,
    QUEUE,
    QUEUE_NEWS
  }

  /** Which facets are counted: all that pages show, only those with selected values, or none. */
  public enum Facets {
    SHOWN,
    SELECTED,
    NONE
  }

  /** What results are: sections or documents. */
  public enum Group implements Coded {
    SECTION,
    DOCUMENT
  }
}
