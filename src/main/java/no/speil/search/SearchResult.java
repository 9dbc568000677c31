package no.speil.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a search.
 *
 * @param hits this page of sections; empty if grouped by document
 * @param documents this page of documents; empty if not grouped
 * @param facets by name, in the order in which pages show them
 * @param expansions the words that the query was expanded by
 * @param didYouMean a similar query that finds more; null if there is none
 * @param isSlip whether this query finds nothing and that one does, so that pages answer it instead
 */
public record SearchResult(
    Counts counts,
    List<Hit> hits,
    List<DocumentHit> documents,
    Map<String, List<FacetCount>> facets,
    List<WordExpansion> expansions,
    List<SearchNotice> notices,
    @Nullable String didYouMean,
    boolean isSlip) {

  /**
   * How much was found.
   *
   * @param total sections (or documents, if grouped) that match
   * @param words how many of them have the words themselves; all others have translations of them
   * @param documents how many documents they are in; 0 if there are too many to be counted
   * @param exact whether everything was counted; false if time ran out or only part of the archive
   *     is indexed
   */
  public record Counts(long total, long words, long documents, boolean exact) {
    public static final Counts NOTHING = new Counts(0, 0, 0, true);
  }

  public long total() {
    return counts.total();
  }

  public long words() {
    return counts.words();
  }

  public boolean exact() {
    return counts.exact();
  }

  /** A copy that says why not everything was counted. */
  public SearchResult incomplete(SearchNotice notice) {
    var partial = new Counts(total(), words(), counts.documents(), false);
    List<SearchNotice> told = notice.after(notices);
    return new SearchResult(partial, hits, documents, facets, expansions, told, didYouMean, isSlip);
  }

  /** A copy with another query that may have been meant. */
  public SearchResult withDidYouMean(String query) {
    return new SearchResult(counts, hits, documents, facets, expansions, notices, query, false);
  }
}
