package no.speil.library.documents;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.speil.corpus.DocumentId;

/** Lets one thread at a time work on a document, and others on most other documents meanwhile. */
public final class DocumentLocks {
  private static final int STRIPES = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ReentrantLock[] stripes =
      IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  public <T> T with(DocumentId id, Supplier<T> work) {
    ReentrantLock lock = stripe(id);
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Works on two documents, which are locked in one order whichever is named first. */
  public <T> T withBoth(DocumentId one, DocumentId other, Supplier<T> work) {
    boolean inOrder = stripeNumber(one) <= stripeNumber(other);
    return with(inOrder ? one : other, () -> with(inOrder ? other : one, work));
  }

  /**
   * Works on a second document. Waits only so long, since another thread may hold the locks of the
   * two the other way round.
   *
   * @throws BusyException if the other document is being worked on all the while
   */
  public <T> T alsoWith(DocumentId other, Supplier<T> work) {
    ReentrantLock lock = stripe(other);
    try {
      if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BusyException(other);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + other, e);
    }
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Another thread works on that document; it can be tried again. */
  static final class BusyException extends IllegalStateException {
    private BusyException(DocumentId other) {
      super(other + " is being worked on");
    }
  }

  private ReentrantLock stripe(DocumentId id) {
    return stripes[stripeNumber(id)];
  }

  private static int stripeNumber(DocumentId id) {
    return Math.floorMod(id.hashCode(), STRIPES);
  }
}
