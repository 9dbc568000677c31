package no.speil.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLooksTest {
  private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir private Path root;

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectory(root.resolve(".speil"));
  }

  @Test
  void aVisitIsSinceTheOneBeforeHoweverOftenThePageIsLoaded() {
    assertThat(at(MORNING).look("Åse")).isEqualTo(MORNING.minus(Duration.ofDays(7)));
    Instant noon = MORNING.plus(Duration.ofHours(4));
    assertThat(at(noon).look("Åse")).isEqualTo(MORNING);
    assertThat(at(noon.plusSeconds(60)).look("Åse")).isEqualTo(MORNING);
    assertThat(at(noon.plusSeconds(60)).since("Åse")).isEqualTo(MORNING);
    Instant evening = MORNING.plus(Duration.ofHours(12));
    assertThat(at(evening).since("Åse")).isEqualTo(noon.plusSeconds(60));
    assertThat(at(evening).since("Ola")).isEqualTo(evening.minus(Duration.ofDays(7)));
  }

  @Test
  void nothingIsLostWithTheFileButWhereSomebodyWas() throws IOException {
    at(MORNING).look("Kari");
    Files.writeString(root.resolve(LastLooks.NAME), "{\"Kari\":");
    assertThat(at(MORNING).since("Kari")).isEqualTo(MORNING.minus(Duration.ofDays(7)));
    Files.delete(root.resolve(LastLooks.NAME));
    assertThat(at(MORNING).look("Kari")).isEqualTo(MORNING.minus(Duration.ofDays(7)));
  }

  private LastLooks at(Instant moment) {
    return new LastLooks(root, Clock.fixed(moment, ZoneOffset.UTC));
  }
}
