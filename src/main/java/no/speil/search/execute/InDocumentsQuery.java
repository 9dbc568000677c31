package no.speil.search.execute;

import java.io.IOException;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;

/** Matches the sections of a set of documents. Valid for one index reader only. */
final class InDocumentsQuery extends Query {
  private static final float COST = 2;

  private final OrdinalMap ordinals;
  private final FixedBitSet documents;

  InDocumentsQuery(OrdinalMap ordinals, FixedBitSet documents) {
    this.ordinals = ordinals;
    this.documents = documents;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        TwoPhaseIterator sections = sections(leaf);
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return new ConstantScoreScorer(score(), mode, sections);
          }

          @Override
          public long cost() {
            return leaf.reader().maxDoc();
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private TwoPhaseIterator sections(LeafReaderContext leaf) throws IOException {
    SortedDocValues values = DocValues.getSorted(leaf.reader(), IndexSchema.DOCUMENT);
    LongValues global = ordinals.getGlobalOrds(leaf.ord);
    return new TwoPhaseIterator(values) {
      @Override
      public boolean matches() throws IOException {
        return documents.get((int) global.get(values.ordValue()));
      }

      @Override
      public float matchCost() {
        return COST;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return documents.cardinality() + " documents";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InDocumentsQuery that
        && ordinals.equals(that.ordinals)
        && documents.equals(that.documents);
  }

  @Override
  public int hashCode() {
    return documents.hashCode();
  }
}
