package no.speil.search.compile;

import java.util.ArrayList;
import java.util.List;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A section's score, by BM25: that of its better side, times the section's weight; 0 where no query
 * matches. A side's score is the sum over its stemmed words and its words as typed. The better side
 * counts alone, since adding both would bury sections without a translation. The weights of words
 * were measured.
 *
 * @param sides by side, queries of which the scores are added
 */
public record SectionScore(List<List<Query>> sides) {
  public static final SectionScore NONE = new SectionScore(List.of());

  private static final float AS_TYPED = .3f;
  private static final float PART = .4f;
  private static final float PREFIX_MATCH = .4f;

  /**
   * The score by these clauses.
   *
   * @param guesses whether it is that of a guess: the parts of compounds count, too, and so do
   *     Norwegian words with a common prefix, as compounds with the word have
   */
  static SectionScore of(TextQueries texts, List<QueryClause> clauses, boolean guesses) {
    return new SectionScore(
        FieldGroup.BOTH.stream().map(side -> side(texts, side, clauses, guesses)).toList());
  }

  private static List<Query> side(
      TextQueries texts, FieldGroup fields, List<QueryClause> clauses, boolean guesses) {
    var sum = new ArrayList<Query>();
    for (QueryClause clause : clauses) {
      TextClause text = clause.text();
      if (!clause.fieldGroups().contains(fields)) {
        continue;
      }
      if (text instanceof Word word) {
        boolean isAsTyped = !guesses && !word.wordAlternatives().forms().isEmpty();
        (isAsTyped ? texts.of(fields, word) : texts.withUnsure(fields, word)).ifPresent(sum::add);
        texts
            .folded(fields, word.text())
            .ifPresent(typed -> sum.add(new BoostQuery(typed, AS_TYPED)));
        if (guesses) {
          sum.addAll(guesses(texts, fields, word));
        }
      } else {
        texts.scored(fields, text).ifPresent(sum::add);
      }
    }
    return sum;
  }

  private static List<Query> guesses(TextQueries texts, FieldGroup fields, Word word) {
    var sum = new ArrayList<Query>();
    for (Word part : word.wordAlternatives().parts()) {
      texts.withUnsure(fields, part).ifPresent(query -> sum.add(new BoostQuery(query, PART)));
    }
    if (fields == FieldGroup.ORIGINAL) {
      List<Query> matches =
          word.wordAlternatives().prefixMatches().stream()
              .<Query>map(term -> new TermQuery(new Term(fields.stem(), term)))
              .toList();
      TextQueries.disjunction(matches)
          .ifPresent(query -> sum.add(new BoostQuery(query, PREFIX_MATCH)));
    }
    return sum;
  }

  /** The sections that a query matches, with this score. */
  public Query of(Query match) {
    return of(match, IndexSchema.WEIGHT);
  }

  /** The same, times another weight. */
  public Query of(Query match, String weight) {
    List<Query> sums =
        sides.stream().flatMap(side -> TextQueries.disjunction(side).stream()).toList();
    Query scored =
        new BooleanQuery.Builder()
            .add(match, Occur.FILTER)
            .add(new DisjunctionMaxQuery(sums, 0), Occur.SHOULD)
            .build();
    return FunctionScoreQuery.boostByValue(scored, DoubleValuesSource.fromFloatField(weight));
  }
}
