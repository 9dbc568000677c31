package no.speil.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total sections (or documents, where grouped) that have all that was asked for
 * @param exact whether {@code total} and the facets are whole; false where time ran out, or only
 *     some of the archive is indexed
 * @param hits this page of sections; empty where grouped by document
 * @param documents this page of documents; empty where not grouped
 * @param facets by name, in the order in which pages show them
 * @param didYouMean a query much like this one that finds more; null where there is none
 */
public record SearchResult(
    long total,
    boolean exact,
    List<Hit> hits,
    List<DocumentHit> documents,
    Map<String, List<FacetCount>> facets,
    List<WordExpansion> expansions,
    List<SearchNotice> notices,
    @Nullable String didYouMean) {

  /** What was found for a query that is taken to be meant as it stands. */
  public SearchResult(
      long total,
      boolean exact,
      List<Hit> hits,
      List<DocumentHit> documents,
      Map<String, List<FacetCount>> facets,
      List<WordExpansion> expansions,
      List<SearchNotice> notices) {
    this(total, exact, hits, documents, facets, expansions, notices, null);
  }

  /** The same of an index that holds only some of the archive, as the notice says. */
  public SearchResult ofSome(SearchNotice notice) {
    var told = new ArrayList<>(notices);
    told.add(notice);
    return new SearchResult(
        total, false, hits, documents, facets, expansions, List.copyOf(told), didYouMean);
  }

  public SearchResult meaning(String query) {
    return new SearchResult(total, exact, hits, documents, facets, expansions, notices, query);
  }
}
