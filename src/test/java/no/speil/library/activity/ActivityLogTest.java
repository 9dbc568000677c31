package no.speil.library.activity;

import static no.speil.library.activity.ActivityCursor.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.actions.InFlightActions;
import no.speil.library.activity.ActivityLog.ActivityBatch;
import no.speil.library.catalogue.Catalogue.Active;
import no.speil.record.CommentEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows an archive is told everything, however many documents were worked on. */
@Tag("slow")
class ActivityLogTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = BEGINNING.plusSeconds(100_000);
  private static final int DOCUMENTS = 520;

  @TempDir private Path folder;

  /** As in a record that was written before comments were bounded. */
  @Test
  void longWordsOfOneMomentAreToldInPartsThatAreNotLong() {
    try (var root = new TestLibrary(folder)) {
      var done = new ArrayList<String>();
      for (String id : List.of("a", "b")) {
        var record = new StringBuilder(head(id));
        for (int i = 0; i < 40; i++) {
          String text = id + i + " " + "x".repeat(100_000);
          done.add(text);
          record.append(comment(BEGINNING.plusSeconds(1), text));
        }
        root.put("archive/" + id + ".md", "Tekst.\n")
            .put("translations/" + id + ".jsonl", record.toString());
      }
      assertThat(followed(root)).containsExactlyElementsOf(done);
    }
  }

  @Test
  void oldWorkInManyDocumentsIsToldWithTheNewAndMuchInOneOfThemInParts() {
    try (var root = new TestLibrary(folder)) {
      List<String> done = commentsIn(root);
      assertThat(followed(root)).containsExactlyInAnyOrderElementsOf(done);

      var record = new StringBuilder(head("long"));
      for (int i = 0; i < 12_000; i++) {
        done.add("long " + i);
        record.append(comment(BEGINNING.plusSeconds(10 + i), "long " + i));
      }
      root.put("archive/long.md", "Tekst.\n").put("translations/long.jsonl", record.toString());
      assertThat(followed(root)).containsExactlyInAnyOrderElementsOf(done);
    }
  }

  @Test
  void documentsThatNobodyHasWorkedOnAreNotGoneThrough() {
    try (var root = new TestLibrary(folder)) {
      for (int k = 0; k < DOCUMENTS; k++) {
        root.put("archive/d%04d.md".formatted(k), "Tekst.\n");
      }
      root.put("archive/last.md", "Tekst.\n")
          .put(
              "translations/last.jsonl",
              head("last") + comment(BEGINNING.plusSeconds(1), "the only one"));

      ActivityBatch page =
          root.open(Clock.fixed(END, ZoneOffset.UTC))
              .activity()
              .since(ActivityCursor.moment(Instant.EPOCH), 100);

      assertThat(page.activities()).hasSize(1);
      assertThat(page.more()).isFalse();
    }
  }

  /** What is told to somebody who follows the archive from the beginning, page by page. */
  private static List<String> followed(TestLibrary root) {
    Library library = root.open(Clock.fixed(END, ZoneOffset.UTC));
    var told = new ArrayList<String>();
    ActivityCursor activityCursor = ActivityCursor.moment(BEGINNING);
    boolean more = true;
    for (int pages = 0; more && pages < 2 * DOCUMENTS; pages++) {
      ActivityBatch page = library.activity().since(activityCursor, 100);
      assertThat(page.activities().stream().mapToInt(each -> each.event().characters()).sum())
          .isLessThan(1_100_000);
      assertThat(page.activities()).hasSizeLessThan(6_000);
      page.activities().forEach(activity -> told.add(((CommentEvent) activity.event()).text()));
      activityCursor = ActivityCursor.parse(page.next().toString()).orElseThrow();
      more = page.more();
    }
    assertThat(more).isFalse();
    assertThat(library.activity().since(activityCursor, 100).activities()).isEmpty();
    return told;
  }

  @Test
  void aPlaceAmongTheDocumentsIsReadAsItIsWritten() {
    var activityCursor =
        new ActivityCursor(
            BEGINNING,
            ALL,
            new ActivityCursor.Walk(END, new Active(1_767_225_600_000L, "a~b/å"), ALL));

    assertThat(ActivityCursor.parse(activityCursor.toString())).contains(activityCursor);
    for (ActivityCursor within :
        List.of(
            new ActivityCursor(BEGINNING, 7, null),
            new ActivityCursor(
                BEGINNING, ALL, new ActivityCursor.Walk(END, new Active(-5, "a~b/å"), 12)))) {
      assertThat(ActivityCursor.parse(within.toString())).contains(within);
    }
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
      var record = new StringBuilder(head(id));
      for (int seconds : new int[] {1 + random.nextInt(40_000), 50_000 + random.nextInt(40_000)}) {
        String text = id + " at " + seconds;
        done.add(text);
        record.append(comment(BEGINNING.plusSeconds(seconds), text));
      }
      root.put("archive/" + id + ".md", "Tekst.\n")
          .put("translations/" + id + ".jsonl", record.toString());
    }
    return done;
  }

  private static String head(String document) {
    return "{\"speil\":1,\"document\":\"" + document + "\"}\n";
  }

  private static String comment(Instant at, String text) {
    return "{\"at\":\"%s\",\"by\":\"kari\",\"via\":\"web\",\"do\":\"comment\",\"section\":\"7kq2mx9d4t\",\"text\":\"%s\"}%n"
        .formatted(at, text);
  }
}
