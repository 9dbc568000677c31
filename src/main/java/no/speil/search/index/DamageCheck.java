package no.speil.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/** Finds out whether damaged files are to blame when reading an index fails. Thread-safe. */
final class DamageCheck {
  private static final Duration REST = Duration.ofMinutes(1);

  private volatile @Nullable Throwable damage;
  private long nextNanos = System.nanoTime();

  /** The damage found so far. */
  Optional<Throwable> damage() {
    return Optional.ofNullable(damage);
  }

  /** Checks the checksums of all files after a failure, once a minute at most. */
  synchronized void check(IndexReader reader, Throwable failure) {
    if (damage != null || System.nanoTime() - nextNanos < 0) {
      return;
    }
    nextNanos = System.nanoTime() + REST.toNanos();
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    } catch (CorruptIndexException e) {
      e.addSuppressed(failure);
      damage = e;
    } catch (InternalError e) { // Java throws it when a memory-mapped file has become shorter
      e.addSuppressed(failure);
      damage = new IOException("a file is shorter than it was, or its disk fails", e);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e); // they cannot be read at all now, which says nothing of them
    }
  }
}
