package no.speil.library.documents;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.speil.corpus.DocumentId;

/** Lets one thread at a time work on a document, and others on most other documents meanwhile. */
public final class DocumentLocks {
  private static final int STRIPES = 256;

  /** For whoever holds a lock that others may wait for. */
  static final Duration SHORT = Duration.ofSeconds(2);

  /** For whoever holds none. */
  static final Duration LONG = Duration.ofMinutes(1);

  private final ReentrantLock[] stripes =
      IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  public <T> T with(DocumentId id, Supplier<T> work) {
    ReentrantLock lock = stripes[stripeNumber(id)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** The same of work that answers nothing. */
  public void run(DocumentId id, Runnable work) {
    with(
        id,
        () -> {
          work.run();
          return id;
        });
  }

  /** Works on two documents, which are locked in one order whichever is named first. */
  public <T> T withBoth(DocumentId one, DocumentId other, Supplier<T> work) {
    boolean inOrder = stripeNumber(one) <= stripeNumber(other);
    return with(inOrder ? one : other, () -> with(inOrder ? other : one, work));
  }

  /**
   * Works on several documents more once it has the locks of all of them, or on none. Waits only so
   * long, since another thread may hold one of them and wait for one that the caller holds.
   *
   * @throws BusyException if one of them is being worked on all the while
   */
  <T> T alsoWithAll(Collection<DocumentId> others, Duration patience, Supplier<T> work) {
    var taken = new ArrayDeque<ReentrantLock>();
    try {
      for (int number :
          others.stream().mapToInt(DocumentLocks::stripeNumber).distinct().sorted().toArray()) {
        take(stripes[number], patience);
        taken.push(stripes[number]);
      }
      return work.get();
    } finally {
      taken.forEach(ReentrantLock::unlock);
    }
  }

  /**
   * Takes a lock.
   *
   * @throws BusyException if another thread has it all the while
   */
  static void take(ReentrantLock lock, Duration patience) {
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a document", e);
    }
  }

  /** Another thread works on what is needed; it can be tried again. */
  static final class BusyException extends IllegalStateException {
    private BusyException() {
      super("another thread works on the document, or on one that it depends on");
    }
  }

  private static int stripeNumber(DocumentId id) {
    return Math.floorMod(id.hashCode(), STRIPES);
  }
}
