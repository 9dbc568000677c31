package no.speil.library.lexicon;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much time work that is under way will still take, by how fast it has gone of late: the older
 * a piece of it, the less it counts, so that the estimate follows the speed and does not jump.
 * Thread-safe. Amounts are in a unit of the caller's choice, moments in nanoseconds.
 */
public final class TimeEstimate {
  /** After that time a piece of work counts for a third (1/e) of a new one. */
  private static final double MEMORY_NANOS = 60e9;

  private static final long TRIAL_NANOS = 3_000_000_000L;

  private long left;
  private long startNanos;
  private long lastNanos;
  private double recentAmount;
  private double recentNanos;

  public synchronized void start(long total, long nanos) {
    left = total;
    startNanos = nanos;
    lastNanos = nanos;
    recentAmount = 0;
    recentNanos = 0;
  }

  /** So much more is done. */
  public synchronized void advance(long amount, long nanos) {
    long passed = Math.max(0, nanos - lastNanos);
    double weight = Math.exp(-passed / MEMORY_NANOS);
    recentAmount = recentAmount * weight + amount;
    recentNanos = recentNanos * weight + passed;
    lastNanos += passed;
    left -= amount;
  }

  /** Absent in the first seconds, and when everything is done. */
  public synchronized @Nullable Duration remaining() {
    if (left <= 0 || lastNanos - startNanos < TRIAL_NANOS) {
      return null;
    }
    return Duration.ofNanos((long) (left / recentAmount * recentNanos));
  }
}
