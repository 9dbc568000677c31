package no.speil.search.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.LexiconSources.Pairs;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTranslation;
import no.speil.lexicon.WordCounts;
import no.speil.search.Completion;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceRequest;
import no.speil.search.DocumentTrace;
import no.speil.search.Hit;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.StoredSection;
import no.speil.search.WordMeaning;
import no.speil.search.execute.SearchExecutor;
import no.speil.search.execute.SectionIterator;
import no.speil.search.schema.FieldGroup;
import no.speil.search.suggest.MeaningFinder;

/**
 * The index of an archive's sections: derived, so it may be emptied at any time and is never asked
 * for the truth. Thread-safe; searching never waits for writing. What was put is found after {@link
 * #refresh} and survives after {@link #commit}. A failing disk is an {@link
 * java.io.UncheckedIOException} with the path.
 *
 * <p>What was learned from the archive is frozen per generation. The next one is begun with {@link
 * #prepare}, filled with {@link #fill} while the current one is searched and kept up to date, and
 * put in its place with {@link #swap}. So is an index whose files have failed it, see {@link
 * #loss}: until then what is put is not found, and nobody is troubled.
 */
public final class SectionIndex implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final IndexGenerations generations;
  private final AtomicReference<OpenIndex> current;
  private final IndexWrites indexWrites = new IndexWrites();

  private SectionIndex(Path folder, Duration limit, boolean writing) {
    generations = new IndexGenerations(new GenerationFolders(folder), limit, writing);
    current = generations.current();
  }

  /**
   * The index in that folder, to write and search; made where there is none, and emptied where it
   * is damaged or was made by another version, see {@link #wasEmptied}.
   */
  public static SectionIndex open(Path folder) {
    return open(folder, LIMIT);
  }

  /** The same with another time for searches. */
  static SectionIndex open(Path folder, Duration limit) {
    return new SectionIndex(folder, limit, true);
  }

  /** The last commit in that folder, to search beside a process that writes it. */
  public static SectionIndex openForReading(Path folder) {
    return new SectionIndex(folder, LIMIT, false);
  }

  /** Whether {@link #open} found something that it could not use. */
  public boolean wasEmptied() {
    return generations.emptied();
  }

  /** Why the current generation takes up nothing new any more; empty while all is well. */
  public Optional<Throwable> loss() {
    return current.get().loss();
  }

  /** Whether the last commit was said to hold every file. */
  public boolean complete() {
    return current.get().complete();
  }

  /**
   * What the compounds were learned from, as said to {@link #prepare}; empty where from nothing.
   */
  public String compoundsFrom() {
    return current.get().compoundsFrom();
  }

  /** What the lexicon was learned from, as said to {@link #use}; empty where there is none. */
  public String lexiconFrom() {
    return current.get().lexiconFrom();
  }

  /** Begins the next generation; one that was begun before is given up. */
  public void prepare(CompoundSplitter compounds, String from) {
    generations.prepare(compounds, from);
  }

  /** Puts a document into the next generation only; as {@link #put}. */
  public void fill(
      IndexedDocument head, List<IndexedSection> sections, DocumentTrace documentTrace) {
    generations.fill(indexWrites.replacing(head, sections, documentTrace));
  }

  /**
   * Makes the next generation the current one, with the lexicon that is in use until another is
   * learned.
   *
   * @param whole whether every file of the archive was seen
   */
  public void swap(boolean whole) {
    generations.swap(whole);
  }

  /** Gives the next generation up. */
  public void abandon() {
    generations.abandon();
  }

  /**
   * Replaces all of a document.
   *
   * @param documentTrace what is kept beside the sections
   */
  public void put(
      IndexedDocument head, List<IndexedSection> sections, DocumentTrace documentTrace) {
    generations.write(indexWrites.replacing(head, sections, documentTrace));
  }

  /** Replaces these sections of a document, or adds them, and touches no other. */
  public void patch(IndexedDocument head, List<IndexedSection> changed) {
    generations.write(indexWrites.patching(head, changed));
  }

  /** Forgets a document, also which sections it had. */
  public void remove(DocumentId id) {
    generations.write(indexWrites.removing(id));
  }

  /** From now on what was put is found, here; beside a writer, what it has committed. */
  public void refresh() {
    generations.refresh();
  }

  /**
   * Makes durable what was put; writes nothing where that is so already.
   *
   * @param whole whether every file of the archive was seen
   */
  public void commit(boolean whole) {
    generations.commit(whole);
  }

  /** Gives every document's summary, in no order; reads no texts. */
  public void summaries(BiConsumer<DocumentId, byte[]> sink) {
    read(
        (reader, index) -> {
          IndexLookup.summaries(reader, sink);
          return true;
        });
  }

  /** The document that has the section, or had it and remembers it. */
  public Optional<DocumentId> documentOf(SectionId id) {
    return read((reader, index) -> IndexLookup.documentOf(reader, id));
  }

  /**
   * From now on words are searched by what they mean there, too, also after a restart; never waits
   * for a search.
   *
   * @param from says what it was learned from, see {@link #lexiconFrom}
   */
  public void use(Lexicon lexicon, String from) {
    generations.use(lexicon, from);
  }

  /** What was said to {@link #use} last; empty before that. */
  public Lexicon lexicon() {
    return current.get().executor().lexicon();
  }

  /** How texts are cut into this index's terms. */
  public TermTokenizer tokenizer() {
    return current.get().executor().tokenizer();
  }

  /** The words of one side of all sections, as they are written but for case. */
  public WordCounts words(Side side) {
    return sink ->
        read(
            (reader, index) -> {
              IndexLookup.words(reader, FieldGroup.of(side).exact(), sink);
              return true;
            });
  }

  /**
   * Sections that have both texts and are not known to be out of date, in an order that has nothing
   * to do with the archive's and does not depend on when they were put. Of more than that many
   * always the same are given.
   */
  public Pairs pairs(int most) {
    return sink ->
        read(
            (reader, index) -> {
              new PairSampler(reader).each(most, sink);
              return true;
            });
  }

  /** Documents that some of these hashes are kept of, those with the most first; not very many. */
  public List<DocumentId> withFingerprints(List<TextHash> hashes) {
    return read((reader, index) -> IndexLookup.withFingerprints(reader, hashes));
  }

  /** Answers any request, within a second or so. */
  public SearchResult search(SearchRequest request) {
    return read((reader, index) -> index.executor().search(reader, request));
  }

  /** What a query that begins so may be about to ask, likeliest first; ten at most. */
  public List<Completion> complete(String typed) {
    return read((reader, index) -> index.assist().complete(reader, typed));
  }

  /** Sections that say much the same, never the section itself; none of one that is unknown. */
  public List<Hit> similar(SectionId section, int most) {
    return read((reader, index) -> index.assist().similar(reader, section, most));
  }

  /** Translated sections with originals much like a section's, likest first; never itself. */
  public List<StoredSection> translated(SectionId section, int most) {
    return read((reader, index) -> index.assist().translated(reader, section, most));
  }

  /** What the rarest words of an original are called in English, in its order. */
  public List<WordMeaning> meanings(String original, int most) {
    return read(
        (reader, index) ->
            new MeaningFinder(index.executor().lexicon(), index.executor().tokenizer())
                .of(original, most, reader));
  }

  /** What a Norwegian word is called in English, likeliest first. */
  public List<TermTranslation> translations(String word) {
    return read(
        (reader, index) -> {
          SearchExecutor searchExecutor = index.executor();
          return searchExecutor.tokenizer().cut(Side.ORIGINAL, word).stream()
              .filter(token -> !token.form().isEmpty())
              .flatMap(
                  token ->
                      searchExecutor.lexicon().translations(Side.ORIGINAL, token.term()).stream())
              .toList();
        });
  }

  /** Shows the words in their contexts, within some three seconds. */
  public Concordance concordance(ConcordanceRequest request) {
    return read((reader, index) -> index.executor().concordance(reader, request));
  }

  /** Everything that is found, in no bounded time; to be closed. */
  public SectionIterator all(SearchRequest request) {
    return hold((reader, index, done) -> index.executor().all(reader, request, done));
  }

  /** Every section of a document, in its order; to be closed. */
  public SectionIterator all(DocumentId document) {
    return hold((reader, index, done) -> index.executor().all(reader, document, done));
  }

  /** Closes without committing. */
  @Override
  public void close() {
    generations.close();
  }

  /** Reads the current generation, or the next one where that has just been closed. */
  private <T> T read(OpenIndex.Reading<T> reading) {
    return fromCurrent(index -> index.read(reading));
  }

  private SectionIterator hold(OpenIndex.Opening<SectionIterator> opening) {
    return fromCurrent(index -> index.hold(opening));
  }

  private <T> T fromCurrent(Function<OpenIndex, Optional<T>> reading) {
    while (true) {
      OpenIndex now = current.get();
      Optional<T> found = reading.apply(now);
      if (found.isPresent()) {
        return found.get();
      }
      if (now.equals(current.get())) {
        throw new IllegalStateException("this index is closed");
      }
    }
  }
}
