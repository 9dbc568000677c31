package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.State;
import no.speil.library.activity.Activity;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.record.CommentEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done here after what a machine whose clock is ahead has written. */
class ClockAheadTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root =
        new TestLibrary(folder)
            .put("archive/a.md", "# Et brev\n\nStyret må gå.\n")
            .put("translations/a.md", "# A letter\n\nThe board must go.\n");
  }

  @Test
  void anActionIsDatedByTheClockHereAndCountsAfterWhatItWasDoneOn() {
    root.open(at(NOW.plus(Duration.ofDays(2))));
    root.mark(section(), State.TRANSLATED, OLA);
    root.open(at(NOW));

    TrackedSection marked = root.mark(section(), State.REVIEWED, KARI);

    assertThat(marked.sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(marked.history().getLast().signature().at()).isEqualTo(NOW);
    assertThat(
            root.library()
                .activity()
                .since(ActivityCursor.moment(NOW.minusSeconds(1)), 10)
                .activities())
        .extracting(Activity::at)
        .containsExactly(NOW);
    root.open(at(NOW));
    assertThat(section()).isEqualTo(marked);
  }

  @Test
  void aClockThatIsSetBackALittleDatesNothingBeforeWhatIsThere() {
    root.open(at(NOW));
    root.mark(section(), State.TRANSLATED, OLA);
    root.open(at(NOW.minusSeconds(30)));

    TrackedSection marked = root.mark(section(), State.REVIEWED, KARI);

    assertThat(marked.sectionStatus().state()).isEqualTo(State.REVIEWED);
    assertThat(marked.history().getLast().signature().at()).isEqualTo(NOW);
  }

  @Test
  void eventsOfAClockAheadDoNotMakeEachActionReadTheDocumentAgain() {
    root.open(at(NOW.plus(Duration.ofDays(2))));
    root.mark(section(), State.TRANSLATED, OLA);
    root.open(at(NOW));
    DocumentStore documents = root.library().documents();
    LiveDocument before = documents.find(new DocumentId("a")).orElseThrow();
    Event comment =
        new CommentEvent(
            new EventSignature(NOW, "kari", "web"), section().section().id(), "Se her.");

    LiveDocument after = documents.append(before, List.of(comment));

    assertThat(after.original()).isSameAs(before.original());
    assertThat(after.problems())
        .isEqualTo(before.problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.EVENTS_IN_FUTURE);
  }

  private TrackedSection section() {
    return root.section("a", "Styret");
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }
}
