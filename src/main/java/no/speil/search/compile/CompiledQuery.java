package no.speil.search.compile;

import java.util.List;
import java.util.Optional;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * A query as Lucene queries.
 *
 * @param match the sections that match all of it
 * @param relaxed looser matches, the strictest first, to be tried if there are few hits; may be
 *     empty
 * @param score contributes to the score only; it does not decide what matches
 * @param highlight the terms to highlight
 */
public record CompiledQuery(Query match, List<Relaxed> relaxed, Query score, Query highlight) {

  /**
   * A looser match.
   *
   * @param onlyForNothing whether it is tried only if there are no hits before it
   */
  public record Relaxed(Query match, boolean onlyForNothing) {}

  /** Compiles one expression. */
  public static final class Compiler {
    private final MatchQueries matchQueries;
    private final RankingQueries ranking;
    private final RelaxedQueries relaxedQueries;
    private final TextQueries texts;

    public Compiler(FieldTerms terms) {
      texts = new TextQueries(terms);
      matchQueries = new MatchQueries(terms, texts);
      ranking = new RankingQueries(terms, texts);
      relaxedQueries = new RelaxedQueries(terms, matchQueries);
    }

    public MatchQueries matching() {
      return matchQueries;
    }

    /** Compiles the expression; empty if it holds nothing that can be searched for. */
    public Optional<CompiledQuery> compile(Expression expression) {
      List<QueryClause> clauses = QueryClause.of(expression);
      return matchQueries
          .of(expression)
          .map(
              match ->
                  new CompiledQuery(
                      match,
                      relaxedQueries.of(expression),
                      ranking.of(matchQueries.withoutStopWords(clauses)),
                      highlight(clauses)));
    }

    /** The terms to highlight: all clauses, but stop words only if there is nothing else. */
    private Query highlight(List<QueryClause> clauses) {
      var highlight = new BooleanQuery.Builder();
      for (QueryClause clause : matchQueries.withoutStopWords(clauses)) {
        for (FieldGroup fieldGroup : clause.fieldGroups()) {
          texts
              .of(fieldGroup, clause.text())
              .ifPresent(query -> highlight.add(query, Occur.SHOULD));
        }
      }
      return highlight.build();
    }
  }
}
