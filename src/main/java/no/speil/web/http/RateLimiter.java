package no.speil.web.http;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.OptionalLong;

/**
 * How many reports are let in, from one address and in all: a bucket of tokens for each, which
 * fills again by and by. Kept as the moment at which a bucket is full again (the generic cell rate
 * algorithm, ITU-T I.371). Memory is bounded: addresses that have been still longest are forgotten.
 * Thread-safe.
 */
public final class RateLimiter {
  private final Clock clock;
  private final Bucket each;
  private final Bucket all;
  private final int mostAddresses;
  private final LinkedHashMap<String, Long> full = new LinkedHashMap<>(16, 0.75f, true);
  private long allFull;

  /** How many at once, and how long until there is another. */
  record Bucket(int size, Duration refill) {
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

  RateLimiter(Clock clock, Bucket each, Bucket all, int mostAddresses) {
    this.clock = clock;
    this.each = each;
    this.all = all;
    this.mostAddresses = mostAddresses;
  }

  /** A reader's needs, five at once and thirty an hour; in all what people can answer. */
  public static RateLimiter standard(Clock clock) {
    return new RateLimiter(
        clock,
        new Bucket(5, Duration.ofMinutes(2)),
        new Bucket(60, Duration.ofSeconds(30)),
        10_000);
  }

  /**
   * Takes one for that address.
   *
   * @throws Exhausted if there is none; nothing is taken then
   */
  synchronized void take(String address) {
    long now = clock.millis();
    long mine = full.getOrDefault(address, 0L);
    long wait = Math.max(each.wait(mine, now), all.wait(allFull, now));
    if (wait > 0) {
      throw new Exhausted(Math.ceilDiv(wait, 1000));
    }
    full.put(address, each.after(mine, now));
    allFull = all.after(allFull, now);
    if (full.size() > mostAddresses) {
      full.remove(full.firstEntry().getKey());
    }
  }

  /** More reports than are taken just now. */
  public static final class Exhausted extends RequestException {
    private static final long serialVersionUID = 1;
    private final long seconds;

    Exhausted(long seconds) {
      super("Too many reports have come. Try again in %d seconds.".formatted(seconds));
      this.seconds = seconds;
    }

    /** How long until one is taken again. */
    public long seconds() {
      return seconds;
    }

    @Override
    public OptionalLong retryAfter() {
      return OptionalLong.of(seconds);
    }
  }
}
