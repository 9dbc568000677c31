package no.speil.search.index;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * The current generation of an index and the next one while it is built. Writes go to both.
 * Thread-safe; reading never waits for writing.
 */
final class IndexGenerations {
  /** The time that those who read are given when the index is closed. */
  private static final Duration READING = Duration.ofSeconds(10);

  private final GenerationFolders folders;
  private final Duration limit;
  private final ReadWriteLock changing = new ReentrantReadWriteLock();
  private final boolean emptied;
  private final Consumer<OpenIndex> onSwap;
  private int number;

  /** The one that is searched. */
  private volatile OpenIndex current;

  private @Nullable OpenIndex next;

  /**
   * @param onSwap told which generation is searched from now on, before the old one is retired
   */
  IndexGenerations(
      GenerationFolders folders, Duration limit, boolean writing, Consumer<OpenIndex> onSwap) {
    this.onSwap = onSwap;
    this.folders = folders;
    this.limit = limit;
    this.number = folders.current();
    boolean lost = writing && folders.keepOnly(number);
    this.current = new OpenIndex(folders.of(number), limit, writing);
    this.emptied = lost || current.emptied();
  }

  /** Whether the index that was found was damaged or of another version. */
  boolean emptied() {
    return emptied;
  }

  /** The generation that is searched now. */
  OpenIndex current() {
    return current;
  }

  /** Starts the next generation; abandons one that was started before. */
  void prepare(CompoundSplitter compounds, String from) {
    abandon();
    Path place = folders.renewed(number + 1);
    IndexModels.prepare(place, compounds, from);
    OpenIndex begun = new OpenIndex(place, limit, true);
    exclusively(() -> next = begun);
  }

  /** Writes to the next generation only, if there is one. */
  void fill(OpenIndex.Writing writing) {
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
  void swap(boolean whole) {
    OpenIndex before = current;
    shared( // most of the work, while others may write
        () -> {
          prepared().commit(whole);
          prepared().refresh();
        });
    exclusively(
        () -> {
          OpenIndex next = prepared();
          next.executor().use(before.executor().lexicon());
          next.commit(whole);
          next.refresh();
          folders.choose(number + 1);
          number++;
          current = next;
          onSwap.accept(next);
          this.next = null;
        });
    int last = number - 1;
    before.retire(() -> folders.remove(last));
  }

  private OpenIndex prepared() {
    if (next == null) {
      throw new IllegalStateException("no generation was prepared");
    }
    return next;
  }

  /** Abandons the next generation. */
  void abandon() {
    OpenIndex begun = next;
    exclusively(() -> next = null);
    if (begun != null) {
      int given = number + 1;
      begun.retire(() -> folders.remove(given));
    }
  }

  void write(OpenIndex.Writing writing) {
    shared(
        () -> {
          unlessLost(current, index -> index.write(writing));
          if (next != null) {
            unlessLost(next, index -> index.write(writing));
          }
        });
  }

  /** Makes what was written to the current generation searchable. */
  void refresh() {
    shared(() -> unlessLost(current, OpenIndex::refresh)); // or a swap would close it meanwhile
  }

  /** Commits what was written to the current generation. */
  void commit(boolean whole) {
    shared(() -> unlessLost(current, index -> index.commit(whole)));
  }

  /** Not with a lock, which others would wait for. */
  void merge() {
    current.merge();
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

  /** Uses that lexicon from now on, also after a restart. */
  void use(Lexicon lexicon, String from) {
    shared(() -> current.use(lexicon, from));
  }

  /** Closes without committing; waits for those who read, so that nothing is written later. */
  void close() {
    abandon();
    current.retire(() -> {});
    current.awaitClosed(READING);
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
}
