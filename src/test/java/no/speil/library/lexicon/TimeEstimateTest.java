package no.speil.library.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of work of 10,000 pieces, which begins at ten a second. */
class TimeEstimateTest {
  private static final long TENTH = 100_000_000;

  private final TimeEstimate timeEstimate = new TimeEstimate();
  private long now = -5;

  @BeforeEach
  void start() {
    timeEstimate.start(10_000, now);
  }

  @Test
  void nothingIsSaidInTheFirstSeconds() {
    go(29, TENTH);
    assertThat(timeEstimate.remaining()).isNull();
    go(1, TENTH);
    assertThat(timeEstimate.remaining()).isBetween(seconds(996), seconds(998));
  }

  @Test
  void atTheSameSpeedItIsExact() {
    go(5_000, TENTH);
    assertThat(timeEstimate.remaining()).isBetween(seconds(499), seconds(501));
  }

  @Test
  void itFollowsTheSpeedWithoutAJump() {
    go(1_000, TENTH);
    double before = millis();
    for (int i = 0; i < 600; i++) {
      go(1, 4 * TENTH);
      double after = millis();
      assertThat(after).isBetween(before * .98, before * 1.02);
      before = after;
    }
    assertThat(timeEstimate.remaining())
        .isBetween(seconds(8_400 * .4 * .9), seconds(8_400 * .4 * 1.02));
  }

  @Test
  void whatIsDoneTakesNoTime() {
    go(10_000, TENTH);
    assertThat(timeEstimate.remaining()).isNull();
  }

  @Test
  void nothingOfAnEarlierRunCounts() {
    go(10_000, TENTH);
    timeEstimate.start(100, now);
    assertThat(timeEstimate.remaining()).isNull();
    go(4, 10 * TENTH);
    assertThat(timeEstimate.remaining()).isBetween(seconds(95), seconds(97));
  }

  private void go(int pieces, long nanos) {
    for (int i = 0; i < pieces; i++) {
      now += nanos;
      timeEstimate.advance(1, now);
    }
  }

  private double millis() {
    return Objects.requireNonNull(timeEstimate.remaining()).toMillis();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
