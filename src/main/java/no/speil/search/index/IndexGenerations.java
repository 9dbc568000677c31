package no.speil.search.index;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import no.speil.lexicon.CompoundSplitter;
import no.speil.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * The generation of an index that is searched, and the next one while it is being made. What is
 * written goes to both. Thread-safe; reading never waits for writing.
 */
final class IndexGenerations {
  private final GenerationFolders folders;
  private final Duration limit;
  private final ReadWriteLock changing = new ReentrantReadWriteLock();
  private final boolean emptied;
  private int number;
  private volatile IndexGeneration current;
  private @Nullable IndexGeneration next;

  IndexGenerations(GenerationFolders folders, Duration limit, boolean writing) {
    this.folders = folders;
    this.limit = limit;
    this.number = folders.current();
    boolean lost = writing && folders.keepOnly(number);
    this.current = IndexGeneration.open(folders.of(number), limit, writing);
    this.emptied = lost || current.sections().emptied();
  }

  /** Whether the one that was found could not be used. */
  boolean emptied() {
    return emptied;
  }

  IndexGeneration current() {
    return current;
  }

  /** Begins the next generation; one that was begun before is given up. */
  void prepare(CompoundSplitter compounds, String from) {
    abandon();
    Path place = folders.renewed(number + 1);
    IndexGeneration.prepare(place, compounds, from);
    IndexGeneration begun = IndexGeneration.open(place, limit, true);
    exclusively(() -> next = begun);
  }

  /** Writes to the next one only, where there is one. */
  void fill(OpenIndex.Writing writing) {
    shared(
        () -> {
          if (next != null) {
            next.sections().write(writing);
          }
        });
  }

  /**
   * Makes the next generation the current one, with the lexicon that is in use until another is
   * learned.
   *
   * @param whole whether every file of the archive was seen
   */
  void swap(boolean whole) {
    IndexGeneration before = current;
    shared(() -> prepared().sections().commit(whole)); // most of the work, while others write
    exclusively(
        () -> {
          IndexGeneration next = prepared();
          next.searching().use(before.searching().lexicon());
          next.sections().commit(whole);
          next.sections().refresh();
          folders.choose(number + 1);
          number++;
          current = next;
          this.next = null;
        });
    int last = number - 1;
    before.sections().retire(() -> folders.remove(last));
  }

  private IndexGeneration prepared() {
    if (next == null) {
      throw new IllegalStateException("no generation was prepared");
    }
    return next;
  }

  /** Gives the next generation up. */
  void abandon() {
    IndexGeneration begun = next;
    exclusively(() -> next = null);
    if (begun != null) {
      int given = number + 1;
      begun.sections().retire(() -> folders.remove(given));
    }
  }

  void write(OpenIndex.Writing writing) {
    shared(
        () -> {
          unlessLost(current, sections -> sections.write(writing));
          if (next != null) {
            unlessLost(next, sections -> sections.write(writing));
          }
        });
  }

  /** From now on what was written to the current one is found. */
  void refresh() {
    unlessLost(current, OpenIndex::refresh);
  }

  /** Makes durable what was written to the current one. */
  void commit(boolean whole) {
    shared(() -> unlessLost(current, sections -> sections.commit(whole)));
  }

  /** A derived thing that fails must not undo what has been done to the files. */
  private static void unlessLost(IndexGeneration generation, Consumer<OpenIndex> work) {
    try {
      work.accept(generation.sections());
    } catch (UncheckedIOException e) {
      if (generation.sections().loss().isEmpty()) {
        throw e;
      }
    }
  }

  /** Searches the current one with that lexicon from now on, also after a restart. */
  void use(Lexicon lexicon, String from) {
    shared(() -> current.use(lexicon, from));
  }

  /** Asks the current generation, and the next one where that has just been closed. */
  <T> T fromCurrent(Function<IndexGeneration, Optional<T>> question) {
    while (true) {
      IndexGeneration now = current;
      Optional<T> found = question.apply(now);
      if (found.isPresent()) {
        return found.get();
      }
      if (now.equals(current)) {
        throw new IllegalStateException("this index is closed");
      }
    }
  }

  /** Closes without committing. */
  void close() {
    abandon();
    current.sections().retire(() -> {});
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
