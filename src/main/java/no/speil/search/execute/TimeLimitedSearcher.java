package no.speil.search.execute;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;

/** Searches in passes for a limited time; for one thread. */
final class TimeLimitedSearcher extends IndexSearcher {
  private final TimeLimit time;

  TimeLimitedSearcher(IndexReader reader, TimeLimit time) {
    super(reader);
    this.time = time;
    setTimeout(time);
  }

  @Override
  protected void search(LeafReaderContextPartition[] parts, Weight weight, Collector collector)
      throws IOException {
    time.beginPass();
    super.search(parts, weight, collector);
  }
}
