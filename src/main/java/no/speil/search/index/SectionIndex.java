package no.speil.search.index;

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
import java.util.function.Consumer;
import no.speil.corpus.DocumentId;
import no.speil.corpus.PublicView;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import no.speil.search.DocumentTrace;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.LuceneDocuments;
import no.speil.search.schema.Queries;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The index of an archive's sections. It is derived from the files and may be emptied at any time.
 * Thread-safe; searching never waits for writing. Changes are found after {@link #refresh} and
 * durable after {@link #commit}. If the disk fails, methods throw {@link UncheckedIOException} with
 * the path.
 *
 * <p>All terms of one generation are made with the same compounds. The next generation is started
 * with {@link #prepare} and filled with {@link #fill} while the current one is searched and
 * updated, and replaces it with {@link #swap}. An index whose files have failed, see {@link #loss},
 * is replaced in the same way; until then changes are not found, but nothing else fails.
 */
public final class SectionIndex extends SearchableIndex implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final GenerationFolders folders;
  private final Duration limit;
  private final boolean wasEmptied;

  /** Held alone while generations are exchanged, and shared while they are written. */
  private final ReadWriteLock exchange = new ReentrantReadWriteLock();

  private int number;
  private volatile OpenIndex current;
  private @Nullable OpenIndex next;

  private SectionIndex(Path folder, Duration limit, boolean writing) {
    this.folders = new GenerationFolders(folder);
    this.limit = limit;
    this.number = folders.current();
    boolean lost = writing && folders.keepOnly(number);
    this.current = new OpenIndex(folders.of(number), limit, writing);
    this.wasEmptied = lost || current.opened.emptied();
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
    return wasEmptied;
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
    return current.models.compoundsFrom();
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
    abandon();
    Path place = folders.renewed(number + 1);
    IndexModels.prepare(place, compounds, from);
    OpenIndex begun = new OpenIndex(place, limit, true);
    locked(exchange.writeLock(), () -> next = begun);
  }

  /** Puts a document into the next generation only, like {@link #put}. */
  public void fill(IndexedDocument head, List<IndexedSection> sections, DocumentTrace trace) {
    IOConsumer<IndexWriter> writing = replacing(head, sections, trace);
    shared(
        () -> {
          if (next != null) {
            next.write(writing);
          }
        });
  }

  /**
   * Makes the next generation the current one. The lexicon in use stays until another is learned.
   *
   * @param whole whether every file of the archive was seen
   */
  public void swap(boolean whole) {
    OpenIndex before = current;
    shared( // most of the work, while others may write
        () -> {
          prepared().commit(whole);
          prepared().refresh();
        });
    locked(
        exchange.writeLock(),
        () -> {
          OpenIndex begun = prepared();
          begun.searchModels.use(before.searchModels.lexicon());
          begun.commit(whole);
          begun.refresh();
          folders.choose(number + 1);
          number++;
          current = begun;
          next = null;
        });
    before.close();
    folders.remove(number - 1);
  }

  private OpenIndex prepared() {
    if (next == null) {
      throw new IllegalStateException("no generation was prepared");
    }
    return next;
  }

  private void abandon() {
    OpenIndex begun = next;
    locked(exchange.writeLock(), () -> next = null);
    if (begun != null) {
      begun.close();
      folders.remove(number + 1);
    }
  }

  /**
   * Replaces all entries of a document.
   *
   * @param trace what is kept beside its sections
   */
  public void put(IndexedDocument head, List<IndexedSection> sections, DocumentTrace trace) {
    write(replacing(head, sections, trace));
  }

  private static IOConsumer<IndexWriter> replacing(
      IndexedDocument head, List<IndexedSection> sections, DocumentTrace trace) {
    List<Document> all = entries(head, sections, trace);
    return writing -> {
      if (all.isEmpty()) {
        writing.deleteDocuments(allOf(head.id())); // Lucene miscounts its memory for empty batches
      } else {
        writing.updateDocuments(allOf(head.id()), all);
      }
    };
  }

  /** Replaces or adds these sections of a document and changes no other. */
  public void patch(IndexedDocument head, List<IndexedSection> changed) {
    if (changed.isEmpty()) {
      return;
    }
    List<Document> all = entries(head, changed, DocumentTrace.NONE);
    List<BytesRef> ids =
        changed.stream().map(section -> new BytesRef(section.id().value())).toList();
    Query replaced = // two documents may hold the same id
        Queries.all(new TermQuery(allOf(head.id())), new TermInSetQuery(IndexSchema.SECTION, ids));
    write(writing -> writing.updateDocuments(replaced, all));
  }

  /** Removes a document and its trace. */
  public void remove(DocumentId id) {
    write(writing -> writing.deleteDocuments(allOf(id)));
  }

  private static Term allOf(DocumentId id) {
    return new Term(IndexSchema.DOCUMENT, id.value());
  }

  private static List<Document> entries(
      IndexedDocument head, List<IndexedSection> sections, DocumentTrace trace) {
    var all = new ArrayList<Document>(sections.size() + 1);
    try {
      for (IndexedSection section : sections) {
        all.add(LuceneDocuments.section(head, section));
      }
      if (!trace.isEmpty()) {
        all.add(LuceneDocuments.trace(head, trace, sections));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("making an entry of " + head.id(), e);
    }
    return all;
  }

  private void write(IOConsumer<IndexWriter> writing) {
    shared(
        () -> {
          unlessLost(current, index -> index.write(writing));
          if (next != null) {
            unlessLost(next, index -> index.write(writing));
          }
        });
  }

  @Override
  public void refresh() {
    shared(() -> unlessLost(current, OpenIndex::refresh)); // or a swap would close it meanwhile
  }

  /**
   * Commits changes, if there are any.
   *
   * @param whole whether every file of the archive was seen
   */
  public void commit(boolean whole) {
    shared(() -> unlessLost(current, index -> index.commit(whole)));
  }

  /**
   * Ignores failures of an index that is lost: it is derived, and must not undo changes of files.
   */
  private static void unlessLost(OpenIndex index, Consumer<OpenIndex> work) {
    try {
      work.accept(index);
    } catch (UncheckedIOException e) {
      if (index.loss().isEmpty()) {
        throw e;
      }
    }
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
    current.merge(); // not with a lock, which others would wait for
  }

  /**
   * Expands queries by that lexicon from now on, also after a restart; never waits for a search.
   *
   * @param from a note of what it was learned from, see {@link #lexiconFrom}
   */
  public void use(Lexicon lexicon, String from) {
    shared(() -> current.use(lexicon, from));
  }

  /** What everybody may read of this index. */
  public SearchableIndex publicPart(PublicView view) {
    return new PublicIndex(this, view);
  }

  /** Reads the current generation, or the one after it if that has just been closed. */
  @Override
  <T> T read(OpenIndex.Reading<T> reading) {
    while (true) {
      OpenIndex now = current;
      Optional<T> found = now.read(reading);
      if (found.isPresent()) {
        return found.get();
      }
      if (now.equals(current)) {
        throw new IllegalStateException("this index is closed");
      }
    }
  }

  /** Closes without committing. Whoever still reads reads on. */
  @Override
  public void close() {
    abandon();
    current.close();
  }

  private void shared(Runnable work) {
    locked(exchange.readLock(), work);
  }

  private static void locked(Lock lock, Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
