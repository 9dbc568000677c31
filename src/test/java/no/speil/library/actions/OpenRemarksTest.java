package no.speil.library.actions;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.documents.ActionRefusedException;
import no.speil.record.CommentEvent;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenRemarksTest {
  @TempDir private Path folder;
  @AutoClose private TestLibrary root;
  private Library library;
  private SectionId id;

  @BeforeEach
  void make() {
    root =
        new TestLibrary(folder)
            .put("archive/brev.md", "---\ntitle: Et brev\n---\n\nStyret må gå.\n\nNå.\n")
            .put("translations/brev.md", "---\ntitle: A letter\n---\n\nThe board must go.\n");
    library = root.open();
    id = root.section("brev", "Styret").section().id();
  }

  @Test
  void aCommentIsOpenUntilSomebodyResolvesIt() {
    library.marks().comment(id, "Er «styret» entall?", KARI);
    library.marks().comment(id, "Og «må»?", KARI);
    assertThat(found("has:comment")).containsExactly(id);
    assertThat(works()).containsExactly(Task.COMMENT, Task.DRAFT);
    List<CommentEvent> open = section().openComments();
    assertThat(open)
        .extracting(CommentEvent::text)
        .containsExactly("Er «styret» entall?", "Og «må»?");

    library.marks().resolve(id, open.getFirst().id(), true, OLA);
    assertThat(found("styret has:comment")).containsExactly(id);
    library.marks().resolve(id, open.getLast().id(), true, OLA);
    assertThat(found("has:comment")).isEmpty();
    assertThat(works()).containsExactly(Task.DRAFT);

    library.marks().resolve(id, open.getLast().id(), false, KARI);
    assertThat(found("has:comment")).containsExactly(id);
    assertThat(section().openComments()).containsExactly(open.getLast());
  }

  @Test
  void resolvingTwiceWritesOnceAndOnlyCommentsOfTheSectionAreResolved() {
    library.marks().comment(id, "Hvorfor?", KARI);
    String comment = section().openComments().getFirst().id();
    library.marks().resolve(id, comment, true, OLA);
    int events = section().history().size();
    library.marks().resolve(id, comment, true, OLA);
    assertThat(section().history()).hasSize(events);
    SectionId other = root.section("brev", "Nå").section().id();
    assertThatThrownBy(() -> library.marks().resolve(other, comment, true, OLA))
        .isInstanceOf(ActionRefusedException.NotNow.class);
  }

  @Test
  void aCommentOfAnOlderRecordIsOpen() {
    root.close();
    String record = root.read("translations/brev.jsonl");
    root.put(
        "translations/brev.jsonl",
        record
            + "{\"at\":\"2026-01-02T03:04:05.678Z\",\"by\":\"siri\",\"via\":\"web\","
            + "\"do\":\"comment\",\"section\":\""
            + id
            + "\",\"text\":\"Skal det være så kort?\"}\n");
    library = root.open();
    assertThat(found("has:comment")).containsExactly(id);
    library.marks().resolve(id, section().openComments().getFirst().id(), true, KARI);
    assertThat(found("has:comment")).isEmpty();
  }

  @Test
  void aSuggestionIsATaskOfItsOwnUntilItIsDecided() {
    library.edits().suggest(id, "The board has to go.", OLA);
    assertThat(found("has:suggestion")).containsExactly(id);
    assertThat(works()).containsExactly(Task.SUGGESTION, Task.DRAFT);
    library.edits().dismiss(id, section().openSuggestions().getFirst().id(), KARI);
    assertThat(found("has:suggestion")).isEmpty();
    assertThat(works()).containsExactly(Task.DRAFT);
  }

  private List<Task> works() {
    return library.search().run(SearchRequest.of("styret state:draft")).hits().stream()
        .filter(hit -> hit.section().equals(id))
        .findFirst()
        .orElseThrow()
        .status()
        .due()
        .works();
  }

  private TrackedSection section() {
    return root.section("brev", "Styret");
  }

  private List<SectionId> found(String query) {
    return library.search().run(SearchRequest.of(query)).hits().stream().map(Hit::section).toList();
  }
}
