package no.speil.search.execute;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
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

  /** A searcher that stops at this limit; for one thread. */
  IndexSearcher searcher(IndexReader reader) {
    var searcher =
        new IndexSearcher(reader) {
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
