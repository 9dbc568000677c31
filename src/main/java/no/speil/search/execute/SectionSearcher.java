package no.speil.search.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.search.CollocateRequest;
import no.speil.search.Collocates;
import no.speil.search.Completion;
import no.speil.search.Concordance;
import no.speil.search.Concordance.TextLine;
import no.speil.search.ConcordanceRequest;
import no.speil.search.DocumentHit;
import no.speil.search.Facet;
import no.speil.search.Hit;
import no.speil.search.HitPosition;
import no.speil.search.RelatedWord;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchResult;
import no.speil.search.SearchResult.Counts;
import no.speil.search.Spread;
import no.speil.search.StoredSection;
import no.speil.search.WordList;
import no.speil.search.WordListRequest;
import no.speil.search.WordListRequest.Comparison;
import no.speil.search.WordMarker;
import no.speil.search.WordMeaning;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.compile.CompiledQuery;
import no.speil.search.compile.QueryExpander;
import no.speil.search.count.CollocateCounter;
import no.speil.search.count.Expectation;
import no.speil.search.count.Expectation.BothSides;
import no.speil.search.count.Keyness;
import no.speil.search.count.SectionSelection;
import no.speil.search.count.WordListCounter;
import no.speil.search.facet.FacetSpread;
import no.speil.search.highlight.HitReader;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.Queries;
import no.speil.search.schema.StoredSectionReader;
import no.speil.search.suggest.CompoundFinder;
import no.speil.search.suggest.MeaningFinder;
import no.speil.search.suggest.QueryCompleter;
import no.speil.search.suggest.QueryCorrector;
import no.speil.search.suggest.SimilarSections;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;

/** Searches one state of the index. For one thread. */
public final class SectionSearcher {
  private static final Duration ASSIST = Duration.ofMillis(500);

  private final DirectoryReader reader;
  private final SearchModels models;
  private final Function<Throwable, RuntimeException> failed;

  /**
   * @param failed given what reading the index fails with, and gives what is thrown instead
   */
  public SectionSearcher(
      DirectoryReader reader, SearchModels models, Function<Throwable, RuntimeException> failed) {
    this.reader = reader;
    this.models = models;
    this.failed = failed;
  }

  /** Reads the dictionary, which the first search would else wait for. */
  public static void readDictionary() {
    QueryExpander.readDictionary();
  }

  /** Reads what the next search of this state would else read. */
  public void prepare() throws IOException {
    models.facets(reader);
  }

  /** Searches; if there are few hits, also looks for a similar query that finds more. */
  public SearchResult search(SearchRequest request) throws IOException {
    SearchResult result = results(request, parse(request));
    if (result.total() > QueryCorrector.FEW || !result.exact() || request.page() > 1) {
      return result;
    }
    var corrector = new QueryCorrector(models.terms, reader, models.lexicon());
    Optional<String> meant = corrector.of(request.query(), result.total() > 0);
    if (meant.isEmpty()) {
      return result;
    }
    SearchRequest other = request.withQuery(meant.get());
    SearchResult found = results(other, parse(other));
    boolean isMore = found.total() > result.total();
    if (!isMore && (result.total() > 0 || isEmpty(found))) {
      return result;
    }
    boolean isInstead = result.total() == 0 && (isMore || isEmpty(result));
    return isInstead
        ? guessed(result, found, meant.get(), isMore)
        : result.withDidYouMean(meant.get());
  }

  private static boolean isEmpty(SearchResult result) {
    return result.hits().isEmpty() && result.documents().isEmpty();
  }

  /**
   * What a query finds that is spelt nearly like one that finds nothing, as guesses in place of its
   * own.
   */
  private static SearchResult guessed(
      SearchResult nothing, SearchResult found, String query, boolean isSlip) {
    var notices = new ArrayList<>(nothing.notices());
    notices.removeIf(each -> each.kind().isOfGuesses());
    notices.add(SearchNotice.of(Kind.SPELT_ALIKE, query));
    return new SearchResult(
        nothing.counts(),
        found.hits().stream().map(Hit::asGuess).toList(),
        found.documents().stream().map(DocumentHit::asGuess).toList(),
        nothing.facets(),
        found.expansions(),
        List.copyOf(notices),
        query,
        isSlip);
  }

  /** The number of results of each of these searches. */
  public List<Long> counts(List<SearchRequest> requests) throws IOException {
    var counts = new ArrayList<Long>();
    for (SearchRequest request : requests) {
      counts.add(count(request));
    }
    return counts;
  }

  private long count(SearchRequest request) throws IOException {
    ParsedRequest parsed = parse(request);
    if (request.group() == Group.DOCUMENT) {
      return results(request, parsed).total();
    }
    return parsed.isEmpty() ? 0 : session().searcher().count(parsed.match());
  }

