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
  private static final Duration LATELY = Duration.ofHours(1);

  private final Hand hand = new Hand();

  @Test
  void anAddressHasSoManyAtOnceAndThenOneByAndBy() {
    RateLimiter rateLimiter = limiter(new Bucket(2, Duration.ofMinutes(2)), PLENTY, PLENTY, 10);
    rateLimiter.take(at("a"));
    rateLimiter.take(at("a"));
    assertThat(waiting(rateLimiter, at("a"))).isEqualTo(120);
    hand.move(Duration.ofSeconds(90));
    assertThat(waiting(rateLimiter, at("a"))).isEqualTo(30);
    hand.move(Duration.ofSeconds(30));
    rateLimiter.take(at("a"));
    assertThat(waiting(rateLimiter, at("a"))).isEqualTo(120);
    hand.move(Duration.ofHours(1)); // never more than the bucket holds
    rateLimiter.take(at("a"));
    rateLimiter.take(at("a"));
    assertThat(waiting(rateLimiter, at("a"))).isEqualTo(120);
  }

  @Test
  void aNetworkHasSoManyHoweverManyAddressesItHas() {
    RateLimiter rateLimiter = limiter(PLENTY, new Bucket(3, Duration.ofMinutes(1)), PLENTY, 10);
    for (int i = 0; i < 3; i++) {
      rateLimiter.take(new ClientAddress("10.0.0." + i, "10.0.0"));
    }
    assertThat(waiting(rateLimiter, new ClientAddress("10.0.0.9", "10.0.0"))).isEqualTo(60);
    rateLimiter.take(new ClientAddress("10.0.1.9", "10.0.1"));
  }

  @Test
  void whoComesAgainFillsOnlyWhatIsThereForThoseWhoComeAgain() {
    RateLimiter rateLimiter = limiter(PLENTY, PLENTY, new Bucket(3, Duration.ofSeconds(10)), 10);
    rateLimiter.take(at("a"));
    for (int i = 0; i < 3; i++) {
      rateLimiter.take(at("a"));
    }
    assertThat(waiting(rateLimiter, at("a"))).isEqualTo(10);
    rateLimiter.take(at("b"));
    rateLimiter.take(at("c"));
    assertThat(waiting(rateLimiter, at("d"))).isEqualTo(10);
    hand.move(Duration.ofSeconds(10)); // what was refused took nothing
    rateLimiter.take(at("a"));
    rateLimiter.take(at("d"));
    assertThat(waiting(rateLimiter, at("d"))).isEqualTo(10);
  }

  @Test
  void sixtyReportsFromADozenAddressesLockNoNewReaderOut() {
    RateLimiter rateLimiter = RateLimiter.standard(hand);
    int taken = 0;
    for (int i = 0; i < 60; i++) {
      taken += takes(rateLimiter, new ClientAddress("a" + i % 12, "n" + i % 12)) ? 1 : 0;
    }
    assertThat(taken).isGreaterThan(30);
    rateLimiter.take(at("an honest reader"));
    hand.move(Duration.ofMinutes(10)); // they go on, as fast as they may
    for (int i = 0; i < 60; i++) {
      takes(rateLimiter, new ClientAddress("a" + i % 12, "n" + i % 12));
    }
    rateLimiter.take(at("another"));
  }

  @Test
  void aFloodFromVeryManyAddressesIsBoundedOverall() {
    RateLimiter rateLimiter = RateLimiter.standard(hand);
    int taken = 0;
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < 100; i++) {
        int address = minute * 50 + i; // half of them come twice
        taken += takes(rateLimiter, new ClientAddress("a" + address, "n" + address)) ? 1 : 0;
      }
      hand.move(Duration.ofMinutes(1));
    }
    assertThat(taken).isBetween(60, 60 + 2 * 60);
  }

  @Test
  void addressesThatHaveBeenStillLongestAreForgotten() {
    RateLimiter rateLimiter = limiter(new Bucket(1, Duration.ofMinutes(2)), PLENTY, PLENTY, 2);
    rateLimiter.take(at("a"));
    rateLimiter.take(at("b"));
    rateLimiter.take(at("c"));
    assertThat(waiting(rateLimiter, at("b"))).isEqualTo(120);
    rateLimiter.take(at("a"));
  }

  @Test
  void aClockSetBackKeepsNobodyWaitingForLong() {
    RateLimiter rateLimiter = limiter(new Bucket(2, Duration.ofMinutes(2)), PLENTY, PLENTY, 10);
    rateLimiter.take(at("a"));
    rateLimiter.take(at("a"));
    hand.move(Duration.ofDays(-1));
    assertThat(waiting(rateLimiter, at("a"))).isEqualTo(120);
  }

  private RateLimiter limiter(Bucket address, Bucket network, Bucket all, int most) {
    return new RateLimiter(hand, new RateLimiter.Limits(address, network, all, all, LATELY), most);
  }

  private static ClientAddress at(String address) {
    return new ClientAddress(address, "network of " + address);
  }

  private static boolean takes(RateLimiter rateLimiter, ClientAddress address) {
    try {
      rateLimiter.take(address);
      return true;
    } catch (Exhausted e) {
      return false;
    }
  }

  private static long waiting(RateLimiter rateLimiter, ClientAddress address) {
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
