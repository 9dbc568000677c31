package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.State;
import no.speil.corpus.Task;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.LiveSection;
import no.speil.record.ResolveEvent;
import no.speil.record.SuggestEvent;
import no.speil.search.ExpansionOptions;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be done, what was proposed, and what has been done. */
class WorkflowTest {
  private static final String ORIGINAL =
      "---\n"
          + "title: Et brev\n"
          + "---\n\n"
          + "Styret i den lille foreningen vår må gå.\n\n"
          + "Vi møtes i mai.\n\n"
          + "Dette er alt.\n\n"
          + "Hilsen kvinnegruppa, som har arbeidet for dette i mange lange år.\n";
  private static final String TRANSLATION =
      "---\ntitle: A letter\n---\n\nThe board must go.\n\nWe meet in May.\n\nThis is all.\n";

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root =
        new TestLibrary(folder)
            .put("archive/a/b.md", ORIGINAL)
            .put("translations/a/b.md", TRANSLATION);
  }

  @Test
  void theQueueHasFactsFirstThenWordingThenTheUntranslatedThenDrafts() {
    Library library = root.open();
    for (String each : List.of("Styret", "Vi møtes", "Dette")) {
      root.mark(root.section("a/b", each), State.TRANSLATED, KARI);
    }
    root.put(
        "archive/a/b.md",
        ORIGINAL.replace("lille foreningen", "store foreningen").replace("i mai", "i juni"));
    library.sync().look();

    assertThat(queue(library).stream().map(hit -> hit.status().due().task()).toList())
        .containsExactly(Task.FACTS, Task.WORDING, Task.UNTRANSLATED, Task.DRAFT, Task.REVIEW);
    assertThat(queue(library).getFirst().section())
        .isEqualTo(root.section("a/b", "Vi møtes").section().id());
  }

  @Test
  void whatIsReviewedIsNoTask() {
    Library library = root.open();
    TrackedSection section = root.section("a/b", "Styret");
    root.mark(section, State.REVIEWED, KARI);

    assertThat(queue(library)).extracting(Hit::section).doesNotContain(section.section().id());
  }

  @Test
  void acceptedSuggestionBecomesTheTextAndIsNoLongerOpen() {
    Library library = root.open();
    TrackedSection before = root.section("a/b", "Styret");
    TrackedSection suggested =
        library.edits().suggest(before.section().id(), "The board has to resign.", OLA).section();
    SuggestEvent suggestion = suggested.openSuggestions().getFirst();
    assertThat(suggestion.text()).isEqualTo("The board has to resign.");
    assertThat(root.read("translations/a/b.md")).isEqualTo(TRANSLATION);

    TrackedSection after =
        library
            .edits()
            .accept(before.section().id(), suggestion.id(), suggested.version(), KARI)
            .map(LiveSection::section)
            .orElseThrow();

    assertThat(after.openSuggestions()).isEmpty();
    assertThat(root.read("translations/a/b.md"))
        .isEqualTo(TRANSLATION.replace("The board must go.", "The board has to resign."));
    assertThatThrownBy(
            () ->
                library
                    .edits()
                    .accept(before.section().id(), suggestion.id(), after.version(), KARI)
                    .map(LiveSection::section))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.NO_SUGGESTION));
    root.open();
    assertThat(root.section("a/b", "Styret")).isEqualTo(after);
  }

  @Test
  void dismissedSuggestionStaysInTheHistoryOnly() {
    Library library = root.open();
    TrackedSection suggested =
        library
            .edits()
            .suggest(root.section("a/b", "Styret").section().id(), "Nonsense.", OLA)
            .section();
    String suggestion = suggested.openSuggestions().getFirst().id();

    TrackedSection after =
        library.edits().dismiss(suggested.section().id(), suggestion, KARI).section();

    assertThat(after.openSuggestions()).isEmpty();
    assertThat(after.history().getLast())
        .isInstanceOfSatisfying(
            ResolveEvent.class,
            resolve -> assertThat(resolve.outcome()).isEqualTo(ResolveEvent.Outcome.DISMISSED));
    assertThat(root.read("translations/a/b.md")).isEqualTo(TRANSLATION);
  }

  @Test
  void eventsAreToldOldestFirstFromAMomentOn() {
    Instant first = Instant.parse("2026-01-01T10:00:00Z");
    root.open(Clock.fixed(first, ZoneOffset.UTC));
    root.mark(root.section("a/b", "Styret"), State.TRANSLATED, KARI);
    Instant second = first.plusSeconds(60);
    Library library = root.open(Clock.fixed(second, ZoneOffset.UTC));
    library.marks().comment(root.section("a/b", "Dette").section().id(), "Godt.", OLA);

    assertThat(library.activity().since(ActivityCursor.moment(Instant.EPOCH), 10).activities())
        .extracting(activity -> activity.event().signature().by())
        .containsExactly("kari", "ola");
    assertThat(library.activity().since(ActivityCursor.moment(first), 10).activities())
        .extracting(activity -> activity.document(), activity -> activity.event().signature().at())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(new DocumentId("a/b"), second));
    assertThat(library.activity().since(ActivityCursor.moment(second), 10).activities()).isEmpty();
  }

  private static List<Hit> queue(Library library) {
    List<String> tasks = List.of(Task.values()).stream().map(Task::code).toList();
    return library
        .search()
        .run(
            new SearchRequest(
                "", 1, 50, Sort.WORK, Group.SECTION, Map.of("task", tasks), ExpansionOptions.ALL))
        .hits();
  }
}