  private SearchResult results(SearchRequest request, ParsedRequest parsed) throws IOException {
    if (parsed.isEmpty()) {
      return parsed.result(Counts.NOTHING, List.of(), List.of(), Map.of());
    }
    SearchSession session = session();
    if ((long) request.page() * request.size() > SearchRequest.FURTHEST) {
      parsed.notices().add(Kind.PAGE_LIMIT, String.valueOf(SearchRequest.FURTHEST));
    }
    SearchResult result =
        request.group() == Group.SECTION
            ? new SectionSearch(session, request, parsed).run()
            : new DocumentSearch(session, request, parsed).run();
    return session.searcher().timedOut() ? result.incomplete(timedOut()) : result;
  }

  private SearchNotice timedOut() {
    return SearchNotice.of(Kind.TIMED_OUT, String.valueOf(models.limit.toMillis()));
  }

  /**
   * A hit of a search for sections and the ones before and after it, in the order of the results;
   * empty if there is no such hit.
   *
   * @param number from 0; guesses are numbered as on the first page of results
   */
  public Optional<HitPosition> position(SearchRequest request, int number) throws IOException {
    ParsedRequest parsed = parse(request);
    if (parsed.isEmpty() || number < 0 || number >= SearchRequest.FURTHEST) {
      return Optional.empty();
    }
    SearchSession session = session();
    long total = session.searcher().count(parsed.match());
    int first = number < total ? Math.max(0, number - 1) : 0;
    List<Hit> hits =
        number < total
            ? new SectionSearch(session, request, parsed).between(first, number + 2)
            : results(request.firstPage(), parsed).hits();
    int at = number - first;
    if (at >= hits.size()) {
      return Optional.empty();
    }
    Hit previous = at > 0 ? hits.get(at - 1) : null;
    Hit next = at + 1 < hits.size() ? hits.get(at + 1) : null;
    return Optional.of(new HitPosition(number, total, hits.get(at), previous, next));
  }

  /**
   * Marks the words of a search in texts, whether they are found by it or not.
   *
   * @param guess whether less certain translations are marked, too, as in guesses
   */
  public WordMarker marker(SearchRequest request, boolean guess) throws IOException {
    CompiledQuery query = parse(request).compiled();
    return models.snippets.marker(guess ? query.guesses().get().highlight() : query.highlight());
  }

  /** The lines of a concordance, within some three seconds. */
  public Concordance concordance(ConcordanceRequest request) throws IOException {
    ParsedRequest parsed = parse(request.search());
    LineFinder finder = lines(request, parsed);
    return new ConcordanceSearch(session(), finder, parsed, models.limit).run(request);
  }

