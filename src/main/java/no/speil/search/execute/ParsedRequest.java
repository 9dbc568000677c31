package no.speil.search.execute;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.search.DocumentHit;
import no.speil.search.FacetCount;
import no.speil.search.Hit;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.SearchResult.Counts;
import no.speil.search.WordExpansion;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.compile.CompiledQuery.Compiler;
import no.speil.search.compile.CompiledQuery.Guesses;
import no.speil.search.compile.QueryExpander;
import no.speil.search.compile.SectionScore;
import no.speil.search.facet.FacetFilters;
import no.speil.search.highlight.HighlightQuery;
import no.speil.search.query.Expression;
import no.speil.search.query.ExpressionParser;
import no.speil.search.query.NoticeCollector;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * A request, parsed and compiled.
 *
 * @param expression null if its query asks for nothing
 * @param expansions the words that the query was expanded by
 */
record ParsedRequest(
    @Nullable Expression expression,
    CompiledQuery compiled,
    FacetFilters filters,
    Compiler compiler,
    List<WordExpansion> expansions,
    NoticeCollector notices) {

  static final CompiledQuery EVERYTHING =
      new CompiledQuery(
          IndexSchema.EVERY_SECTION,
          IndexSchema.EVERY_SECTION,
          List.of(),
          List.of(),
          SectionScore.NONE,
          HighlightQuery.NOTHING,
          () -> new Guesses(List.of(), SectionScore.NONE, HighlightQuery.NOTHING));

  static ParsedRequest of(
      IndexReader reader, FieldTerms terms, QueryExpander expander, SearchRequest request)
      throws IOException {
    var notices = new NoticeCollector();
    var compiler = new Compiler(terms);
    Optional<Expression> expression = ExpressionParser.parse(request.query(), notices);
    if (expression.isPresent()) {
      expression = Optional.of(expander.of(expression.get()));
      List<String> leftOut = compiler.matching().leftOut(expression.get());
      if (!leftOut.isEmpty()) {
        notices.add(Kind.COMMON_WORDS, String.join(", ", leftOut));
      }
    }
    Optional<CompiledQuery> compiled =
        expression.flatMap(each -> compiler.compile(each, expander::forGuesses));
    Term title = IndexSchema.titled(request.query());
    if (reader.docFreq(title) > 0) {
      compiled = compiled.map(each -> each.withTitle(new TermQuery(title)));
    }
    FacetFilters filters = FacetFilters.of(request.filters(), request.within(), notices);
    if (compiled.isEmpty() && !request.query().isBlank()) {
      notices.add(Kind.NOTHING_TO_SEARCH);
    }
    Expression asked = compiled.isEmpty() ? null : expression.orElse(null);
    return new ParsedRequest(
        asked, compiled.orElse(EVERYTHING), filters, compiler, expander.expansions(), notices);
  }

  /** Whether it asks for nothing at all, and so matches nothing. */
  boolean isEmpty() {
    return expression == null && filters.isEmpty();
  }

  /** What is found, with what there is to say of how the request was read. */
  SearchResult result(
      Counts counts,
      List<Hit> hits,
      List<DocumentHit> documents,
      Map<String, List<FacetCount>> facets) {
    return new SearchResult(
        counts, hits, documents, facets, expansions, notices.toList(), null, false);
  }

  /** The query for the sections that match. */
  Query match() {
    return filters.all(compiled.match());
  }

  /** The same; nothing where nothing is asked for. */
  Query asked() {
    return isEmpty() ? new MatchNoDocsQuery("nothing is asked for") : match();
  }
}
