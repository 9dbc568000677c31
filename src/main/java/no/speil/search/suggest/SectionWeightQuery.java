package no.speil.search.suggest;

import java.io.IOException;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies the score of each section by its weight. Unlike Lucene's own FunctionScoreQuery it
 * knows the largest weight, so that sections that cannot get among the best are skipped.
 */
final class SectionWeightQuery extends Query {
  private final Query inner;

  SectionWeightQuery(Query inner) {
    this.inner = inner;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = inner.rewrite(searcher);
    if (rewritten instanceof MatchNoDocsQuery) {
      return rewritten;
    }
    return rewritten.equals(inner) ? this : new SectionWeightQuery(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight = inner.createWeight(searcher, mode, boost);
    return mode.needsScores() ? new Weighted(this, weight) : weight;
  }

  private static final class Weighted extends FilterWeight {
    Weighted(Query query, Weight in) {
      super(query, in);
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier supplier = in.scorerSupplier(leaf);
      return supplier == null ? null : new WeightedSupplier(supplier, leaf);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int number) throws IOException {
      Explanation explanation = in.explain(leaf, number);
      if (!explanation.isMatch()) {
        return explanation;
      }
      Scorer scorer = scorer(leaf);
      scorer.iterator().advance(number);
      return Explanation.match(scorer.score(), "the section's weight, times", explanation);
    }
  }

  private static final class WeightedSupplier extends ScorerSupplier {
    private final ScorerSupplier in;
    private final LeafReaderContext leaf;

    WeightedSupplier(ScorerSupplier in, LeafReaderContext leaf) {
      this.in = in;
      this.leaf = leaf;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      return new WeightedScorer(
          in.get(leadCost), DocValues.getNumeric(leaf.reader(), IndexSchema.WEIGHT));
    }

    @Override
    public long cost() {
      return in.cost();
    }

    @Override
    public void setTopLevelScoringClause() throws IOException {
      in.setTopLevelScoringClause();
    }
  }

  private static final class WeightedScorer extends FilterScorer {
    private final NumericDocValues weights;

    WeightedScorer(Scorer in, NumericDocValues weights) {
      super(in);
      this.weights = weights;
    }

    @Override
    public float score() throws IOException {
      double weight =
          weights.advanceExact(docID()) ? Float.intBitsToFloat((int) weights.longValue()) : 0;
      return (float) (in.score() * weight);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return Math.nextUp(in.getMaxScore(upTo) * IndexSchema.LARGEST_WEIGHT);
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return in.advanceShallow(target);
    }

    @Override
    public void setMinCompetitiveScore(float minimum) throws IOException {
      in.setMinCompetitiveScore(Math.nextDown(minimum / IndexSchema.LARGEST_WEIGHT));
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    inner.visit(visitor);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SectionWeightQuery that && inner.equals(that.inner);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + inner.hashCode();
  }

  @Override
  public String toString(String field) {
    return "weighted(" + inner.toString(field) + ")";
  }
}
