package no.speil.search.execute;

import java.io.IOException;
import no.speil.search.Hit;
import no.speil.search.MatchKind;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.facet.ReaderOrdinals;
import no.speil.search.highlight.HitReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;

/** What one search reads from: an index reader, searched within a time limit. */
record SearchSession(IndexSearcher searcher, ReaderOrdinals ordinals, HitReader hits) {

  /** Reads a section that was found, by its own words or by translations. */
  Hit find(int number, CompiledQuery query, float score) throws IOException {
    boolean isOwn = !query.isTranslated() || matches(query.words(), number);
    return hits.read(
        number, query.highlight(), score, isOwn ? MatchKind.WORDS : MatchKind.TRANSLATION);
  }

  /** Reads a section that is a guess. */
  Hit guess(int number, CompiledQuery query, float score) throws IOException {
    return hits.read(number, query.guessHighlight(), score, MatchKind.GUESS);
  }

  private boolean matches(Query query, int number) throws IOException {
    LeafReaderContext leaf =
        searcher.getLeafContexts().get(ReaderUtil.subIndex(number, searcher.getLeafContexts()));
    Scorer scorer =
        searcher
            .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
            .scorer(leaf);
    int within = number - leaf.docBase;
    return scorer != null && scorer.iterator().advance(within) == within;
  }
}
