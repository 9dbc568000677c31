package no.speil.search.schema;

import java.util.Collection;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Queries of several; none but {@link #any} scores. */
public final class Queries {
  private Queries() {}

  /** What every one matches. */
  public static Query all(Query... queries) {
    var all = new BooleanQuery.Builder();
    Stream.of(queries).forEach(each -> all.add(each, Occur.FILTER));
    return all.build();
  }

  /** What at least one matches, with the sum of their scores. */
  public static Query any(Collection<? extends Query> queries) {
    var any = new BooleanQuery.Builder();
    queries.forEach(each -> any.add(each, Occur.SHOULD));
    return any.build();
  }

  /** What the one matches and the other does not. */
  public static Query difference(Query wanted, Query unwanted) {
    return new BooleanQuery.Builder()
        .add(wanted, Occur.FILTER)
        .add(unwanted, Occur.MUST_NOT)
        .build();
  }
}
