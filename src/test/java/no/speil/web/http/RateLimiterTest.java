package no.speil.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import no.speil.web.http.RateLimiter.Bucket;
import no.speil.web.http.RateLimiter.Exhausted;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final Bucket PLENTY = new Bucket(1_000, Duration.ofMillis(1));

  private final Hand hand = new Hand();

  @Test
  void anAddressHasSoManyAtOnceAndThenOneByAndBy() {
    var rateLimiter = new RateLimiter(hand, new Bucket(2, Duration.ofMinutes(2)), PLENTY, 10);
    rateLimiter.take("a");
    rateLimiter.take("a");
    assertThat(waiting(rateLimiter, "a")).isEqualTo(120);
    hand.move(Duration.ofSeconds(90));
    assertThat(waiting(rateLimiter, "a")).isEqualTo(30);
    hand.move(Duration.ofSeconds(30));
    rateLimiter.take("a");
    assertThat(waiting(rateLimiter, "a")).isEqualTo(120);
    hand.move(Duration.ofHours(1)); // never more than the bucket holds
    rateLimiter.take("a");
    rateLimiter.take("a");
    assertThat(waiting(rateLimiter, "a")).isEqualTo(120);
  }

  @Test
  void oneAddressLeavesTheOthersTheirsUntilThereIsNoneInAll() {
    var rateLimiter =
        new RateLimiter(
            hand, new Bucket(2, Duration.ofMinutes(2)), new Bucket(3, Duration.ofSeconds(10)), 10);
    rateLimiter.take("a");
    rateLimiter.take("a");
    assertThat(waiting(rateLimiter, "a")).isEqualTo(120);
    rateLimiter.take("b");
    assertThat(waiting(rateLimiter, "b")).isEqualTo(10);
    assertThat(waiting(rateLimiter, "c")).isEqualTo(10);
    hand.move(Duration.ofSeconds(10)); // what was refused took nothing
    rateLimiter.take("b");
  }

  @Test
  void addressesThatHaveBeenStillLongestAreForgotten() {
    var rateLimiter = new RateLimiter(hand, new Bucket(1, Duration.ofMinutes(2)), PLENTY, 2);
    rateLimiter.take("a");
    rateLimiter.take("b");
    rateLimiter.take("c");
    assertThat(waiting(rateLimiter, "b")).isEqualTo(120);
    rateLimiter.take("a");
  }

  @Test
  void aClockSetBackKeepsNobodyWaitingForLong() {
    var rateLimiter = new RateLimiter(hand, new Bucket(2, Duration.ofMinutes(2)), PLENTY, 10);
    rateLimiter.take("a");
    rateLimiter.take("a");
    hand.move(Duration.ofDays(-1));
    assertThat(waiting(rateLimiter, "a")).isEqualTo(120);
  }

  private static long waiting(RateLimiter rateLimiter, String address) {
    Exhausted refused = catchThrowableOfType(Exhausted.class, () -> rateLimiter.take(address));
    assertThat(refused).isNotNull();
    return refused.seconds();
  }

  /** A clock whose hand is moved. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("this one is always UTC");
    }
  }
}
