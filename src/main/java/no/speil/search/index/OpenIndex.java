package no.speil.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.AnalysisFingerprint;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.execute.SearchExecutor;
import no.speil.search.index.IndexModels.StoredLexicon;
import no.speil.search.suggest.SearchAssist;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One generation of the index, open in its folder; all its terms are made with the same compounds.
 * It stays open while somebody reads it, even after it is retired.
 */
final class OpenIndex {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);

  private final IndexModels models;
  private final String fingerprint;
  private final SearchExecutor executor;
  private final SearchAssist assist;
  private final IndexDirectory folder;
  private final Directory directory;
  private final @Nullable IndexWriter writer;
  private final SearcherManager searchers;
  private final boolean emptied;
  private final DamageCheck damageCheck = new DamageCheck();
  private volatile boolean complete;
  private volatile boolean merged;
  private volatile boolean mayMerge;
  private volatile String lexiconFrom = "";
  private final ReaderCount readers = new ReaderCount();
  private volatile Runnable afterwards = () -> {};
  private final CountDownLatch closed = new CountDownLatch(1);

  /** A change of the index. */
  interface Writing {
    void on(IndexWriter writer) throws IOException;
  }

  /** Something read from the index. */
  interface Reading<T> {
    T from(IndexReader reader, OpenIndex index) throws IOException;
  }

  /** Something that goes on reading until it calls {@code done}. */
  interface Opening<T> {
    T of(IndexReader reader, OpenIndex index, Runnable done) throws IOException;
  }

  /** Opens the generation in that folder; what is missing or damaged there is empty. */
  OpenIndex(Path place, Duration limit, boolean writing) {
    models = IndexModels.in(place);
    var fieldAnalyzer = new FieldAnalyzer(models.compounds());
    var terms = new FieldTerms(new FieldAnalyzer());
    fingerprint = AnalysisFingerprint.of(terms, models.compounds());
    executor = new SearchExecutor(fieldAnalyzer, terms, limit);
    assist = new SearchAssist(fieldAnalyzer, terms);
    folder = new IndexDirectory(place.resolve("sections"), fingerprint);
    IndexDirectory.Opened opened =
        writing ? folder.openForWriting(fieldAnalyzer) : folder.openForReading();
    directory = opened.directory();
    writer = opened.writer();
    emptied = opened.emptied();
    complete = opened.complete();
    merged = opened.merged();
    mayMerge = writing;
    models.lexicon(fingerprint).ifPresent(this::take);
    try {
      this.searchers =
          writer == null ? new SearcherManager(directory, null) : new SearcherManager(writer, null);
    } catch (IOException e) {
      throw folder.failed("opening", e);
    }
  }

  private void take(StoredLexicon stored) {
    executor.use(stored.lexicon());
    lexiconFrom = stored.from();
  }

  /** Uses that lexicon from now on, also after a restart. */
  void use(Lexicon lexicon, String from) {
    var stored = new StoredLexicon(lexicon, from);
    try {
      if (loss().isEmpty()) { // else the folder may belong to another process
        models.write(stored, fingerprint);
      }
    } catch (IOException e) {
      throw folder.failed("writing the lexicon beside", e);
    }
    take(stored);
  }

  String compoundsFrom() {
    return models.compoundsFrom();
  }

  String lexiconFrom() {
    return lexiconFrom;
  }

  SearchExecutor executor() {
    return executor;
  }

  SearchAssist assist() {
    return assist;
  }

  boolean emptied() {
    return emptied;
  }

  boolean complete() {
    return complete;
  }

  void write(Writing writing) {
    if (writer == null) {
      throw new IllegalStateException("this index was opened for reading");
    }
    try {
      writing.on(writer);
    } catch (IOException | AlreadyClosedException e) {
      throw folder.failed("writing", e);
    }
  }

  /**
   * Why it cannot be used any more: Lucene has closed the writer after a failure (reading still
   * works), the folder was deleted, or files are damaged. Empty while all is well.
   */
  Optional<Throwable> loss() {
    IndexWriter open = writer;
    return open == null
        ? damageCheck.damage()
        : damageCheck
            .damage()
            .or(folder::removal)
            .or(() -> Optional.ofNullable(open.getTragicException()));
  }

  void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException | AlreadyClosedException e) {
      throw folder.failed("refreshing", e);
    }
    read(
        (reader, index) -> {
          executor.prepare(reader);
          return true;
        });
  }

  void commit(boolean whole) {
    write(
        writing -> {
          if (whole != complete || writing.hasUncommittedChanges()) {
            writing.setLiveCommitData(folder.commitData(whole, merged).entrySet());
            writing.commit();
          }
        });
    complete = whole;
  }

  /** Whether it is complete, but in the many segments in which a first index was written. */
  boolean awaitsMerge() {
    return mayMerge && complete && !merged;
  }

  /**
   * Merges these segments, since few are searched faster than many. Takes long, while others may
   * write and search. If the disk has no room for it, that waits for another start.
   */
  void merge() {
    write(
        writing -> {
          mayMerge = false;
          merged = folder.merge(writing);
        });
  }

  /** Reads from the index; empty if this generation has been retired. */
  <T> Optional<T> read(Reading<T> reading) {
    if (!readers.enter()) {
      return Optional.empty();
    }
    IndexSearcher searcher = acquire();
    try {
      return Optional.of(reading.from(searcher.getIndexReader(), this));
    } catch (IOException | RuntimeException | InternalError | AssertionError e) {
      throw failure(searcher.getIndexReader(), e);
    } finally {
      release(searcher);
    }
  }

  /** What is thrown in place of a failure to read, once it is known whether the files did it. */
  RuntimeException failure(IndexReader reader, Throwable failure) {
    damageCheck.check(reader, failure);
    if (failure instanceof IOException e) {
      return folder.failed("reading", e);
    }
    if (damageCheck.damage().isPresent() || failure instanceof InternalError) {
      return folder.failed("reading", new IOException("its files are damaged", failure));
    }
    if (failure instanceof RuntimeException e) {
      return e;
    }
    throw (AssertionError) failure; // Lucene's assertions, which are on in tests
  }

  /** Opens something that goes on reading; empty if this generation has been retired. */
  <T> Optional<T> hold(Opening<T> opening) {
    if (!readers.enter()) {
      return Optional.empty();
    }
    IndexSearcher searcher = acquire();
    boolean held = false;
    try {
      T found = opening.of(searcher.getIndexReader(), this, () -> release(searcher));
      held = true;
      return Optional.of(found);
    } catch (IOException | RuntimeException | InternalError | AssertionError e) {
      throw failure(searcher.getIndexReader(), e);
    } finally {
      if (!held) {
        release(searcher);
      }
    }
  }

  /** To be called after entering; where it fails, it has left again. */
  private IndexSearcher acquire() {
    boolean acquired = false;
    try {
      IndexSearcher searcher = searchers.acquire();
      acquired = true;
      return searcher;
    } catch (IOException e) {
      throw folder.failed("reading", e);
    } finally {
      if (!acquired) {
        leave();
      }
    }
  }

  private void release(IndexSearcher searcher) {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw folder.failed("reading", e);
    } finally {
      leave();
    }
  }

  /**
   * Closes without committing, as soon as nobody reads.
   *
   * @param then called when it is closed
   */
  void retire(Runnable then) {
    afterwards = then;
    if (readers.retire()) {
      close();
    }
  }

  /** Waits until a retired generation is closed, or so long; an interrupt ends the waiting. */
  void awaitClosed(Duration atMost) {
    try {
      if (!closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The index is still being read {} s after closing.", atMost.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void leave() {
    if (readers.leave()) {
      close();
    }
  }

  private void close() {
    try {
      searchers.close();
      if (writer != null) {
        rollBack(writer);
      }
      if (loss().isEmpty()) { // else Lucene would write what it still has in memory
        directory.close();
        if (writer != null) {
          folder.closed();
        }
      }
      afterwards.run();
    } catch (IOException e) {
      throw folder.failed("closing", e);
    } finally {
      closed.countDown();
    }
  }

  /** Closes the writer; where its files are deleted, what Lucene misses is no news. */
  private void rollBack(IndexWriter open) throws IOException {
    try {
      open.rollback();
    } catch (IOException e) {
      if (loss().isEmpty()) {
        throw e;
      }
      LOG.debug("the index was lost before it was closed", e);
    }
  }
}
