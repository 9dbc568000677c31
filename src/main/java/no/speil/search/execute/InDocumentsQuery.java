package no.speil.search.execute;

import java.io.IOException;
import no.speil.search.facet.DocumentNumbers;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
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

/** Matches the sections of a set of documents. Valid for one index reader only. */
final class InDocumentsQuery extends Query {
  private static final float COST = 2;

  private final DocumentNumbers documentNumbers;
  private final FixedBitSet documents;

  InDocumentsQuery(DocumentNumbers documentNumbers, FixedBitSet documents) {
    this.documentNumbers = documentNumbers;
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
    int[] numbers = documentNumbers.of(leaf);
    return new TwoPhaseIterator(values) {
      @Override
      public boolean matches() throws IOException {
        return documents.get(numbers[values.ordValue()]);
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
        && documentNumbers.equals(that.documentNumbers)
        && documents.equals(that.documents);
  }

  @Override
  public int hashCode() {
    return documents.hashCode();
  }
}
