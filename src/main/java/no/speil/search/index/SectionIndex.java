package no.speil.search.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources.Pairs;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.WordCounts;
import no.speil.search.Completion;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceRequest;
import no.speil.search.DocumentTrace;
import no.speil.search.HitPosition;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.IndexedWord;
import no.speil.search.RelatedWord;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.SectionText;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.search.WordExpansion;
import no.speil.search.WordMarker;
import no.speil.search.WordMeaning;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.compile.QueryExpander;
import no.speil.search.execute.SectionIterator;
import no.speil.search.schema.FieldGroup;
import no.speil.search.suggest.MeaningFinder;

/**
 * The index of an archive's sections. It is derived from the files and may be emptied at any time.
 * Thread-safe; searching never waits for writing. Changes are found after {@link #refresh} and
 * durable after {@link #commit}. If the disk fails, methods throw {@link
 * java.io.UncheckedIOException} with the path.
 *
 * <p>All terms of one generation are made with the same compounds. The next generation is started
 * with {@link #prepare} and filled with {@link #fill} while the current one is searched and
 * updated, and replaces it with {@link #swap}. An index whose files have failed, see {@link #loss},
 * is replaced in the same way; until then changes are not found, but nothing else fails.
 */
public final class SectionIndex implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final IndexGenerations generations;
  private volatile OpenIndex current;
  private final IndexWrites indexWrites = new IndexWrites();

  private SectionIndex(Path folder, Duration limit, boolean writing) {
    generations =
        new IndexGenerations(
            new GenerationFolders(folder), limit, writing, index -> this.current = index);
    current = generations.current();
  }

  /**
   * Opens the index in that folder for writing and searching. It is created if missing, and emptied
   * if it is damaged or of another version, see {@link #wasEmptied}.
   */
  public static SectionIndex open(Path folder) {
    return open(folder, LIMIT);
  }

  /** Opens it with another time limit for searches. */
  static SectionIndex open(Path folder, Duration limit) {
    return new SectionIndex(folder, limit, true);
  }

  /** Opens the last commit for searching, beside a process that writes. */
  public static SectionIndex openForReading(Path folder) {
    return new SectionIndex(folder, LIMIT, false);
  }

  /** Whether {@link #open} had to empty the index. */
  public boolean wasEmptied() {
    return generations.emptied();
  }

  /** Why the current generation takes no more changes; empty while all is well. */
  public Optional<Throwable> loss() {
    return current.loss();
  }

  /** Whether the last commit had every file of the archive. */
  public boolean complete() {
    return current.complete();
  }

  /**
   * The note of what the compounds were learned from, see {@link #prepare}; empty if there are
   * none.
   */
  public String compoundsFrom() {
    return current.compoundsFrom();
  }

  /** The note of what the lexicon was learned from, see {@link #use}; empty if there is none. */
  public String lexiconFrom() {
    return current.lexiconFrom();
  }

  /**
   * Starts the next generation, and abandons one that was started before.
   *
   * @param from a note of what the compounds were learned from
   */
  public void prepare(CompoundSplitter compounds, String from) {
    generations.prepare(compounds, from);
  }

  /** Puts a document into the next generation only, like {@link #put}. */
  public void fill(
      IndexedDocument head, List<IndexedSection> sections, DocumentTrace documentTrace) {
    generations.fill(indexWrites.replacing(head, sections, documentTrace));
  }

  /**
   * Makes the next generation the current one. The lexicon in use stays until another is learned.
   *
   * @param whole whether every file of the archive was seen
   */
  public void swap(boolean whole) {
    generations.swap(whole);
  }

  /** Abandons the next generation. */
  public void abandon() {
    generations.abandon();
  }

  /**
   * Replaces all entries of a document.
   *
   * @param documentTrace what is kept beside its sections
   */
  public void put(
      IndexedDocument head, List<IndexedSection> sections, DocumentTrace documentTrace) {
    generations.write(indexWrites.replacing(head, sections, documentTrace));
  }

  /** Replaces or adds these sections of a document and changes no other. */
  public void patch(IndexedDocument head, List<IndexedSection> changed) {
    generations.write(indexWrites.patching(head, changed));
  }

  /** Removes a document and its trace. */
  public void remove(DocumentId id) {
    generations.write(indexWrites.removing(id));
  }

  /** Makes changes searchable: one's own, or those that another process has committed. */
  public void refresh() {
    generations.refresh();
  }

  /**
   * Commits changes, if there are any.
   *
   * @param whole whether every file of the archive was seen
   */
  public void commit(boolean whole) {
    generations.commit(whole);
  }

  /** Whether the index is complete, but in the many segments in which it was first written. */
  public boolean awaitsMerge() {
    return current.awaitsMerge();
  }

  /**
   * Merges these segments, since few are searched faster than many. Takes long, while others may
   * write, commit and search, but not {@link #swap}. Fails if the index is closed meanwhile.
   */
  public void merge() {
    generations.merge();
  }

  /** Gives every document's summary, in no order; reads no texts. */
  public void summaries(BiConsumer<DocumentId, byte[]> sink) {
    read(
        (reader, index) -> {
          IndexLookup.summaries(reader, sink);
          return true;
        });
  }

  /** The document that has the section; if none does, one that had it. */
  public Optional<DocumentId> documentOf(SectionId id) {
    return read((reader, index) -> IndexLookup.documentOf(reader, id));
  }

  /**
   * The texts that a document's sections were shown with when the document was put, and former ones
   * that its record lacks.
   */
  public List<SectionText> texts(DocumentId id) {
    return read((reader, index) -> IndexLookup.texts(reader, id));
  }

  /**
   * Expands queries by that lexicon from now on, also after a restart; never waits for a search.
   *
   * @param from a note of what it was learned from, see {@link #lexiconFrom}
   */
  public void use(Lexicon lexicon, String from) {
    generations.use(lexicon, from);
  }

  /** The lexicon in use; empty before there is one. */
  public Lexicon lexicon() {
    return current.executor().lexicon();
  }

  /** Makes the terms of this index from texts. */
  public TermTokenizer tokenizer() {
    return current.executor().tokenizer();
  }

  /** The words of one side of all sections, as written except for case. */
  public WordCounts words(Side side) {
    return sink ->
        read(
            (reader, index) -> {
              IndexLookup.words(reader, FieldGroup.of(side).exact(), sink);
              return true;
            });
  }

  /**
   * Pairs of texts that are not known to be out of date, in a pseudo-random order that does not
   * depend on when they were put. If there are more than {@code most}, the sample is always the
   * same.
   */
  public Pairs pairs(int most) {
    return sink ->
        read(
            (reader, index) -> {
              IndexLookup.pairs(reader, most, sink);
              return true;
            });
  }

  /**
   * Documents that have at least so many of these hashes, those with the most first. Hashes that
   * begin alike may be taken for each other.
   */
  public List<DocumentId> withFingerprints(List<TextHash> hashes, int least, int most) {
    return read((reader, index) -> IndexLookup.withFingerprints(reader, hashes, least, most));
  }

  /** Searches, within a second or so. */
  public SearchResult search(SearchRequest request) {
    return read((reader, index) -> index.executor().search(reader, request));
  }

  /**
   * A hit of a search and its neighbours; empty if there is no such hit.
   *
   * @param number of the hit, from 0
   */
  public Optional<HitPosition> position(SearchRequest request, int number) {
    return read((reader, index) -> index.executor().position(reader, request, number));
  }

  /**
   * Marks the words of a search in texts.
   *
   * @param guess whether less certain translations are marked, too, as in guesses
   */
  public WordMarker marker(SearchRequest request, boolean guess) {
    return read((reader, index) -> index.executor().marker(reader, request, guess));
  }

  /** The words that a search is expanded by. */
  public List<WordExpansion> expansions(SearchRequest request) {
    return read((reader, index) -> index.executor().expansions(reader, request));
  }

  /** The number of sections that each of these searches finds, in the same index. */
  public List<Long> counts(List<SearchRequest> requests) {
    return read(
        (reader, index) -> {
          var counts = new ArrayList<Long>();
          for (SearchRequest request : requests) {
            counts.add(index.executor().total(reader, request));
          }
          return counts;
        });
  }

  /** The number of sections that have each of these terms on that side. */
  public List<Integer> frequencies(Side side, List<String> terms) {
    return read(
        (reader, index) -> IndexLookup.frequencies(reader, FieldGroup.of(side).stem(), terms));
  }

  /** Reads the dictionary, which the first search would else wait for. */
  public static void readDictionary() {
    QueryExpander.readDictionary();
  }

  /** Completions of a query, likeliest first; at most ten. */
  public List<Completion> complete(String typed) {
    return read((reader, index) -> index.assist().complete(reader, typed));
  }

  /** Translated sections whose originals are like a section's, likest first; never itself. */
  public List<StoredSection> translated(SectionId section, int most) {
    return read((reader, index) -> index.assist().translated(reader, section, most));
  }

  /** English translations of the rarest words of an original, in its order. */
  public List<WordMeaning> meanings(String original, int most) {
    return read(
        (reader, index) ->
            new MeaningFinder(
                    index.executor().lexicon(),
                    BuiltInDictionary.get(),
                    index.executor().tokenizer())
                .of(original, most, reader));
  }

  /** How many sections wait so. */
  public long waiting(Waiting waiting) {
    return read((reader, index) -> IndexLookup.waiting(reader, waiting));
  }

  /** At most so many of them, those that changed last first. */
  public List<StoredSection> waiting(Waiting waiting, int most) {
    return read((reader, index) -> IndexLookup.waiting(reader, waiting, most));
  }

  /** The number of sections that have a word of that side, a stem also as a part of a compound. */
  public long sectionsWith(Side side, IndexedWord word) {
    return read((reader, index) -> TermSections.count(reader, TermSections.term(side, word)));
  }

  /**
   * Gives these sections, in no order, until {@code goesOn} says no. If there are more than {@code
   * most}, gives no more than that, spread evenly over them.
   */
  public void sectionsWith(Side side, IndexedWord word, int most, Predicate<StoredSection> goesOn) {
    read(
        (reader, index) -> {
          TermSections.sample(reader, TermSections.term(side, word), most, goesOn);
          return true;
        });
  }

  /** Whether a word that is typed so is a name; see {@link QueryExpander#isName}. */
  public boolean isName(String typed) {
    return read((reader, index) -> QueryExpander.isName(reader, typed));
  }

  /** Words of that side that begin or end with a word, those in the most sections first. */
  public List<RelatedWord> related(Side side, String word, int most) {
    return read((reader, index) -> index.assist().related(reader, side, word, most));
  }

  /** The lines of a concordance, within some three seconds. */
  public Concordance concordance(ConcordanceRequest request) {
    return read((reader, index) -> index.executor().concordance(reader, request));
  }

  /** Every section that a search finds, in no bounded time; to be closed. */
  public SectionIterator all(SearchRequest request) {
    return hold(
        (reader, index, done) ->
            index.executor().all(reader, request, e -> index.failure(reader, e), done));
  }

  /** Every section of a document, in order; to be closed. */
  public SectionIterator all(DocumentId document) {
    return hold(
        (reader, index, done) ->
            index.executor().all(reader, document, e -> index.failure(reader, e), done));
  }

  /** Closes without committing. */
  @Override
  public void close() {
    generations.close();
  }

  /** Reads the current generation, or the one after it if that has just been retired. */
  private <T> T read(OpenIndex.Reading<T> reading) {
    return fromCurrent(index -> index.read(reading));
  }

  private SectionIterator hold(OpenIndex.Opening<SectionIterator> opening) {
    return fromCurrent(index -> index.hold(opening));
  }

  private <T> T fromCurrent(Function<OpenIndex, Optional<T>> reading) {
    while (true) {
      OpenIndex now = current;
      Optional<T> found = reading.apply(now);
      if (found.isPresent()) {
        return found.get();
      }
      if (now.equals(current)) {
        throw new IllegalStateException("this index is closed");
      }
    }
  }
}
