package no.speil.library;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.speil.corpus.DocumentId;

/** Lets one thread at a time work on a document, and others on most other documents meanwhile. */
final class DocumentLocks {
  private static final int STRIPES = 256;

  private final ReentrantLock[] stripes =
      IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  <T> T with(DocumentId id, Supplier<T> work) {
    ReentrantLock lock = stripes[Math.floorMod(id.hashCode(), STRIPES)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
