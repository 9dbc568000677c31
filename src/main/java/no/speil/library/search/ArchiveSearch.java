package no.speil.library.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.DocumentStore;
import no.speil.library.sync.BackgroundSync;
import no.speil.library.sync.IndexIncompleteException;
import no.speil.library.sync.Readiness;
import no.speil.search.Completion;
import no.speil.search.Concordance;
import no.speil.search.Concordance.TextLine;
import no.speil.search.ConcordanceRequest;
import no.speil.search.Facet;
import no.speil.search.HitPosition;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.Spread;
import no.speil.search.WordList;
import no.speil.search.WordListRequest;
import no.speil.search.WordMarker;
import no.speil.search.execute.SectionIterator;
import no.speil.search.execute.SectionSearcher;
import no.speil.search.index.SearchableIndex;

/**
 * Searches the index. Just after the opening it waits a moment for what was changed meanwhile, so
 * that nobody misses what they did before a restart; and it says when only some of the archive is
 * indexed.
 */
public final class ArchiveSearch {
  /** So often, at most, searches make an index that is being filled readable as far as it is. */
  private static final Duration REFRESH = Duration.ofSeconds(1);

  private final SearchableIndex index;
  private final DocumentStore documents;
  private final BackgroundSync sync;
  private final AtomicLong refreshedNanos = new AtomicLong(System.nanoTime() - REFRESH.toNanos());

  public ArchiveSearch(SearchableIndex index, DocumentStore documents, BackgroundSync sync) {
    this.index = index;
    this.documents = documents;
    this.sync = sync;
  }

  /** Waits a moment just after the opening; then searches find what has been indexed so far. */
  private Readiness awaitFirstLook() {
    Readiness readiness = sync.awaitFirstLook();
    long now = System.nanoTime();
    long last = refreshedNanos.get();
    if (!readiness.complete()
        && now - last >= REFRESH.toNanos()
        && refreshedNanos.compareAndSet(last, now)) {
      index.refresh();
    }
    return readiness;
  }

  /** The sections that match, a page of them. */
  public SearchResult run(SearchRequest request) {
    Readiness before = awaitFirstLook();
    SearchResult result = index.search(searcher -> searcher.search(request));
    return before.complete() ? result : result.incomplete(before.notice());
  }

  /**
   * A hit of a search for sections, and the ones before and after it; empty if there is no such
   * hit.
   *
   * @param number from 0, in the order of the results; guesses are last
   */
  public Optional<HitPosition> position(SearchRequest request, int number) {
    awaitFirstLook();
    return index.search(searcher -> searcher.position(request, number));
  }

  /**
   * Marks the words of a search and their translations in rendered texts.
   *
   * @param guess whether less certain translations are marked, too, as in guesses
   */
  public WordMarker marker(SearchRequest request, boolean guess) {
    return request.query().isBlank()
        ? WordMarker.NOTHING
        : index.search(searcher -> searcher.marker(request, guess));
  }

  /** Reads what searches need beside the index, so that the first one does not wait for it. */
  public static void prepare() {
    SectionSearcher.readDictionary();
  }

  /** How many sections each of these searches finds. */
  public List<Long> counts(List<SearchRequest> requests) {
    awaitFirstLook();
    return index.search(searcher -> searcher.counts(requests));
  }

  /** What a query that begins so may be about to ask, likeliest first. */
  public List<Completion> complete(String typed) {
    return index.search(searcher -> searcher.complete(typed));
  }

  /** The words of a search in their contexts. */
  public Concordance concordance(ConcordanceRequest request) {
    Readiness before = awaitFirstLook();
    Concordance found = index.search(searcher -> searcher.concordance(request));
    return before.complete() ? found : found.incomplete(before.notice());
  }

  /** The words of what a search finds. */
  public WordList words(WordListRequest request) {
    Readiness before = awaitFirstLook();
    WordList list = index.search(searcher -> searcher.words(request));
    return before.complete() ? list : list.incomplete(before.notice());
  }

  /** How a search is spread over the values of a facet. */
  public Spread spread(SearchRequest request, Facet facet) {
    Readiness before = awaitFirstLook();
    Spread spread = index.search(searcher -> searcher.spread(request, facet));
    return before.complete() ? spread : spread.incomplete(before.notice());
  }

  /**
   * Everything that a search finds, however long it takes; to be closed.
   *
   * @throws IndexIncompleteException if only some of the archive is indexed
   */
  public SectionIterator all(SearchRequest request) {
    sync.requireComplete();
    return index.search(searcher -> searcher.all(request));
  }

  /**
   * All lines of a concordance in the order of their sections, however long it takes; to be closed.
   *
   * @throws IndexIncompleteException if only some of the archive is indexed
   */
  public Stream<TextLine> lines(ConcordanceRequest request) {
    sync.requireComplete();
    return index.search(searcher -> searcher.lines(request));
  }

  /** The sections of a document with a failed check that nobody has dismissed. */
  public Set<SectionId> checked(DocumentId id) {
    return index.lookUp(lookup -> lookup.checked(id));
  }

  /**
   * Every section of a document, with its texts as they are now; to be closed.
   *
   * @throws IndexIncompleteException if only some of the archive is indexed
   */
  public SectionIterator all(DocumentId id) {
    sync.requireComplete();
    if (documents.find(id).isEmpty()) {
      throw new ActionRefusedException.UnknownDocument(id);
    }
    return index.search(searcher -> searcher.all(id));
  }
}
