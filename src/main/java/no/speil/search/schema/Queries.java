package no.speil.search.schema;

import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Queries of several; {@link #any} and {@link #sharing} score, the others do not. */
public final class Queries {
  private static final int MOST_WORDS = 25;

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

  /**
   * What shares characteristic words with a text.
   *
   * @param words how these are chosen, among all that are in the text
   * @param least the part of them that has to be there
   */
  public static Query sharing(MoreLikeThis words, String field, String text, double least)
      throws IOException {
    words.setMinTermFreq(1);
    words.setMaxQueryTerms(MOST_WORDS);
    List<BooleanClause> clauses =
        ((BooleanQuery) words.like(field, new StringReader(text))).clauses();
    var part = new BooleanQuery.Builder();
    clauses.forEach(part::add);
    return part.setMinimumNumberShouldMatch((int) Math.ceil(least * clauses.size())).build();
  }

  /** What the one matches and the other does not. */
  public static Query difference(Query wanted, Query unwanted) {
    return new BooleanQuery.Builder()
        .add(wanted, Occur.FILTER)
        .add(unwanted, Occur.MUST_NOT)
        .build();
  }
}
