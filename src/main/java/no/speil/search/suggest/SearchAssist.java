package no.speil.search.suggest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.search.Completion;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.StoredSection;
import no.speil.search.WordExpansion;
import no.speil.search.WordMeaning;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.execute.SearchExecutor;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** What is offered around a search: before it, beside it and after it. Thread-safe. */
public final class SearchAssist {
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final SearchExecutor searchExecutor;
  private final QueryCorrector queryCorrector;
  private final QueryCompleter queryCompleter;
  private final SimilarSections similar;

  public SearchAssist(Analyzer analysis, FieldTerms terms, SearchExecutor searchExecutor) {
    this.searchExecutor = searchExecutor;
    this.queryCorrector =
        new QueryCorrector(
            terms, term -> !searchExecutor.lexicon().translations(Side.ORIGINAL, term).isEmpty());
    this.queryCompleter = new QueryCompleter(terms);
    this.similar = new SimilarSections(analysis);
  }

  /** Of a search that finds little also what may have been meant, if that finds more. */
  public SearchResult answer(IndexReader reader, SearchRequest request) throws IOException {
    SearchResult result = searchExecutor.answer(reader, request);
    if (result.total() > QueryCorrector.FEW || !result.exact() || request.page() > 1) {
      return result;
    }
    // A word that has a translation is a word; one that is only made of words may be a slip.
    Set<String> known =
        result.expansions().stream()
            .filter(each -> !isTakenApart(each))
            .flatMap(each -> Stream.of(each.word().toLowerCase(Locale.ROOT).split(" ", -1)))
            .collect(Collectors.toSet());
    Optional<QueryCorrector.Meant> other = queryCorrector.of(reader, request.query(), known);
    return other.isPresent() && isBetter(reader, request, result, other.get())
        ? result.meaning(other.get().query())
        : result;
  }

  private static boolean isTakenApart(WordExpansion expansion) {
    List<String> parts = List.of(expansion.translations().getFirst().word().split(" ", -1));
    return parts.size() > 1
        && expansion.word().startsWith(parts.getFirst())
        && expansion.word().endsWith(parts.getLast());
  }

  /** Of a word that was put together of two, what has only one of them is something, too. */
  private boolean isBetter(
      IndexReader reader, SearchRequest request, SearchResult result, QueryCorrector.Meant other)
      throws IOException {
    SearchRequest instead = request.asking(other.query());
    if (!other.isMade() || result.total() > 0) {
      return searchExecutor.total(reader, instead) > result.total();
    }
    SearchResult found = searchExecutor.answer(reader, instead);
    return !found.hits().isEmpty() || !found.documents().isEmpty();
  }

  public List<Completion> complete(IndexReader reader, String typed) throws IOException {
    return queryCompleter.of(searcher(reader), typed);
  }

  public List<Hit> similar(IndexReader reader, SectionId section, int most) throws IOException {
    return similar.to(section, searcher(reader), most);
  }

  /** Translated sections like one, see {@link SimilarSections#translated}. */
  public List<StoredSection> translated(IndexReader reader, SectionId section, int most)
      throws IOException {
    return similar.translated(section, searcher(reader), most);
  }

  /** What the rarest words of an original mean. */
  public List<WordMeaning> meanings(IndexReader reader, String text, int most) throws IOException {
    return new MeaningFinder(searchExecutor.lexicon(), searchExecutor.cutting())
        .of(text, most, reader);
  }

  private static IndexSearcher searcher(IndexReader reader) {
    var searcher = new IndexSearcher(reader);
    long end = System.nanoTime() + LIMIT.toNanos();
    searcher.setTimeout(() -> System.nanoTime() - end > 0);
    return searcher;
  }
}
