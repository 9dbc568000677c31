package no.speil.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * A query made ready.
 *
 * @param match the sections that have all that is asked for
 * @param relaxed those and the sections that have most of it; empty where nothing may be left out
 * @param score adds to the score and never decides what is found
 * @param marks what to highlight
 */
record Plan(Query match, Optional<Relaxed> relaxed, Query score, Query marks) {

  /**
   * A looser match.
   *
   * @param words how many words there are of which some may be missing
   */
  record Relaxed(Query match, int words) {}

  /** Turns expressions into plans. */
  static final class Compiler {
    private final Matching matching;
    private final Ranking ranking;
    private final Relaxation relaxation;
    private final Marks marks;

    Compiler(Terms terms) {
      matching = new Matching(terms);
      ranking = new Ranking(terms);
      relaxation = new Relaxation(terms, matching);
      marks = new Marks(terms, matching);
    }

    Matching matching() {
      return matching;
    }

    /** Empty where the expression holds nothing that can be looked for. */
    Optional<Plan> compile(Expression expression) {
      List<Leaf> leaves = Leaf.of(expression);
      return matching
          .of(expression)
          .map(
              match ->
                  new Plan(match, relaxation.of(expression), ranking.of(leaves), marks.of(leaves)));
    }
  }
}
