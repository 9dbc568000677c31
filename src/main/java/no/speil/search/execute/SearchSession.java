package no.speil.search.execute;

import java.io.IOException;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.compile.CompiledQuery.Guesses;
import no.speil.search.highlight.HitReader;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
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

  /** Null if no section has any facet. */
  @Nullable SortedSetDocValuesReaderState facets() {
    return facets;
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
