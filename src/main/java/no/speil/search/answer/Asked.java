package no.speil.search.answer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import no.speil.search.Expansion;
import no.speil.search.Notice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.entry.Schema;
import no.speil.search.facet.Narrowing;
import no.speil.search.match.Matching;
import no.speil.search.match.Plan;
import no.speil.search.match.Plan.Compiler;
import no.speil.search.match.Rewording;
import no.speil.search.query.Expression;
import no.speil.search.query.ExpressionParser;
import no.speil.search.query.Notices;
import no.speil.search.text.Terms;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been read, with what there is to say about it.
 *
 * @param expression null where its query asks for nothing
 * @param expansions what its words are also searched by
 */
record Asked(
    @Nullable Expression expression,
    Plan plan,
    Narrowing narrowing,
    Matching matching,
    List<Expansion> expansions,
    Notices notices) {
  private static final Plan EVERYTHING =
      new Plan(
          Schema.EVERY_SECTION,
          List.of(),
          new MatchNoDocsQuery("nothing to rank by"),
          new BooleanQuery.Builder().build());

  static Asked of(Terms terms, Rewording rewording, SearchRequest request) throws IOException {
    var notices = new Notices();
    var compiler = new Compiler(terms);
    Optional<Expression> expression = ExpressionParser.parse(request.query(), notices);
    if (expression.isPresent()) {
      expression = Optional.of(rewording.of(expression.get()));
    }
    Optional<Plan> plan = expression.flatMap(compiler::compile);
    Narrowing narrowing = Narrowing.of(request.filters(), notices);
    if (plan.isEmpty() && !request.query().isBlank()) {
      notices.add(Kind.NOTHING_TO_SEARCH);
    }
    return new Asked(
        plan.isEmpty() ? null : expression.orElse(null),
        plan.orElse(EVERYTHING),
        narrowing,
        compiler.matching(),
        rewording.expansions(),
        notices);
  }

  /** Whether it asks for nothing at all, and so finds nothing. */
  boolean isEmpty() {
    return expression == null && narrowing.isEmpty();
  }

  /** Finds the sections that have all that is asked for, with their scores. */
  Query query() {
    return SectionSearch.scored(narrowing.all(plan.match()), plan.score());
  }
}
