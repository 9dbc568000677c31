package no.speil.search.execute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.search.compile.CompiledQuery;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The number of a section's tier, from 0, see {@link CompiledQuery#tiers}: of the first query that
 * it matches. Opens the postings of a segment once, though Lucene asks anew for every few hundred
 * sections. For one thread.
 */
final class TierValuesSource extends DoubleValuesSource {
  private final List<Query> queries;
  private final List<Weight> weights;
  private @Nullable Values values;

  TierValuesSource(List<Query> queries) {
    this(queries, List.of());
  }

  private TierValuesSource(List<Query> queries, List<Weight> weights) {
    this.queries = queries;
    this.weights = weights;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) throws IOException {
    var made = new ArrayList<Weight>();
    for (Query query : queries) {
      made.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
    }
    return new TierValuesSource(queries, made);
  }

  @Override
  public DoubleValues getValues(LeafReaderContext asked, @Nullable DoubleValues scores)
      throws IOException {
    if (values == null || !values.leaf.equals(asked)) {
      values = new Values(asked);
    }
    return values;
  }

  private List<@Nullable Matches> opened(LeafReaderContext leaf) throws IOException {
    var matches = new ArrayList<@Nullable Matches>();
    for (Weight weight : weights) {
      Scorer scorer = weight.scorer(leaf);
      matches.add(scorer == null ? null : Matches.of(scorer));
    }
    return matches;
  }

  /** The sections that match one of the queries. */
  private record Matches(DocIdSetIterator iterator, @Nullable TwoPhaseIterator twoPhase) {
    static Matches of(Scorer scorer) {
      TwoPhaseIterator twoPhase = scorer.twoPhaseIterator();
      return new Matches(twoPhase == null ? scorer.iterator() : twoPhase.approximation(), twoPhase);
    }

    boolean has(int number) throws IOException {
      if (iterator.docID() < number) {
        iterator.advance(number);
      }
      return iterator.docID() == number && (twoPhase == null || twoPhase.matches());
    }
  }

  private final class Values extends DoubleValues {
    private final LeafReaderContext leaf;
    private List<@Nullable Matches> matches;
    private int last = -1;
    private int value;

    Values(LeafReaderContext leaf) throws IOException {
      this.leaf = leaf;
      this.matches = opened(leaf);
    }

    @Override
    public boolean advanceExact(int number) throws IOException {
      if (number < last) { // another search
        matches = opened(leaf);
      }
      if (number != last) {
        value = tier(number);
        last = number;
      }
      return true;
    }

    private int tier(int number) throws IOException {
      int tier = 0;
      for (Matches each : matches) {
        if (each != null && each.has(number)) {
          return tier;
        }
        tier++;
      }
      return tier;
    }

    @Override
    public double doubleValue() {
      return value;
    }
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public boolean isCacheable(LeafReaderContext asked) {
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TierValuesSource that && queries.equals(that.queries);
  }

  @Override
  public int hashCode() {
    return queries.hashCode();
  }

  @Override
  public String toString() {
    return "tiers" + queries;
  }
}
