package no.speil.search.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * The time limit of a search. Time starts when Lucene first asks, so that preparation does not
 * count. Each pass may look at some hundred sections however late it is, so that no pass is empty
 * only for lack of time.
 */
final class TimeLimit implements QueryTimeout {
  /** Lucene asks at the beginning of each segment and then before each hundred or more sections. */
  private static final int GRANTED = 3;

  private final long nanos;
  private boolean begun;
  private long end;
  private int granted = GRANTED;

  TimeLimit(Duration limit) {
    nanos = limit.toNanos();
  }

  /**
   * A searcher that stops at this limit; for one thread. Looks a word up in the index once to match
   * it and once to score it, in however many of a search's queries.
   */
  IndexSearcher searcher(IndexReader reader) {
    var searcher =
        new IndexSearcher(reader) {
          private final Map<Word, Weight> words = new HashMap<>();

          @Override
          public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
            if (!isWord(query)) {
              return super.createWeight(query, mode, boost);
            }
            var word = new Word(query, mode, boost);
            Weight known = words.get(word);
            if (known == null) {
              known = super.createWeight(query, mode, boost);
              words.put(word, known);
            }
            return known;
          }

          @Override
          protected void search(
              LeafReaderContextPartition[] parts, Weight weight, Collector collector)
              throws IOException {
            granted = GRANTED;
            super.search(parts, weight, collector);
          }
        };
    searcher.setTimeout(this);
    return searcher;
  }

  private record Word(Query query, ScoreMode mode, float boost) {}

  /** Words with states are those of wildcards, whose states are of one segment only. */
  private static boolean isWord(Query query) {
    return query instanceof SynonymQuery
        || (query instanceof TermQuery word && word.getTermStates() == null);
  }

  @Override
  public boolean shouldExit() {
    long now = System.nanoTime();
    if (!begun) {
      begun = true;
      end = now + nanos;
    }
    return --granted < 0 && now - end > 0;
  }
}
