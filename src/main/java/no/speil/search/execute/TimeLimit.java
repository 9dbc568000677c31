package no.speil.search.execute;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;

/**
 * Says when the time for a search is over. It begins when it is first asked, so that what a search
 * needs before it can look at the first section does not take time from it; and each pass may look
 * at some hundred sections, however late it is, so that none comes back with nothing for that
 * alone.
 */
final class TimeLimit implements QueryTimeout {
  /** Lucene asks before each hundred of sections and more, and at the beginning of each segment. */
  private static final int GRANTED = 3;

  private final long nanos;
  private boolean begun;
  private long end;
  private int granted = GRANTED;

  TimeLimit(Duration limit) {
    nanos = limit.toNanos();
  }

  /** Searches in passes within this time; for one thread. */
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
