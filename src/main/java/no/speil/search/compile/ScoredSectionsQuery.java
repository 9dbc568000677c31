package no.speil.search.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
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
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The sections that one query matches, with the score of others. Each section is scored by itself:
 * Lucene's own queries skip those that cannot be among the best, but to know them takes longer than
 * to score them, since the words of a search have many translations.
 */
public final class ScoredSectionsQuery extends Query {
  private final Query match;
  private final SectionScore score;

  public ScoredSectionsQuery(Query match, SectionScore score) {
    this.match = match;
    this.score = score;
  }

  /**
   * A section's score: that of its better side, times the section's weight; 0 where no query
   * matches.
   *
   * @param sides by side, queries of which the scores are added
   */
  public record SectionScore(List<List<Query>> sides) {
    public static final SectionScore NONE = new SectionScore(List.of());

    private SectionScore rewrite(IndexSearcher searcher) throws IOException {
      var rewritten = new ArrayList<List<Query>>(sides.size());
      for (List<Query> side : sides) {
        var queries = new ArrayList<Query>(side.size());
        for (Query query : side) {
          queries.add(query.rewrite(searcher));
        }
        rewritten.add(queries);
      }
      return new SectionScore(rewritten);
    }
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query matching = match.rewrite(searcher);
    if (matching instanceof MatchNoDocsQuery) {
      return matching;
    }
    var rewritten = new ScoredSectionsQuery(matching, score.rewrite(searcher));
    return rewritten.equals(this) ? this : rewritten;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight matching = searcher.createWeight(match, ScoreMode.COMPLETE_NO_SCORES, boost);
    if (!mode.needsScores()) {
      return matching;
    }
    var sides = new ArrayList<List<Weight>>();
    for (List<Query> side : score.sides()) {
      var weights = new ArrayList<Weight>();
      for (Query query : side) {
        weights.add(searcher.createWeight(query, ScoreMode.COMPLETE, boost));
      }
      sides.add(weights);
    }
    return new ScoredWeight(this, matching, sides);
  }

  private static final class ScoredWeight extends FilterWeight {
    private final List<List<Weight>> sides;

    ScoredWeight(Query query, Weight match, List<List<Weight>> sides) {
      super(query, match);
      this.sides = sides;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier matching = in.scorerSupplier(leaf);
      return matching == null ? null : new ScoredSupplier(matching, leaf);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int number) throws IOException {
      Explanation explanation = in.explain(leaf, number);
      if (!explanation.isMatch()) {
        return explanation;
      }
      Scorer scorer = scorer(leaf);
      scorer.iterator().advance(number);
      return Explanation.match(scorer.score(), "the better side's score, times the weight");
    }

    private final class ScoredSupplier extends ScorerSupplier {
      private final ScorerSupplier matching;
      private final LeafReaderContext leaf;

      ScoredSupplier(ScorerSupplier matching, LeafReaderContext leaf) {
        this.matching = matching;
        this.leaf = leaf;
      }

      @Override
      public Scorer get(long leadCost) throws IOException {
        long cost = Math.min(leadCost, matching.cost());
        var opened = new ArrayList<List<Addend>>();
        for (List<Weight> side : sides) {
          var addends = new ArrayList<Addend>();
          for (Weight weight : side) {
            ScorerSupplier supplier = weight.scorerSupplier(leaf);
            if (supplier != null) {
              addends.add(new Addend(supplier.get(cost)));
            }
          }
          opened.add(addends);
        }
        return new SectionScorer(
            matching.get(leadCost),
            opened,
            DocValues.getNumeric(leaf.reader(), IndexSchema.WEIGHT));
      }

      @Override
      public long cost() {
        return matching.cost();
      }
    }
  }

  /** One of the scores that are added. */
  private static final class Addend {
    private final Scorer scorer;
    private final DocIdSetIterator iterator;
    private final @Nullable TwoPhaseIterator twoPhase;

    Addend(Scorer scorer) {
      this.scorer = scorer;
      this.twoPhase = scorer.twoPhaseIterator();
      this.iterator = twoPhase == null ? scorer.iterator() : twoPhase.approximation();
    }

    float of(int section) throws IOException {
      int at = iterator.docID();
      if (at < section) {
        at = iterator.advance(section);
      }
      return at == section && (twoPhase == null || twoPhase.matches()) ? scorer.score() : 0;
    }
  }

  private static final class SectionScorer extends FilterScorer {
    private final List<List<Addend>> sides;
    private final NumericDocValues weights;
    private int last = -1;
    private float score;

    SectionScorer(Scorer match, List<List<Addend>> sides, NumericDocValues weights) {
      super(match);
      this.sides = sides;
      this.weights = weights;
    }

    @Override
    public float score() throws IOException {
      int section = docID();
      if (section != last) { // else a phrase would be looked for twice
        last = section;
        score = score(section);
      }
      return score;
    }

    private float score(int section) throws IOException {
      float best = 0;
      for (List<Addend> side : sides) {
        double sum = 0;
        for (Addend each : side) {
          sum += each.of(section);
        }
        best = Math.max(best, (float) sum);
      }
      double weight =
          best > 0 && weights.advanceExact(section)
              ? Float.intBitsToFloat((int) weights.longValue())
              : 0;
      return (float) (best * weight);
    }

    @Override
    public float getMaxScore(int upTo) {
      return Float.POSITIVE_INFINITY;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    match.visit(visitor);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScoredSectionsQuery that
        && match.equals(that.match)
        && score.equals(that.score);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + match.hashCode()) + score.hashCode();
  }

  @Override
  public String toString(String field) {
    return "scored(" + match.toString(field) + ", " + score.sides() + ")";
  }
}
