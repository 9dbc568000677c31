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
 * A query made ready.
 *
 * @param match the sections that have all that is asked for
 * @param relaxed looser and looser, what may follow; empty where nothing may be left out
 * @param score adds to the score and never decides what is found
 * @param marks what to highlight
 */
public record CompiledQuery(Query match, List<Relaxed> relaxed, Query score, Query marks) {

  /**
   * A looser match.
   *
   * @param onlyForNothing whether it is tried only where nothing has been found before it
   */
  public record Relaxed(Query match, boolean onlyForNothing) {}

  /** Turns one expression into its plan. */
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

    /** Empty where the expression holds nothing that can be looked for. */
    public Optional<CompiledQuery> compile(Expression expression) {
      List<QueryClause> leaves = QueryClause.of(expression);
      return matchQueries
          .of(expression)
          .map(
              match ->
                  new CompiledQuery(
                      match,
                      relaxedQueries.of(expression),
                      ranking.of(matchQueries.weighty(leaves)),
                      highlight(leaves)));
    }

    /** All that was looked for, but stop words only where there is nothing else. */
    private Query highlight(List<QueryClause> clauses) {
      var highlight = new BooleanQuery.Builder();
      for (QueryClause clause : matchQueries.weighty(clauses)) {
        for (FieldGroup fieldGroup : clause.fieldGroups()) {
          texts
              .of(fieldGroup, clause.sought())
              .ifPresent(query -> highlight.add(query, Occur.SHOULD));
        }
      }
      return highlight.build();
    }
  }
}
