package no.speil.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a search.
 *
 * @param total sections (or documents, if grouped) that match
 * @param words how many of them have the words themselves; all others have translations of them
 * @param exact whether {@code total} and the facets are complete; false if time ran out or only
 *     part of the archive is indexed
 * @param hits this page of sections; empty if grouped by document
 * @param documents this page of documents; empty if not grouped
 * @param facets by name, in the order in which pages show them
 * @param expansions the words that the query was expanded by
 * @param didYouMean a similar query that finds more; null if there is none
 */
public record SearchResult(
    long total,
    long words,
    boolean exact,
    List<Hit> hits,
    List<DocumentHit> documents,
    Map<String, List<FacetCount>> facets,
    List<WordExpansion> expansions,
    List<SearchNotice> notices,
    @Nullable String didYouMean) {

  /** A result without a suggested query. */
  public SearchResult(
      long total,
      long words,
      boolean exact,
      List<Hit> hits,
      List<DocumentHit> documents,
      Map<String, List<FacetCount>> facets,
      List<WordExpansion> expansions,
      List<SearchNotice> notices) {
    this(total, words, exact, hits, documents, facets, expansions, notices, null);
  }

  /** A copy that says that only part of the archive is indexed. */
  public SearchResult ofPartialIndex(SearchNotice notice) {
    var all = new ArrayList<>(notices);
    all.add(notice);
    return new SearchResult(
        total, words, false, hits, documents, facets, expansions, List.copyOf(all), didYouMean);
  }

  /** A copy with what another query finds, none of which counts. */
  public SearchResult withGuesses(
      List<Hit> found, List<DocumentHit> foundDocuments, SearchNotice notice) {
    var all = new ArrayList<>(notices);
    all.add(notice);
    return new SearchResult(
        total,
        words,
        exact,
        found.stream().map(Hit::asGuess).toList(),
        foundDocuments.stream().map(DocumentHit::asGuess).toList(),
        facets,
        expansions,
        List.copyOf(all),
        didYouMean);
  }

  public SearchResult withDidYouMean(String query) {
    return new SearchResult(
        total, words, exact, hits, documents, facets, expansions, notices, query);
  }
}
