package no.speil.web.http;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How many reports are let in: buckets of tokens, which fill again by and by, for each address, for
 * each network and for all together. All have two: one for whoever has not been heard from lately,
 * and one for those who come again, so that some who send very many leave others room. Kept as the
 * moment at which a bucket is full again (the generic cell rate algorithm, ITU-T I.371). Memory is
 * bounded: addresses that have been still longest are forgotten. Thread-safe.
 */
public final class RateLimiter {
  private final Clock clock;
  private final Limits limits;
  private final Recent<Known> addresses;
  private final Recent<Long> networks;
  private long newFull;
  private long againFull;

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

  /**
   * The buckets.
   *
   * @param address for each address
   * @param network for each network
   * @param firsts for all addresses that have not been heard from lately
   * @param agains for all others
   * @param lately for how long an address is known
   */
  record Limits(Bucket address, Bucket network, Bucket firsts, Bucket agains, Duration lately) {}

  /**
   * What is known of an address.
   *
   * @param full when its bucket is full again
   * @param last when a report came from it last
   */
  private record Known(long full, long last) {
    private static final Known NEVER = new Known(0, Long.MIN_VALUE / 2);
  }

  RateLimiter(Clock clock, Limits limits, int most) {
    this.clock = clock;
    this.limits = limits;
    this.addresses = new Recent<>(most);
    this.networks = new Recent<>(most);
  }

  /** A reader's needs, five at once and thirty an hour; in all what people can answer. */
  public static RateLimiter standard(Clock clock) {
    var half = new Bucket(30, Duration.ofMinutes(1));
    return new RateLimiter(
        clock,
        new Limits(
            new Bucket(5, Duration.ofMinutes(2)),
            new Bucket(15, Duration.ofMinutes(1)),
            half,
            half,
            Duration.ofHours(1)),
        10_000);
  }

  /**
   * Takes one for that address.
   *
   * @throws Exhausted if there is none; nothing is taken then
   */
  synchronized void take(ClientAddress address) {
    long now = clock.millis();
    Known known = addresses.getOrDefault(address.host(), Known.NEVER);
    long network = networks.getOrDefault(address.network(), 0L);
    boolean isNew = now - known.last() > limits.lately().toMillis();
    Bucket common = isNew ? limits.firsts() : limits.agains();
    long commonFull = isNew ? newFull : againFull;
    long wait =
        LongStream.of(
                limits.address().wait(known.full(), now),
                limits.network().wait(network, now),
                common.wait(commonFull, now))
            .max()
            .orElseThrow();
    if (wait > 0) {
      throw new Exhausted(Math.ceilDiv(wait, 1000));
    }
    addresses.put(address.host(), new Known(limits.address().after(known.full(), now), now));
    networks.put(address.network(), limits.network().after(network, now));
    if (isNew) {
      newFull = common.after(commonFull, now);
    } else {
      againFull = common.after(commonFull, now);
    }
  }

  /** So many of those that were used last. */
  private static final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    private Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > most;
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
