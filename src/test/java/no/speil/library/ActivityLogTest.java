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
import no.speil.tracking.CommentEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows an archive is told everything, however many documents were worked on. */
class ActivityLogTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = BEGINNING.plusSeconds(100_000);
  private static final int DOCUMENTS = 620;

  @TempDir private Path folder;

  @Test
  void oldWorkInManyDocumentsIsToldWithTheNew() {
    try (var root = new TestLibrary(folder)) {
      List<String> done = commentsIn(root);
      Library library = root.open(Clock.fixed(END, ZoneOffset.UTC));

      var told = new ArrayList<String>();
      ActivityCursor activityCursor = ActivityCursor.moment(BEGINNING);
      boolean more = true;
      for (int pages = 0; more && pages < 2 * DOCUMENTS; pages++) {
        ActivityBatch page = library.deeds(activityCursor, 100);
        page.activities().forEach(activity -> told.add(((CommentEvent) activity.event()).text()));
        activityCursor = ActivityCursor.parse(page.next().toString()).orElseThrow();
        more = page.more();
      }

      assertThat(more).isFalse();
      assertThat(told).containsExactlyInAnyOrderElementsOf(done);
      assertThat(library.deeds(activityCursor, 100).activities()).isEmpty();
    }
  }

  @Test
  void aPlaceAmongTheDocumentsIsReadAsItIsWritten() {
    var activityCursor =
        new ActivityCursor(
            BEGINNING, new ActivityCursor.Walk(END, 1_767_225_600_000L, new DocumentId("a~b/å")));

    assertThat(ActivityCursor.parse(activityCursor.toString())).contains(activityCursor);
    assertThat(ActivityCursor.parse(BEGINNING + "~" + END)).isEmpty();
    assertThat(ActivityCursor.parse("yesterday")).isEmpty();
  }

  @Test
  void nothingIsToldBeyondAnActionThatIsUnderway() {
    var inFlightActions = new InFlightActions(Clock.fixed(BEGINNING, ZoneOffset.UTC));

    assertThat(inFlightActions.before(END)).isEqualTo(END);
    assertThat(inFlightActions.<Instant>during(() -> inFlightActions.before(END)))
        .isEqualTo(BEGINNING.minusMillis(1));
    assertThat(inFlightActions.before(END)).isEqualTo(END);
  }

  /** Each document has a comment of long ago and one of lately. */
  private static List<String> commentsIn(TestLibrary root) {
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
