package no.speil.web.page;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that takes a while to compute. It is computed in the background when what it depends on
 * has changed, at most once a minute; meanwhile readers get the one before (as {@code
 * stale-while-revalidate} of RFC 5861). Only for the first value they wait. Thread-safe.
 */
public final class RevalidatingCache<T> {
  private static final Logger LOG = LoggerFactory.getLogger(RevalidatingCache.class);
  private static final Duration REST = Duration.ofMinutes(1);

  private final Supplier<Object> state;
  private final Supplier<T> compute;
  private final T none;
  private final Duration patience;
  private final AtomicBoolean isComputing = new AtomicBoolean();
  private final CountDownLatch first = new CountDownLatch(1);
  private volatile Entry<T> entry;

  /**
   * @param state what the value depends on; equal as long as it need not be computed again
   * @param none the value before the first is computed, and where there is none; not kept
   * @param patience how long readers wait for the first value at most
   */
  public RevalidatingCache(Supplier<Object> state, Supplier<T> compute, T none, Duration patience) {
    this.state = state;
    this.compute = compute;
    this.none = none;
    this.patience = patience;
    this.entry = new Entry<>(null, System.nanoTime(), none);
  }

  /**
   * @param state that the value was computed for; null before the first
   */
  private record Entry<T>(@Nullable Object state, long nanos, T value) {}

  /** The last value. */
  public T get() {
    Object now = state.get();
    Entry<T> known = entry;
    boolean isRested =
        known.value().equals(none) || System.nanoTime() - known.nanos() >= REST.toNanos();
    if (!now.equals(known.state()) && isRested && isComputing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("revalidation").start(() -> compute(now));
    }
    awaitFirst();
    return entry.value();
  }

  private void compute(Object now) {
    T value = entry.value();
    try {
      value = compute.get();
    } catch (RuntimeException e) { // such as an index that is being closed
      LOG.warn("a value is shown as it was before", e);
    } finally {
      entry = new Entry<>(now, System.nanoTime(), value);
      isComputing.set(false);
      first.countDown();
    }
  }

  private void awaitFirst() {
    try {
      if (!first.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("the first value is not computed yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
