package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.speil.corpus.DocumentId;
import no.speil.tracking.Comment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows an archive is told everything, however many documents were worked on. */
class ChronicleTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = BEGINNING.plusSeconds(100_000);
  private static final int DOCUMENTS = 620;

  @TempDir private Path folder;

  @Test
  void oldWorkInManyDocumentsIsToldWithTheNew() {
    try (var root = new TestRoot(folder)) {
      List<String> done = commentsIn(root);
      Library library = root.open(Clock.fixed(END, ZoneOffset.UTC));

      var told = new ArrayList<String>();
      Since since = Since.moment(BEGINNING);
      boolean more = true;
      for (int pages = 0; more && pages < 2 * DOCUMENTS; pages++) {
        Told page = library.deeds(since, 100);
        page.deeds().forEach(deed -> told.add(((Comment) deed.event()).text()));
        since = Since.parse(page.next().toString()).orElseThrow();
        more = page.more();
      }

      assertThat(more).isFalse();
      assertThat(told).containsExactlyInAnyOrderElementsOf(done);
      assertThat(library.deeds(since, 100).deeds()).isEmpty();
    }
  }

  @Test
  void aPlaceAmongTheDocumentsIsReadAsItIsWritten() {
    var since =
        new Since(BEGINNING, new Since.Walk(END, 1_767_225_600_000L, new DocumentId("a~b/å")));

    assertThat(Since.parse(since.toString())).contains(since);
    assertThat(Since.parse(BEGINNING + "~" + END)).isEmpty();
    assertThat(Since.parse("yesterday")).isEmpty();
  }

  @Test
  void nothingIsToldBeyondAnActionThatIsUnderway() {
    var underway = new Underway(Clock.fixed(BEGINNING, ZoneOffset.UTC));

    assertThat(underway.before(END)).isEqualTo(END);
    assertThat(underway.<Instant>during(() -> underway.before(END)))
        .isEqualTo(BEGINNING.minusMillis(1));
    assertThat(underway.before(END)).isEqualTo(END);
  }

  /** Each document has a comment of long ago and one of lately. */
  private static List<String> commentsIn(TestRoot root) {
    var random = new Random(8);
    var done = new ArrayList<String>();
    for (int k = 0; k < DOCUMENTS; k++) {
      String id = "d%04d".formatted(k);
      var record = new StringBuilder("{\"speil\":1,\"document\":\"" + id + "\"}\n");
      for (int seconds : new int[] {1 + random.nextInt(40_000), 50_000 + random.nextInt(40_000)}) {
        String text = id + " at " + seconds;
        done.add(text);
        record.append(
            "{\"at\":\"%s\",\"by\":\"kari\",\"via\":\"web\",\"do\":\"comment\",\"section\":\"7kq2mx9d4t\",\"text\":\"%s\"}%n"
                .formatted(BEGINNING.plusSeconds(seconds), text));
      }
      root.put("archive/" + id + ".md", "Tekst.\n")
          .put("translations/" + id + ".jsonl", record.toString());
    }
    return done;
  }
}
