package no.speil.search.match;

import java.util.List;
import java.util.Optional;
import no.speil.search.query.Expression;
import no.speil.search.text.Terms;
import org.apache.lucene.search.Query;

/**
 * A query made ready.
 *
 * @param match the sections that have all that is asked for
 * @param relaxed looser and looser, what may follow; empty where nothing may be left out
 * @param score adds to the score and never decides what is found
 * @param marks what to highlight
 */
public record Plan(Query match, List<Relaxed> relaxed, Query score, Query marks) {

  /**
   * A looser match.
   *
   * @param onlyForNothing whether it is tried only where nothing has been found before it
   */
  public record Relaxed(Query match, boolean onlyForNothing) {}

  /** Turns one expression into its plan. */
  public static final class Compiler {
    private final Matching matching;
    private final Ranking ranking;
    private final Relaxation relaxation;
    private final Marks marks;

    public Compiler(Terms terms) {
      var texts = new TextQueries(terms);
      matching = new Matching(terms, texts);
      ranking = new Ranking(terms, texts);
      relaxation = new Relaxation(terms, matching);
      marks = new Marks(matching, texts);
    }

    public Matching matching() {
      return matching;
    }

    /** Empty where the expression holds nothing that can be looked for. */
    public Optional<Plan> compile(Expression expression) {
      List<Leaf> leaves = Leaf.of(expression);
      return matching
          .of(expression)
          .map(
              match ->
                  new Plan(
                      match,
                      relaxation.of(expression),
                      ranking.of(matching.weighty(leaves)),
                      marks.of(leaves)));
    }
  }
}