  /** All lines in the order of their sections, in no bounded time; to be closed. */
  public Stream<TextLine> lines(ConcordanceRequest request) throws IOException {
    ParsedRequest parsed = parse(request.search());
    LineFinder finder = lines(request, parsed);
    Sort order = ResultOrder.of(request, parsed.compiled(), new IndexSearcher(reader));
    var sections = new SectionIterator(reader, failed, finder.query(), order);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(sections, 0), false)
        .flatMap(finder::lines)
        .onClose(sections::close);
  }

  private LineFinder lines(ConcordanceRequest request, ParsedRequest parsed) {
    Query sections = request.words() == null ? parsed.asked() : counted(request.search(), parsed);
    return new LineFinder(models.snippets, parsed.compiled(), request.words(), sections);
  }

  /** The words of the sections that a search finds, or of all if it asks for nothing. */
  public WordList words(WordListRequest request) throws IOException {
    ParsedRequest parsed = parse(request.search());
    Query wanted = counted(request.search(), parsed);
    @Nullable Comparison comparison = request.comparison();
    if (comparison == null) {
      return words(request, select(wanted, parsed), parsed);
    }
    @Nullable SearchRequest with = comparison.with();
    if (with == null) {
      return expected(request, parsed, wanted, comparison.less());
    }
    WordList list = words(request, select(wanted, parsed), parsed);
    ParsedRequest other = parse(with);
    Query rest = counted(with, other);
    if (with.query().isBlank()) {
      rest = Queries.difference(rest, wanted);
    }
    return Keyness.of(list, words(request, select(rest, other), other), comparison.less());
  }

  /** Those of translated sections, compared with what the other side's make one expect. */
  private WordList expected(
      WordListRequest request, ParsedRequest parsed, Query wanted, boolean less)
      throws IOException {
    ParsedRequest archive = parse(SearchRequest.of(""));
    BothSides all = bothSides(request, archive, archive.match());
    BothSides here = bothSides(request, parsed, wanted);
    return new Expectation(models.lexicon(), request.side()).compare(here, all, less);
  }

  private BothSides bothSides(WordListRequest request, ParsedRequest parsed, Query sections)
      throws IOException {
    Query translated = Queries.all(sections, IndexSchema.has(FieldGroup.TRANSLATION));
    SectionSelection selection = select(translated, parsed);
    WordList sources = words(request.ofOtherSide(), selection, parsed);
    return new BothSides(words(request, selection, parsed), sources);
  }

  /**
   * How what a search finds is spread over the values of a facet, compared with what its filters
   * alone find; with all of the archive if it has no query.
   */
  public Spread spread(SearchRequest request, Facet facet) throws IOException {
    ParsedRequest parsed = parse(request);
    boolean isAsked = !request.query().isBlank();
    ParsedRequest all = parse(isAsked ? request.withQuery("") : SearchRequest.of(""));
    IndexSearcher searcher = session().searcher();
    Spread spread =
        new FacetSpread(searcher, models.facets(reader), facet)
            .of(counted(request, parsed), all.match(), parsed.notices().toList());
    return searcher.timedOut() ? spread.incomplete(timedOut()) : spread;
  }

  /** All sections that pass the filters where there is no query; none where it is unclear. */
  private static Query counted(SearchRequest request, ParsedRequest parsed) {
    return request.query().isBlank() ? parsed.match() : parsed.asked();
  }

  private WordList words(WordListRequest request, SectionSelection sections, ParsedRequest parsed)
      throws IOException {
    return new WordListCounter(sections, request, models.terms, models.tokenizer)
        .count(parsed.notices());
  }

  /** In a time of its own, since counting has none. */
  private SectionSelection select(Query sections, ParsedRequest parsed) throws IOException {
    IndexSearcher searcher = session().searcher();
    var selection = new SectionSelection(searcher, sections);
    if (searcher.timedOut()) {
      parsed.notices().add(Kind.TIMED_OUT, String.valueOf(models.limit.toMillis()));
    }
    return selection;
  }

  /** The words beside a word, in the sections that a search finds, or in all. */
  public Collocates collocates(CollocateRequest request) throws IOException {
    ParsedRequest parsed = parse(request.search());
    if (request.word().isBlank()) {
      return new Collocates(
          request, List.of(), Map.of(), List.of(), 0, 0, 0, parsed.notices().toList());
    }
    Query wanted = counted(request.search(), parsed);
    var words =
        new WordListRequest(request.search(), request.side(), request.headwords(), 1, true, null);
    var counter =
        new WordListCounter(select(wanted, parsed), words, models.terms, models.tokenizer);
    WordList list = counter.count(parsed.notices());
    List<String> forms = counter.forms(request.word(), list);
    var beside = new CollocateCounter(request, forms, list);
    return beside.count(select(beside.among(wanted), parsed), models.terms, parsed.notices());
  }

  /** A section by its number in this state of the index. */
  public StoredSection section(int number) {
    try {
      return new StoredSectionReader(reader.storedFields()).read(number);
    } catch (IOException e) {
      throw failed.apply(e);
    }
  }

  /** Every section that a search finds, in no bounded time; to be closed. */
  public SectionIterator all(SearchRequest request) throws IOException {
    ParsedRequest parsed = parse(request);
    Query query = parsed.compiled().score().of(parsed.asked());
    Sort order = ResultOrder.of(request.sort(), parsed.compiled(), new IndexSearcher(reader));
    return new SectionIterator(reader, failed, query, order);
  }

  /** Every section of a document, in order; to be closed. */
  public SectionIterator all(DocumentId document) throws IOException {
    Sort order = ResultOrder.of(SearchRequest.Sort.DOCUMENT);
    return new SectionIterator(reader, failed, IndexSchema.sectionsOf(document), order);
  }

  /** Completions of a query, likeliest first; at most ten. */
  public List<Completion> complete(String typed) throws IOException {
    return new QueryCompleter(models.terms, assisting()).of(typed);
  }

  /**
   * Translated sections whose originals are like a text, likest first.
   *
   * @param itself the section that has the text
   * @param shared the least part of its characteristic words that an original has
   */
  public List<StoredSection> translated(String original, SectionId itself, double shared, int most)
      throws IOException {
    return new SimilarSections(models.analysis)
        .translated(original, itself, shared, assisting(), most);
  }

  /** Sections without a translation that have the same words as original. */
  public List<StoredSection> untranslated(String original, int most) throws IOException {
    return new SimilarSections(models.analysis).untranslated(original, assisting(), most);
  }

  /** English translations of the rarest words of an original, in its order. */
  public List<WordMeaning> meanings(String original, int most) throws IOException {
    return new MeaningFinder(models.lexicon(), BuiltInDictionary.get(), models.tokenizer)
        .of(original, most, reader);
  }

  /** Words of that side that begin or end with a word, those in the most sections first. */
  public List<RelatedWord> related(Side side, String word, int most) throws IOException {
    return new CompoundFinder(models.terms, reader).of(FieldGroup.of(side), word, most);
  }

  /** Whether a word that is typed so is a name; see {@link QueryExpander#isName}. */
  public boolean isName(String typed) throws IOException {
    return QueryExpander.isName(reader, typed);
  }

  private ParsedRequest parse(SearchRequest request) throws IOException {
    var expander = new QueryExpander(models.models, models.terms, reader, request.expansion());
    return ParsedRequest.of(reader, models.terms, expander, request);
  }

  private SearchSession session() throws IOException {
    return new SearchSession(
        new TimeLimit(models.limit).searcher(reader),
        models.facets(reader),
        new HitReader(reader.storedFields(), models.snippets));
  }

  private IndexSearcher assisting() {
    return new TimeLimit(ASSIST).searcher(reader);
  }
}
