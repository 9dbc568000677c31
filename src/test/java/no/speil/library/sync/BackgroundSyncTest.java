package no.speil.library.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackgroundSyncTest {
  @Test
  void itRestsFiveTimesAsLongAsItLookedAndNotForReadingEverythingAtFirst() {
    assertThat(rest(1, 0, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(rest(1_000, 0, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(rest(100, 0, 60_000)).isEqualTo(Duration.ofMillis(60_500));
  }

  @Test
  void lookingThroughALargeArchiveTakesAThirtiethOfAProcessor() {
    assertThat(rest(20, 20, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(rest(1_000, 1_000, 0)).isEqualTo(Duration.ofSeconds(29));
    assertThat(rest(60_000, 1_000, 0)).isEqualTo(Duration.ofMinutes(5));
  }

  private static Duration rest(long lookMillis, long processorMillis, long readingMillis) {
    return Duration.ofNanos(
        BackgroundSync.rest(
            Duration.ofMillis(lookMillis).toNanos(),
            Duration.ofMillis(processorMillis).toNanos(),
            Duration.ofMillis(readingMillis).toNanos()));
  }
}
