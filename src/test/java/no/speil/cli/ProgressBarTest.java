package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line on the terminal. */
class ProgressBarTest {
  private final StringWriter terminal = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();
  private final ProgressBar progressBar = new ProgressBar(new PrintWriter(terminal), nanos::get);

  @Test
  void itSaysHowMuchIsReadAndHowLongTheRestTakes() {
    show(25, null);
    show(50, Duration.ofSeconds(95));
    show(75, Duration.ofSeconds(41));
    show(100, null);

    assertThat(List.of(terminal.toString().split("\r", -1)))
        .containsExactly(
            "",
            "Indexing [#####...............] 25 of 100 documents",
            "Indexing [##########..........] 50 of 100 documents, 2 min left",
            "Indexing [###############.....] 75 of 100 documents, 50 s left ",
            "Indexing [####################] 100 of 100 documents          \n");
  }

  @Test
  void itIsDrawnTenTimesASecondAtMost() {
    show(1, null);
    progressBar.progress(2, 100, null);
    assertThat(terminal.toString()).contains("1 of").doesNotContain("2 of");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1 s",
    "9, 9 s",
    "11, 20 s",
    "90, 90 s",
    "91, 2 min",
    "5400, 90 min",
    "5401, 1.5 h"
  })
  void shortTimesAreInSecondsAndLongOnesInHours(long seconds, String expected) {
    show(1, Duration.ofSeconds(seconds));
    assertThat(terminal.toString()).endsWith(", " + expected + " left");
  }

  @Test
  void aMillionDocumentsFitInALineOfATerminal() {
    nanos.addAndGet(1_000_000_000);
    progressBar.progress(1_000_000, 1_000_001, Duration.ofMinutes(90));
    assertThat(terminal.toString().strip()).hasSizeLessThan(80);
  }

  private void show(long done, @Nullable Duration remaining) {
    nanos.addAndGet(1_000_000_000);
    progressBar.progress(done, 100, remaining);
  }
}
