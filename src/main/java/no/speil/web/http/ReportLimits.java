package no.speil.web.http;

import java.time.Clock;
import java.time.Duration;
import no.speil.people.RateLimiter;
import no.speil.people.RateLimiter.Bucket;
import no.speil.people.RateLimiter.Use;

/**
 * How many reports are let in from each address, from each network and from all together. All have
 * two buckets: one for whoever has not been heard from lately, and one for those who come again, so
 * that some who send very many leave others room.
 *
 * @param all for all addresses that have not been heard from lately, and again for all others
 * @param lately for how long an address is known
 */
public record ReportLimits(
    RateLimiter limiter, Bucket address, Bucket network, Bucket all, Duration lately) {
  /** A reader's needs, five at once and thirty an hour; in all what people can answer. */
  public static ReportLimits standard(Clock clock) {
    return new ReportLimits(
        new RateLimiter(clock, 20_000),
        new Bucket(5, Duration.ofMinutes(2)),
        new Bucket(15, Duration.ofMinutes(1)),
        new Bucket(30, Duration.ofMinutes(1)),
        Duration.ofHours(1));
  }

  /**
   * Takes one for that address.
   *
   * @throws Exhausted if there is none; nothing is taken then
   */
  void take(ClientAddress from) {
    String key = "address " + from.host();
    long wait =
        limiter.take(
            new Use(key, address),
            new Use("network " + from.network(), network),
            new Use(limiter.isKnown(key, lately) ? "agains" : "firsts", all));
    if (wait > 0) {
      throw new Exhausted(wait);
    }
  }

  /** More reports than are taken just now. */
  public static final class Exhausted extends RequestException {
    Exhausted(long seconds) {
      super("Too many reports have come. Try again in %d seconds.".formatted(seconds), seconds);
    }
  }
}
