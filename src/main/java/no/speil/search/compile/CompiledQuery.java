package no.speil.search.compile;

import java.util.List;
import java.util.Optional;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression;
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
    private final HighlightQueries highlightQueries;

    public Compiler(FieldTerms terms) {
      var texts = new TextQueries(terms);
      matchQueries = new MatchQueries(terms, texts);
      ranking = new RankingQueries(terms, texts);
      relaxedQueries = new RelaxedQueries(terms, matchQueries);
      highlightQueries = new HighlightQueries(matchQueries, texts);
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
                      highlightQueries.of(leaves)));
    }
  }
}
