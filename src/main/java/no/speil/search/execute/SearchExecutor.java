package no.speil.search.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.speil.corpus.DocumentId;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceRequest;
import no.speil.search.Hit;
import no.speil.search.HitPosition;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchResult;
import no.speil.search.SearchResult.Counts;
import no.speil.search.WordExpansion;
import no.speil.search.WordMarker;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.analysis.IndexTokenizer;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.compile.GlossaryPhrases;
import no.speil.search.compile.QueryExpander;
import no.speil.search.compile.QueryExpander.Models;
import no.speil.search.facet.FacetFilters;
import no.speil.search.highlight.HitReader;
import no.speil.search.highlight.HtmlHighlighter;
import no.speil.search.highlight.SnippetHighlighter;
import no.speil.search.query.NoticeCollector;
import no.speil.search.schema.StoredSectionReader;
import no.speil.search.suggest.QueryCorrector;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Runs searches on an index reader. Thread-safe. */
public final class SearchExecutor {
  private final FieldTerms terms;
  private final SnippetHighlighter snippets;
  private final QueryCorrector queryCorrector;
  private final Duration limit;
  private final TermTokenizer termTokenizer;

  /** Of the reader that was searched last. */
  private volatile @Nullable SortedSetDocValuesReaderState latest;

  private volatile Models models;

  public SearchExecutor(Analyzer analysis, FieldTerms terms, Duration limit) {
    this.termTokenizer = new IndexTokenizer(analysis);
    this.terms = terms;
    this.snippets = new SnippetHighlighter(analysis);
    this.queryCorrector = new QueryCorrector(terms, this::lexicon);
    this.limit = limit;
    this.models = models(Lexicon.EMPTY);
  }

  /** Expands queries by that lexicon from now on. */
  public void use(Lexicon lexicon) {
    models = models(lexicon);
  }

  private Models models(Lexicon lexicon) {
    return new Models(lexicon, GlossaryPhrases.of(terms, lexicon.phrases()));
  }

  public Lexicon lexicon() {
    return models.lexicon();
  }

  public TermTokenizer tokenizer() {
    return termTokenizer;
  }

  /** Reads what the next search of that reader would else read. */
  public void prepare(IndexReader reader) throws IOException {
    facets(reader);
  }

  /** Searches; if there are few hits, also looks for a similar query that finds more. */
  public SearchResult search(IndexReader reader, SearchRequest request) throws IOException {
    ParsedRequest parsedRequest = parse(reader, request);
    SearchResult result = results(reader, request, parsedRequest);
    if (result.total() > QueryCorrector.FEW || !result.exact() || request.page() > 1) {
      return result;
    }
    Optional<String> meant = queryCorrector.of(reader, request.query(), result.total() > 0);
    if (meant.isEmpty()) {
      return result;
    }
    SearchRequest other = request.withQuery(meant.get());
    SearchResult found = results(reader, other, parse(reader, other));
    boolean isMore = found.total() > result.total();
    if (!isMore && (result.total() > 0 || isEmpty(found))) {
      return result;
    }
    boolean isInstead = result.total() == 0 && (isMore || isEmpty(result));
    return (isInstead ? guessed(result, found, meant.get()) : result).withDidYouMean(meant.get());
  }

  private static boolean isEmpty(SearchResult result) {
    return result.hits().isEmpty() && result.documents().isEmpty();
  }

  /**
   * What a query finds that is spelt nearly like one that finds nothing, as guesses in place of its
   * own.
   */
  private static SearchResult guessed(SearchResult nothing, SearchResult found, String query) {
    return new SearchResult(
            nothing.counts(),
            List.of(),
            List.of(),
            nothing.facets(),
            found.expansions(),
            nothing.notices().stream().filter(each -> !each.kind().isOfGuesses()).toList())
        .withGuesses(found.hits(), found.documents(), SearchNotice.of(Kind.SPELT_ALIKE, query));
  }

  /** The words that a search is expanded by. */
  public List<WordExpansion> expansions(IndexReader reader, SearchRequest request)
      throws IOException {
    return parse(reader, request).expansions();
  }

  /** The number of results of a search. */
  public long total(IndexReader reader, SearchRequest request) throws IOException {
    ParsedRequest parsedRequest = parse(reader, request);
    if (request.group() == Group.DOCUMENT) {
      return results(reader, request, parsedRequest).total();
    }
    return parsedRequest.isEmpty()
        ? 0
        : session(reader)
            .searcher()
            .count(parsedRequest.facetFilters().all(parsedRequest.compiledQuery().match()));
  }

  private SearchResult results(
      IndexReader reader, SearchRequest request, ParsedRequest parsedRequest) throws IOException {
    NoticeCollector notices = parsedRequest.notices();
    if (parsedRequest.isEmpty()) {
      return nothing(notices);
    }
    SearchSession session = session(reader);
    if ((long) request.page() * request.size() > SearchRequest.FURTHEST) {
      notices.add(Kind.PAGE_LIMIT, String.valueOf(SearchRequest.FURTHEST));
    }
    SearchResult result =
        request.group() == Group.SECTION
            ? new SectionSearch(session, request, notices)
                .run(parsedRequest.compiledQuery(), parsedRequest.facetFilters())
            : new DocumentSearch(session, request, parsedRequest.compiler(), notices)
                .run(
                    Optional.ofNullable(parsedRequest.expression()),
                    parsedRequest.compiledQuery(),
                    parsedRequest.facetFilters());
    return finished(result, parsedRequest.expansions(), session.searcher().timedOut(), notices);
  }

