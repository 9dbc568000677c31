package no.speil.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import no.speil.web.visitor.Allowance.Bucket;
import no.speil.web.visitor.Allowance.Exhausted;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Bucket PLENTY = new Bucket(1_000, Duration.ofMillis(1));

  private final Hand hand = new Hand();

  @Test
  void anAddressHasSoManyAtOnceAndThenOneByAndBy() {
    var allowance = new Allowance(hand, new Bucket(2, Duration.ofMinutes(2)), PLENTY, 10);
    allowance.take("a");
    allowance.take("a");
    assertThat(waiting(allowance, "a")).isEqualTo(120);
    hand.move(Duration.ofSeconds(90));
    assertThat(waiting(allowance, "a")).isEqualTo(30);
    hand.move(Duration.ofSeconds(30));
    allowance.take("a");
    assertThat(waiting(allowance, "a")).isEqualTo(120);
    hand.move(Duration.ofHours(1)); // never more than the bucket holds
    allowance.take("a");
    allowance.take("a");
    assertThat(waiting(allowance, "a")).isEqualTo(120);
  }

  @Test
  void oneAddressLeavesTheOthersTheirsUntilThereIsNoneInAll() {
    var allowance =
        new Allowance(
            hand, new Bucket(2, Duration.ofMinutes(2)), new Bucket(3, Duration.ofSeconds(10)), 10);
    allowance.take("a");
    allowance.take("a");
    assertThat(waiting(allowance, "a")).isEqualTo(120);
    allowance.take("b");
    assertThat(waiting(allowance, "b")).isEqualTo(10);
    assertThat(waiting(allowance, "c")).isEqualTo(10);
    hand.move(Duration.ofSeconds(10)); // what was refused took nothing
    allowance.take("b");
  }

  @Test
  void addressesThatHaveBeenStillLongestAreForgotten() {
    var allowance = new Allowance(hand, new Bucket(1, Duration.ofMinutes(2)), PLENTY, 2);
    allowance.take("a");
    allowance.take("b");
    allowance.take("c");
    assertThat(waiting(allowance, "b")).isEqualTo(120);
    allowance.take("a");
  }

  @Test
  void aClockSetBackKeepsNobodyWaitingForLong() {
    var allowance = new Allowance(hand, new Bucket(2, Duration.ofMinutes(2)), PLENTY, 10);
    allowance.take("a");
    allowance.take("a");
    hand.move(Duration.ofDays(-1));
    assertThat(waiting(allowance, "a")).isEqualTo(120);
  }

  private static long waiting(Allowance allowance, String address) {
    Exhausted refused = catchThrowableOfType(Exhausted.class, () -> allowance.take(address));
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
