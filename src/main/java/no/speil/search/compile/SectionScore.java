package no.speil.search.compile;

import java.util.List;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Query;

/**
 * A section's score: that of its better side, times the section's weight; 0 where no query matches.
 *
 * @param sides by side, queries of which the scores are added
 */
public record SectionScore(List<List<Query>> sides) {
  public static final SectionScore NONE = new SectionScore(List.of());

  /** The sections that a query matches, with this score. */
  public Query of(Query match) {
    return of(match, IndexSchema.WEIGHT);
  }

  /** The same, times another weight. */
  public Query of(Query match, String weight) {
    List<Query> sums =
        sides.stream().filter(side -> !side.isEmpty()).map(SectionScore::sum).toList();
    Query scored =
        new BooleanQuery.Builder()
            .add(match, Occur.FILTER)
            .add(new DisjunctionMaxQuery(sums, 0), Occur.SHOULD)
            .build();
    return FunctionScoreQuery.boostByValue(scored, DoubleValuesSource.fromFloatField(weight));
  }

  private static Query sum(List<Query> side) {
    var sum = new BooleanQuery.Builder();
    side.forEach(each -> sum.add(each, Occur.SHOULD));
    return sum.build();
  }
}
