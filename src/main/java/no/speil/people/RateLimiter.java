package no.speil.people;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Buckets of tokens by key, such as an address or a name, which fill again by and by. Kept as the
 * moment at which a bucket is full again (the generic cell rate algorithm, ITU-T I.371). Memory is
 * bounded: keys that have been still longest are forgotten. Thread-safe.
 */
public final class RateLimiter {
  private final Clock clock;
  private final Map<String, Known> known;

  /**
   * @param most so many keys are known at once
   */
  public RateLimiter(Clock clock, int most) {
    this.clock = clock;
    this.known =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > most;
          }
        };
  }

  /** How many at once, and how long until there is another. */
  public record Bucket(int size, Duration refill) {
    private long wait(long full, long now) {
      return until(full, now) - (size - 1) * refill.toMillis();
    }

    private long after(long full, long now) {
      return now + until(full, now) + refill.toMillis();
    }

    /** Never longer than an empty bucket takes, also where the clock was set back. */
    private long until(long full, long now) {
      return Math.clamp(full - now, 0, size * refill.toMillis());
    }
  }

  /** A bucket of that key. */
  public record Use(String key, Bucket bucket) {}

  /**
   * What is known of a key.
   *
   * @param full when its bucket is full again
   * @param last when something was taken from it last
   */
  private record Known(long full, long last) {
    private static final Known NEVER = new Known(0, Long.MIN_VALUE / 2);
  }

  /**
   * Takes one from each of these buckets; nothing from any if one of them is empty.
   *
   * @return how many seconds to wait until each holds one; 0 if they were taken
   */
  public synchronized long take(Use... uses) {
    long now = clock.millis();
    long wait = Stream.of(uses).mapToLong(use -> use.bucket().wait(full(use), now)).max().orElse(0);
    if (wait > 0) {
      return Math.ceilDiv(wait, 1000);
    }
    for (Use use : uses) {
      known.put(use.key(), new Known(use.bucket().after(full(use), now), now));
    }
    return 0;
  }

  private long full(Use use) {
    return known.getOrDefault(use.key(), Known.NEVER).full();
  }

  /** Puts one back into each of these buckets. */
  synchronized void giveBack(Use... uses) {
    for (Use use : uses) {
      known.computeIfPresent(
          use.key(),
          (key, each) -> new Known(each.full() - use.bucket().refill().toMillis(), each.last()));
    }
  }

  /** Fills the bucket of that key. */
  synchronized void forget(String key) {
    known.remove(key);
  }

  /** Whether something was taken from the bucket of that key lately. */
  public synchronized boolean isKnown(String key, Duration lately) {
    Known last = known.getOrDefault(key, Known.NEVER);
    return clock.millis() - last.last() <= lately.toMillis();
  }
}
