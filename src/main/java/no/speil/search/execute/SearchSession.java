package no.speil.search.execute;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import no.speil.search.FacetCount;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Facets;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.compile.CompiledQuery.Guesses;
import no.speil.search.facet.FacetFilters;
import no.speil.search.highlight.HitReader;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** What one search reads from: an index reader, searched within a time limit. For one thread. */
final class SearchSession {
  private final IndexSearcher searcher;
  private final @Nullable SortedSetDocValuesReaderState facets;
  private final HitReader hits;

  /** Of the words of the query that is searched for; null until a hit is asked for. */
  private @Nullable Weight words;

  SearchSession(
      IndexSearcher searcher, @Nullable SortedSetDocValuesReaderState facets, HitReader hits) {
    this.searcher = searcher;
    this.facets = facets;
    this.hits = hits;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /** The sections that match, if their facets are wanted; else null. */
  @Nullable FacetsCollector counted(SearchRequest request, Query match) throws IOException {
    return request.facets() == Facets.SHOWN
        ? searcher.search(match, new FacetsCollectorManager())
        : null;
  }

  /**
   * The counts of the facets that a request wants.
   *
   * @param match without the filters
   * @param counted what {@link #counted} gave
   */
  Map<String, List<FacetCount>> facets(
      SearchRequest request, FacetFilters filters, Query match, @Nullable FacetsCollector counted)
      throws IOException {
    return request.facets() == Facets.NONE
        ? Map.of()
        : filters.facets(searcher, facets, request.group(), match, counted);
  }

  /** Reads a section that was found, by its own words or by translations. */
  Hit find(int number, CompiledQuery query, float score) throws IOException {
    boolean isOwn = !query.isTranslated() || hasWords(query, number);
    return hits.read(
        number, query.highlight(), score, isOwn ? MatchKind.WORDS : MatchKind.TRANSLATION);
  }

  /** Reads a section that is a guess. */
  Hit guess(int number, Guesses guesses, float score) throws IOException {
    return hits.read(number, guesses.highlight(), score, MatchKind.GUESS);
  }

  private boolean hasWords(CompiledQuery query, int number) throws IOException {
    Weight weight = words;
    if (weight == null) {
      weight =
          searcher.createWeight(searcher.rewrite(query.words()), ScoreMode.COMPLETE_NO_SCORES, 1);
      words = weight;
    }
    LeafReaderContext leaf =
        searcher.getLeafContexts().get(ReaderUtil.subIndex(number, searcher.getLeafContexts()));
    Scorer scorer = weight.scorer(leaf);
    int within = number - leaf.docBase;
    return scorer != null && scorer.iterator().advance(within) == within;
  }
}
