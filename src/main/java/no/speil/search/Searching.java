package no.speil.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.speil.lexicon.Cutting;
import no.speil.lexicon.Lexicon;
import no.speil.search.Notice.Kind;
import no.speil.search.Plan.Compiler;
import no.speil.search.SearchRequest.Group;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;

/** Answers requests from a view of the index; thread-safe. */
final class Searching {
  private final Terms terms;
  private final Snippets snippets;
  private final Duration limit;
  private final Cutting cutting;
  private final AtomicReference<ReaderOrdinals> latest = new AtomicReference<>();
  private volatile Lexicon lexicon = Lexicon.EMPTY;

  Searching(Analyzer analysis, Terms terms, Duration limit) {
    this.cutting = new IndexCutting(analysis);
    this.terms = terms;
    this.snippets = new Snippets(analysis);
    this.limit = limit;
  }

  void use(Lexicon other) {
    lexicon = other;
  }

  Cutting cutting() {
    return cutting;
  }

  SearchResult answer(IndexReader reader, SearchRequest request) throws IOException {
    var notices = new Notices();
    var compiler = new Compiler(terms);
    var rewording = new Rewording(lexicon, terms, reader, request.expand());
    Optional<Expression> expression = ExpressionParser.parse(request.query(), notices);
    if (expression.isPresent()) {
      expression = Optional.of(rewording.of(expression.get()));
    }
    Optional<Plan> plan = expression.flatMap(compiler::compile);
    Narrowing narrowing = Narrowing.of(request.filters(), notices);
    boolean blank = request.query().isBlank();
    if (plan.isEmpty() && !blank) {
      notices.add(Kind.NOTHING_TO_SEARCH);
    }
    if (plan.isEmpty() && narrowing.isEmpty()) {
      return nothing(notices);
    }
    var searcher = new IndexSearcher(reader);
    long end = System.nanoTime() + limit.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - end > 0);
    var session =
        new Session(
            searcher, ordinals(reader), new StoredSections(reader.storedFields(), snippets));
    if ((long) request.page() * request.size() > SearchRequest.FURTHEST) {
      notices.add(Kind.PAGE_LIMIT, String.valueOf(SearchRequest.FURTHEST));
    }
    SearchResult result =
        request.group() == Group.SECTION
            ? new SectionSearch(session, request, notices).run(plan.orElse(EVERYTHING), narrowing)
            : new DocumentSearch(session, request, compiler.matching(), notices)
                .run(
                    plan.isEmpty() ? Optional.empty() : expression,
                    plan.orElse(EVERYTHING),
                    narrowing);
    return finished(result, rewording.expansions(), searcher.timedOut(), notices);
  }

  private static final Plan EVERYTHING =
      new Plan(
          Schema.EVERY_SECTION,
          List.of(),
          new MatchNoDocsQuery("nothing to rank by"),
          new BooleanQuery.Builder().build());

  private ReaderOrdinals ordinals(IndexReader reader) throws IOException {
    ReaderOrdinals known = latest.get();
    if (known == null || !known.isOf(reader)) {
      known = new ReaderOrdinals(reader);
      latest.set(known);
    }
    return known;
  }

  private SearchResult finished(
      SearchResult result, List<Expansion> expansions, boolean cutShort, Notices notices) {
    if (cutShort) {
      notices.add(Kind.TIMED_OUT, String.valueOf(limit.toMillis()));
    }
    return new SearchResult(
        result.total(),
        !cutShort,
        result.hits(),
        result.documents(),
        result.facets(),
        expansions,
        notices.toList());
  }

  private static SearchResult nothing(Notices notices) {
    return new SearchResult(0, true, List.of(), List.of(), Map.of(), List.of(), notices.toList());
  }
}
