package no.speil.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sections of one generation, open in their folder. Stays open while somebody reads it, also
 * when it has been retired.
 */
final class OpenIndex {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);
  private static final Duration CHECK_REST = Duration.ofMinutes(1);

  private final IndexDirectory folder;
  private final Directory directory;
  private final @Nullable IndexWriter writer;
  private final SearcherManager searchers;
  private final boolean emptied;
  private volatile boolean complete;
  private volatile @Nullable Throwable damage;
  private long nextCheckNanos = System.nanoTime();
  private int readers;
  private boolean retired;
  private Runnable afterwards = () -> {};

  /** Does something to the index. */
  interface Writing {
    void on(IndexWriter writer) throws IOException;
  }

  /** Finds something in the index. */
  interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException;
  }

  /** Begins to read what is read on afterwards, until it says that it is done. */
  interface Opening<T> {
    T of(IndexReader reader, Runnable done) throws IOException;
  }

  OpenIndex(IndexDirectory folder, IndexDirectory.Opened opened) {
    this.folder = folder;
    this.directory = opened.directory();
    this.writer = opened.writer();
    this.emptied = opened.emptied();
    this.complete = opened.complete();
    try {
      this.searchers =
          writer == null ? new SearcherManager(directory, null) : new SearcherManager(writer, null);
    } catch (IOException e) {
      throw folder.failed("opening", e);
    }
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
   * Why it is of no use any more: Lucene closes a writer for good when its files fail it, though
   * what was written is still read; its folder may be deleted; or files are not as they were
   * written. Empty while all is well.
   */
  Optional<Throwable> loss() {
    if (damage != null) {
      return Optional.of(damage);
    }
    IndexWriter open = writer;
    return open == null
        ? Optional.empty()
        : folder.removal().or(() -> Optional.ofNullable(open.getTragicException()));
  }

  void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException | AlreadyClosedException e) {
      throw folder.failed("refreshing", e);
    }
  }

  void commit(boolean whole) {
    write(
        writing -> {
          if (whole != complete || writing.hasUncommittedChanges()) {
            writing.setLiveCommitData(folder.marks(whole).entrySet());
            writing.commit();
          }
        });
    complete = whole;
  }

  /** Reads; empty where the generation has been closed and another is the current one. */
  <T> Optional<T> read(Reading<T> reading) {
    if (!enter()) {
      return Optional.empty();
    }
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return Optional.of(reading.from(searcher));
      } catch (IOException | RuntimeException | InternalError | AssertionError e) {
        throw failure(searcher.getIndexReader(), e);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw folder.failed("reading", e);
    } finally {
      leave();
    }
  }

  /** What is thrown in place of a failure to read, once it is known whether the files did it. */
  private RuntimeException failure(IndexReader reader, Throwable failure) {
    noteDamage(reader, failure);
    if (failure instanceof IOException e) {
      return folder.failed("reading", e);
    }
    if (damage != null || failure instanceof InternalError) {
      return folder.failed("reading", new IOException("its files are damaged", failure));
    }
    if (failure instanceof RuntimeException e) {
      return e;
    }
    throw (AssertionError) failure;
  }

  /**
   * Looks whether the files are to blame for a failure. Whatever Lucene trips over in damaged
   * files, they tell by their checksums; reading them all is done once a minute at most.
   */
  private synchronized void noteDamage(IndexReader reader, Throwable failure) {
    if (damage != null || System.nanoTime() - nextCheckNanos < 0) {
      return;
    }
    nextCheckNanos = System.nanoTime() + CHECK_REST.toNanos();
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    } catch (CorruptIndexException e) {
      e.addSuppressed(failure);
      damage = e;
    } catch (InternalError e) { // so says Java of memory whose file does not reach so far any more
      e.addSuppressed(failure);
      damage = new IOException("a file is shorter than it was, or its disk fails", e);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e); // they cannot be read at all now, which says nothing of them
    }
  }

  /** Opens what stays open until it is closed; empty where the generation has been closed. */
  <T> Optional<T> hold(Opening<T> opening) {
    if (!enter()) {
      return Optional.empty();
    }
    boolean held = false;
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        T found = opening.of(searcher.getIndexReader(), () -> release(searcher));
        held = true;
        return Optional.of(found);
      } catch (IOException | RuntimeException | InternalError | AssertionError e) {
        throw failure(searcher.getIndexReader(), e);
      } finally {
        if (!held) {
          release(searcher);
        }
      }
    } catch (IOException e) {
      throw folder.failed("reading", e);
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
   * @param then done when it is closed
   */
  void retire(Runnable then) {
    boolean idle;
    synchronized (this) {
      idle = !retired && readers == 0;
      retired = true;
      afterwards = then;
    }
    if (idle) {
      close();
    }
  }

  private synchronized boolean enter() {
    readers += retired ? 0 : 1;
    return !retired;
  }

  private void leave() {
    boolean last;
    synchronized (this) {
      readers--;
      last = retired && readers == 0;
    }
    if (last) {
      close();
    }
  }

  private void close() {
    try {
      searchers.close();
      if (writer != null) {
        rollBack(writer);
      }
      if (loss().isEmpty()) { // else it would write what it still has in memory
        directory.close();
        if (writer != null) {
          folder.closed();
        }
      }
      afterwards.run();
    } catch (IOException e) {
      throw folder.failed("closing", e);
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
