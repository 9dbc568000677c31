package no.speil.library.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackgroundSyncTest {
  @Test
  void itRestsFiveTimesAsLongAsItLookedAndNotForReadingEverythingAtFirst() {
    assertThat(rest(1, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(rest(1_000, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(rest(100, 60_000)).isEqualTo(Duration.ofMillis(60_500));
  }

  private static Duration rest(long lookMillis, long readingMillis) {
    return Duration.ofNanos(
        BackgroundSync.rest(
            Duration.ofMillis(lookMillis).toNanos(), Duration.ofMillis(readingMillis).toNanos()));
  }
}
