package no.speil.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import no.speil.people.RateLimiter;
import no.speil.people.RateLimiter.Bucket;
import no.speil.web.http.ReportLimits.Exhausted;
import org.junit.jupiter.api.Test;

class ReportLimitsTest {
  private static final Bucket PLENTY = new Bucket(1_000, Duration.ofMillis(1));
  private static final Duration LATELY = Duration.ofHours(1);

  private final Hand hand = new Hand();

  @Test
  void anAddressHasSoManyAtOnceAndThenOneByAndBy() {
    ReportLimits limits = limiter(new Bucket(2, Duration.ofMinutes(2)), PLENTY, PLENTY, 10);
    limits.take(at("a"));
    limits.take(at("a"));
    assertThat(waiting(limits, at("a"))).isEqualTo(120);
    hand.move(Duration.ofSeconds(90));
    assertThat(waiting(limits, at("a"))).isEqualTo(30);
    hand.move(Duration.ofSeconds(30));
    limits.take(at("a"));
    assertThat(waiting(limits, at("a"))).isEqualTo(120);
    hand.move(Duration.ofHours(1)); // never more than the bucket holds
    limits.take(at("a"));
    limits.take(at("a"));
    assertThat(waiting(limits, at("a"))).isEqualTo(120);
  }

  @Test
  void aNetworkHasSoManyHoweverManyAddressesItHas() {
    ReportLimits limits = limiter(PLENTY, new Bucket(3, Duration.ofMinutes(1)), PLENTY, 10);
    for (int i = 0; i < 3; i++) {
      limits.take(new ClientAddress("10.0.0." + i, "10.0.0"));
    }
    assertThat(waiting(limits, new ClientAddress("10.0.0.9", "10.0.0"))).isEqualTo(60);
    limits.take(new ClientAddress("10.0.1.9", "10.0.1"));
  }

  @Test
  void whoComesAgainFillsOnlyWhatIsThereForThoseWhoComeAgain() {
    ReportLimits limits = limiter(PLENTY, PLENTY, new Bucket(3, Duration.ofSeconds(10)), 10);
    limits.take(at("a"));
    for (int i = 0; i < 3; i++) {
      limits.take(at("a"));
    }
    assertThat(waiting(limits, at("a"))).isEqualTo(10);
    limits.take(at("b"));
    limits.take(at("c"));
    assertThat(waiting(limits, at("d"))).isEqualTo(10);
    hand.move(Duration.ofSeconds(10)); // what was refused took nothing
    limits.take(at("a"));
    limits.take(at("d"));
    assertThat(waiting(limits, at("d"))).isEqualTo(10);
  }

  @Test
  void sixtyReportsFromADozenAddressesLockNoNewReaderOut() {
    ReportLimits limits = ReportLimits.standard(hand);
    int taken = 0;
    for (int i = 0; i < 60; i++) {
      taken += takes(limits, new ClientAddress("a" + i % 12, "n" + i % 12)) ? 1 : 0;
    }
    assertThat(taken).isGreaterThan(30);
    limits.take(at("an honest reader"));
    hand.move(Duration.ofMinutes(10)); // they go on, as fast as they may
    for (int i = 0; i < 60; i++) {
      takes(limits, new ClientAddress("a" + i % 12, "n" + i % 12));
    }
    limits.take(at("another"));
  }

  @Test
  void aFloodFromVeryManyAddressesIsBoundedOverall() {
    ReportLimits limits = ReportLimits.standard(hand);
    int taken = 0;
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < 100; i++) {
        int address = minute * 50 + i; // half of them come twice
        taken += takes(limits, new ClientAddress("a" + address, "n" + address)) ? 1 : 0;
      }
      hand.move(Duration.ofMinutes(1));
    }
    assertThat(taken).isBetween(60, 60 + 2 * 60);
  }

  @Test
  void addressesThatHaveBeenStillLongestAreForgotten() {
    ReportLimits limits = limiter(new Bucket(1, Duration.ofMinutes(2)), PLENTY, PLENTY, 5);
    limits.take(at("a"));
    limits.take(at("b"));
    limits.take(at("c"));
    assertThat(waiting(limits, at("b"))).isEqualTo(120);
    limits.take(at("a"));
  }

  @Test
  void aClockSetBackKeepsNobodyWaitingForLong() {
    ReportLimits limits = limiter(new Bucket(2, Duration.ofMinutes(2)), PLENTY, PLENTY, 10);
    limits.take(at("a"));
    limits.take(at("a"));
    hand.move(Duration.ofDays(-1));
    assertThat(waiting(limits, at("a"))).isEqualTo(120);
  }

  private ReportLimits limiter(Bucket address, Bucket network, Bucket all, int most) {
    return new ReportLimits(new RateLimiter(hand, most), address, network, all, LATELY);
  }

  private static ClientAddress at(String address) {
    return new ClientAddress(address, "network of " + address);
  }

  private static boolean takes(ReportLimits limits, ClientAddress address) {
    try {
      limits.take(address);
      return true;
    } catch (Exhausted e) {
      return false;
    }
  }

  private static long waiting(ReportLimits limits, ClientAddress address) {
    Exhausted refused = catchThrowableOfType(Exhausted.class, () -> limits.take(address));
    assertThat(refused).isNotNull();
    return refused.retryAfter().orElseThrow();
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
