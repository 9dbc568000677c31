package no.speil.search.execute;

import java.io.IOException;
import java.util.Collection;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;

/** Notes of every section found which document it is of; for searches on one thread. */
final class DocumentCollector implements CollectorManager<Collector, FixedBitSet> {
  private final OrdinalMap ordinals;
  private final FixedBitSet found;

  DocumentCollector(OrdinalMap ordinals, FixedBitSet found) {
    this.ordinals = ordinals;
    this.found = found;
  }

  @Override
  public Collector newCollector() {
    return new Sections();
  }

  @Override
  public FixedBitSet reduce(Collection<Collector> collectors) {
    return found;
  }

  private final class Sections implements Collector {
    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      SortedDocValues documents = DocValues.getSorted(leaf.reader(), IndexSchema.DOCUMENT);
      LongValues global = ordinals.getGlobalOrds(leaf.ord);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int number) throws IOException {
          if (documents.advanceExact(number)) {
            found.set((int) global.get(documents.ordValue()));
          }
        }
      };
    }
  }
}
