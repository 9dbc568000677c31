package no.speil.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.lexicon.Compounds;
import no.speil.lexicon.Cutting;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.Sources.Pairs;
import no.speil.lexicon.WordCounts;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

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

  private final GenerationFolders folders;
  private final Duration limit;
  private final SectionDocuments documents = new SectionDocuments();
  private final ReadWriteLock changing = new ReentrantReadWriteLock();
  private final boolean emptied;
  private int number;
  private volatile Generation current;
  private @Nullable Generation next;

  private SectionIndex(GenerationFolders folders, Duration limit, boolean writing) {
    this.folders = folders;
    this.limit = limit;
    this.number = folders.current();
    if (writing) {
      folders.keepOnly(number);
    }
    this.current = Generation.open(folders.of(number), limit, writing);
    this.emptied = current.emptied();
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
    return new SectionIndex(new GenerationFolders(folder), limit, true);
  }

  /** The same, emptied, with those compounds. */
  static SectionIndex open(Path folder, Compounds compounds) {
    SectionIndex index = open(folder);
    index.prepare(compounds, "");
    index.swap(false);
    return index;
  }

  /** The last commit in that folder, to search beside a process that writes it. */
  public static SectionIndex openForReading(Path folder) {
    return new SectionIndex(new GenerationFolders(folder), LIMIT, false);
  }

  /** Whether {@link #open} found something that it could not use. */
  public boolean wasEmptied() {
    return emptied;
  }

  /** Why the current generation takes up nothing new any more; empty while all is well. */
  public Optional<Throwable> loss() {
    return current.loss();
  }

  /** Whether the last commit was said to hold every file. */
  public boolean complete() {
    return current.complete();
  }

  /**
   * What the compounds were learned from, as said to {@link #prepare}; empty where from nothing.
   */
  public String compoundsFrom() {
    return current.compoundsFrom();
  }

  /** What the lexicon was learned from, as said to {@link #use}; empty where there is none. */
  public String lexiconFrom() {
    return current.lexiconFrom();
  }

  /** Begins the next generation; one that was begun before is given up. */
  public void prepare(Compounds compounds, String from) {
    abandon();
    Path place = folders.renewed(number + 1);
    Generation.prepare(place, compounds, from);
    Generation begun = Generation.open(place, limit, true);
    exclusively(() -> next = begun);
  }

  /** Puts a document into the next generation only; as {@link #put}. */
  public void fill(IndexedDocument head, List<IndexedSection> sections, Footprint footprint) {
    List<Document> all = documents(head, sections, footprint);
    shared(
        () -> {
          if (next != null) {
            next.write(writing -> writing.updateDocuments(allOf(head.id()), all));
          }
        });
  }

  /**
   * Makes the next generation the current one, with the lexicon that is in use until another is
   * learned.
   *
   * @param whole whether every file of the archive was seen
   */
  public void swap(boolean whole) {
    Generation before = current;
    shared(() -> prepared().commit(whole)); // most of the work, while others write
    exclusively(
        () -> {
          Generation next = prepared();
          next.searching().use(before.searching().lexicon());
          next.commit(whole);
          next.refresh();
          folders.choose(number + 1);
          number++;
          current = next;
          this.next = null;
        });
    int last = number - 1;
    before.retire(() -> folders.remove(last));
  }

  private Generation prepared() {
    if (next == null) {
      throw new IllegalStateException("no generation was prepared");
    }
    return next;
  }

  /** Gives the next generation up. */
  public void abandon() {
    Generation begun = next;
    exclusively(() -> next = null);
    if (begun != null) {
      int given = number + 1;
      begun.retire(() -> folders.remove(given));
    }
  }

  /**
   * Replaces all of a document.
   *
   * @param footprint what is kept beside the sections
   */
  public void put(IndexedDocument head, List<IndexedSection> sections, Footprint footprint) {
    List<Document> all = documents(head, sections, footprint);
    write(writing -> writing.updateDocuments(allOf(head.id()), all));
  }

  /** Replaces these sections of a document, or adds them, and touches no other. */
  public void patch(IndexedDocument head, List<IndexedSection> changed) {
    write(
        writing -> {
          for (IndexedSection section : changed) {
            var key = new Term(Schema.KEY, SectionDocuments.key(head.id(), section.id()));
            writing.updateDocument(key, documents.section(head, section));
          }
        });
  }

  /** Forgets a document, also which sections it had. */
  public void remove(DocumentId id) {
    write(writing -> writing.deleteDocuments(allOf(id)));
  }

  /** From now on what was put is found, here; beside a writer, what it has committed. */
  public void refresh() {
    unlessLost(current, Generation::refresh);
  }

  /**
   * Makes durable what was put; writes nothing where that is so already.
   *
   * @param whole whether every file of the archive was seen
   */
  public void commit(boolean whole) {
    shared(() -> unlessLost(current, generation -> generation.commit(whole)));
  }

  /** Gives every document's card, in no order; reads no texts. */
  public void cards(BiConsumer<DocumentId, byte[]> sink) {
    read(
        (searcher, generation) -> {
          Lookup.cards(searcher.getIndexReader(), sink);
          return true;
        });
  }

  /** The document that has the section, or had it and remembers it. */
  public Optional<DocumentId> documentOf(SectionId id) {
    return read((searcher, generation) -> Lookup.documentOf(searcher, id));
  }

  /**
   * From now on words are searched by what they mean there, too, also after a restart; never waits
   * for a search.
   *
   * @param from says what it was learned from, see {@link #lexiconFrom}
   */
  public void use(Lexicon lexicon, String from) {
    shared(() -> current.use(lexicon, from));
  }

  /** How texts are cut into this index's terms. */
  public Cutting cutting() {
    return current.searching().cutting();
  }

  /** The words of one side of all sections, as they are written but for case. */
  public WordCounts words(Side side) {
    return sink ->
        read(
            (searcher, generation) -> {
              IndexWords.each(searcher.getIndexReader(), Column.of(side).exact(), sink);
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
            (searcher, generation) -> {
              new PairSample(searcher.getIndexReader()).each(most, sink);
              return true;
            });
  }

  /** Documents that some of these prints are kept of, those with the most first; not very many. */
  public List<DocumentId> alike(List<TextHash> prints) {
    return read((searcher, generation) -> Lookup.alike(searcher, prints));
  }

  /** Answers any request, within a second or so. */
  public SearchResult search(SearchRequest request) {
    return read(
        (searcher, generation) -> generation.offers().answer(searcher.getIndexReader(), request));
  }

  /** What a query that begins so may be about to ask, likeliest first; ten at most. */
  public List<Completion> complete(String typed) {
    return read(
        (searcher, generation) -> generation.offers().complete(searcher.getIndexReader(), typed));
  }

  /** Sections that say much the same, never the section itself; none of one that is unknown. */
  public List<Hit> similar(SectionId section, int most) {
    return read(
        (searcher, generation) ->
            generation.offers().similar(searcher.getIndexReader(), section, most));
  }

  /** Shows the words in their contexts, within some three seconds. */
  public Concordance lines(ConcordanceRequest request) {
    return read(
        (searcher, generation) -> generation.searching().lines(searcher.getIndexReader(), request));
  }

  /** Everything that is found, in no bounded time; to be closed. */
  public FoundSections all(SearchRequest request) {
    return hold((reader, searching, done) -> searching.all(reader, request, done));
  }

  /** Every section of a document, in its order; to be closed. */
  public FoundSections all(DocumentId document) {
    return hold((reader, searching, done) -> searching.all(reader, document, done));
  }

  /** Closes without committing. */
  @Override
  public void close() {
    abandon();
    current.retire(() -> {});
  }

  private List<Document> documents(
      IndexedDocument head, List<IndexedSection> sections, Footprint footprint) {
    var all = new ArrayList<Document>(sections.size() + 1);
    try {
      for (IndexedSection section : sections) {
        all.add(documents.section(head, section));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("making an entry of " + head.id(), e);
    }
    if (!footprint.isEmpty()) {
      all.add(SectionDocuments.beside(head.id(), footprint));
    }
    return all;
  }

  /** What is written goes to the generation that is being filled as well. */
  private void write(Generation.Writing writing) {
    shared(
        () -> {
          unlessLost(current, generation -> generation.write(writing));
          if (next != null) {
            unlessLost(next, generation -> generation.write(writing));
          }
        });
  }

  /** A derived thing that fails must not undo what has been done to the files. */
  private static void unlessLost(Generation generation, Consumer<Generation> work) {
    try {
      work.accept(generation);
    } catch (UncheckedIOException e) {
      if (generation.loss().isEmpty()) {
        throw e;
      }
    }
  }

  private <T> T read(Generation.Reading<T> reading) {
    return fromCurrent(generation -> generation.read(reading));
  }

  private FoundSections hold(Generation.Opening opening) {
    return fromCurrent(generation -> generation.hold(opening));
  }

  /** Asks the current generation, and the next one where that has just been closed. */
  private <T> T fromCurrent(Function<Generation, Optional<T>> question) {
    while (true) {
      Generation now = current;
      Optional<T> found = question.apply(now);
      if (found.isPresent()) {
        return found.get();
      }
      if (now.equals(current)) {
        throw new IllegalStateException("this index is closed");
      }
    }
  }

  private void shared(Runnable work) {
    locked(changing.readLock(), work);
  }

  private void exclusively(Runnable work) {
    locked(changing.writeLock(), work);
  }

  private static void locked(Lock lock, Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private static Term allOf(DocumentId id) {
    return new Term(Schema.DOCUMENT, id.value());
  }
}