  /**
   * A hit of a search for sections and the ones before and after it, in the order of the results;
   * empty if there is no such hit.
   *
   * @param number from 0; guesses are numbered as on the first page of results
   */
  public Optional<HitPosition> position(IndexReader reader, SearchRequest request, int number)
      throws IOException {
    ParsedRequest parsedRequest = parse(reader, request);
    if (parsedRequest.isEmpty() || number < 0 || number >= SearchRequest.FURTHEST) {
      return Optional.empty();
    }
    SearchSession session = session(reader);
    CompiledQuery query = parsedRequest.compiledQuery();
    FacetFilters filters = parsedRequest.facetFilters();
    long total = session.searcher().count(filters.all(query.match()));
    int first = number < total ? Math.max(0, number - 1) : 0;
    List<Hit> hits =
        number < total
            ? new SectionSearch(session, request, parsedRequest.notices())
                .between(query, filters, first, number + 2)
            : results(reader, request.firstPage(), parsedRequest).hits();
    int at = number - first;
    return at >= hits.size()
        ? Optional.empty()
        : Optional.of(
            new HitPosition(
                number,
                total,
                hits.get(at),
                at > 0 ? hits.get(at - 1) : null,
                at + 1 < hits.size() ? hits.get(at + 1) : null));
  }

  /**
   * Marks the words of a search in texts, whether they are found by it or not.
   *
   * @param guess whether less certain translations are marked, too, as in guesses
   */
  public WordMarker marker(IndexReader reader, SearchRequest request, boolean guess)
      throws IOException {
    CompiledQuery query = parse(reader, request).compiledQuery();
    return new HtmlHighlighter(
        snippets, guess ? query.guesses().get().highlight() : query.highlight());
  }

  /** Searches for the lines of a concordance. */
  public Concordance concordance(IndexReader reader, ConcordanceRequest request)
      throws IOException {
    ParsedRequest parsedRequest = parse(reader, request.search());
    if (parsedRequest.isEmpty()) {
      return new Concordance(0, 0, true, List.of(), parsedRequest.notices().toList());
    }
    SearchSession session = session(reader);
    return new ConcordanceSearch(session, snippets, parsedRequest, limit).run(request);
  }

  /**
   * Every section that a search finds.
   *
   * @param failed given what reading the index fails with, and gives what is thrown instead
   * @param whenDone called when the reader is no longer needed
   */
  public SectionIterator all(
      IndexReader reader,
      SearchRequest request,
      Function<Throwable, RuntimeException> failed,
      Runnable whenDone)
      throws IOException {
    return SectionIterator.of(
        view(reader, failed, whenDone), parse(reader, request), request.sort());
  }

  /** Every section of a document. */
  public SectionIterator all(
      IndexReader reader,
      DocumentId document,
      Function<Throwable, RuntimeException> failed,
      Runnable whenDone)
      throws IOException {
    return SectionIterator.of(view(reader, failed, whenDone), document);
  }

  private ParsedRequest parse(IndexReader reader, SearchRequest request) throws IOException {
    return ParsedRequest.of(
        reader,
        terms,
        new QueryExpander(models, terms, reader, request.expansionOptions()),
        request);
  }

  private SectionIterator.View view(
      IndexReader reader, Function<Throwable, RuntimeException> failed, Runnable whenDone)
      throws IOException {
    return new SectionIterator.View(
        reader, new StoredSectionReader(reader.storedFields()), failed, whenDone);
  }

  private SearchSession session(IndexReader reader) throws IOException {
    IndexSearcher searcher = new TimeLimit(limit).searcher(reader);
    return new SearchSession(
        searcher, facets(reader), new HitReader(reader.storedFields(), snippets));
  }

  private @Nullable SortedSetDocValuesReaderState facets(IndexReader reader) throws IOException {
    SortedSetDocValuesReaderState current = latest;
    if (current == null || !current.getReader().equals(reader)) {
      current = FacetFilters.state(reader);
      latest = current;
    }
    return current;
  }

  private SearchResult finished(
      SearchResult result,
      List<WordExpansion> expansions,
      boolean cutShort,
      NoticeCollector notices) {
    if (cutShort) {
      notices.add(Kind.TIMED_OUT, String.valueOf(limit.toMillis()));
    }
    return new SearchResult(
        cutShort ? result.counts().atLeast() : result.counts(),
        result.hits(),
        result.documents(),
        result.facets(),
        expansions,
        notices.toList());
  }

  private static SearchResult nothing(NoticeCollector notices) {
    return new SearchResult(
        Counts.NOTHING, List.of(), List.of(), Map.of(), List.of(), notices.toList());
  }
}
