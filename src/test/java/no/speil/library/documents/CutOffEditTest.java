package no.speil.library.documents;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.archive.KilledSave;
import no.speil.archive.KilledSave.Moment;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.library.TestLibrary;
import no.speil.record.EditEvent;
import no.speil.record.SuggestEvent;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the next start makes of a save that a kill cut off, wherever it was cut. */
@Tag("slow")
class CutOffEditTest {
  private static final DocumentId A = new DocumentId("a");
  private static final String BEFORE = "# A letter\n\nThe board must go.\n\nGreetings.\n";
  private static final String AFTER = BEFORE.replace("must go", "has to go");

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root =
        new TestLibrary(folder)
            .put("archive/a.md", "# Et brev\n\nStyret må gå.\n\nHilsen.\n")
            .put("translations/a.md", BEFORE);
  }

  @Test
  void editInTheRecordWhoseFileIsAsItWasIsCarriedOutAndTold() {
    TrackedSection saved = killed(Moment.BETWEEN_RECORD_AND_TEXT);

    root.open();

    assertThat(root.read("translations/a.md")).isEqualTo(AFTER);
    assertThat(root.section("a", "Styret")).isEqualTo(saved);
    assertThat(root.library().problems())
        .containsExactly(told(saved, Problem.Kind.EDIT_CARRIED_OUT));
    assertThat(root.library().counts().problems()).isEqualTo(1);
  }

  @Test
  void editIsCarriedOutOnce() {
    killed(Moment.BETWEEN_RECORD_AND_TEXT);
    root.open();

    root.put("translations/a.md", BEFORE);
    root.library().sync().look();
    assertThat(root.read("translations/a.md")).isEqualTo(BEFORE);
    root.open();

    assertThat(root.read("translations/a.md")).isEqualTo(BEFORE);
    assertThat(root.library().problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.TEXT_OVERWRITTEN);
  }

  @Test
  void editThatMakesTheFileIsCarriedOut() {
    root.delete("translations/a.md");
    TrackedSection saved = save();
    String made = root.read("translations/a.md");
    root.close();
    KilledSave.leave(folder, A, null, Moment.BETWEEN_RECORD_AND_TEXT);

    root.open();

    assertThat(root.read("translations/a.md")).isEqualTo(made);
    assertThat(root.section("a", "Styret")).isEqualTo(saved);
  }

  @Test
  void fileThatSomebodyHasChangedSinceIsLeftAndTheWordsAreASuggestionToldOnce() {
    killed(Moment.BETWEEN_RECORD_AND_TEXT);
    String mine = BEFORE.replace("Greetings", "Best wishes");
    root.put("translations/a.md", mine);

    root.open();

    assertThat(root.read("translations/a.md")).isEqualTo(mine);
    TrackedSection section = root.section("a", "Styret");
    assertThat(section.sectionStatus().freshness()).isEqualTo(Freshness.UNKNOWN);
    assertThat(after(section)).isEqualTo("The board has to go.");
    assertThat(section.openSuggestions())
        .extracting(SuggestEvent::text)
        .containsExactly("The board has to go.");
    assertThat(root.library().problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.TEXT_OVERWRITTEN);
  }

  @Test
  void deletedOwnFolderLeavesTheFileAsItIsAndTheWordsInTheHistory() {
    killed(Moment.BETWEEN_RECORD_AND_TEXT);
    root.deleteOwnFolder();

    root.open();

    assertThat(root.read("translations/a.md")).isEqualTo(BEFORE);
    TrackedSection section = root.section("a", "Styret");
    assertThat(section.sectionStatus().freshness()).isEqualTo(Freshness.UNKNOWN);
    assertThat(after(section)).isEqualTo("The board has to go.");
  }

  @ParameterizedTest
  @EnumSource(names = {"WHILE_THE_EDIT_IS_WRITTEN_DOWN", "BEFORE_THE_RECORD"})
  void editThatIsInNoRecordNeverWas(Moment moment) {
    killed(moment);

    root.open();

    assertThat(root.read("translations/a.md")).isEqualTo(BEFORE);
    assertThat(root.section("a", "Styret").history()).isEmpty();
    assertThat(root.library().problems()).isEmpty();
  }

  @Test
  void editWhoseTextHasArrivedIsDone() {
    TrackedSection saved = killed(Moment.AFTER_THE_TEXT);

    root.open();

    assertThat(root.read("translations/a.md")).isEqualTo(AFTER);
    assertThat(root.section("a", "Styret")).isEqualTo(saved);
    assertThat(root.library().problems()).isEmpty();
  }

  @Test
  void takingOutATextThatHasNoOriginalIsCarriedOut() {
    String added = BEFORE + "\nA word of thanks.\n";
    root.put("translations/a.md", added).open();
    TrackedSection section = root.section("a", "A word");
    SectionId id = section.section().id();
    assertThat(
            root.library().edits().edit(id, "", section.version(), KARI).map(LiveSection::section))
        .isEmpty();
    String without = root.read("translations/a.md");
    root.close();
    KilledSave.leave(folder, A, added, Moment.BETWEEN_RECORD_AND_TEXT);

    root.open();

    assertThat(root.read("translations/a.md")).isEqualTo(without).doesNotContain("thanks");
    assertThat(root.library().ids().locate(id)).containsInstanceOf(SectionLocation.Gone.class);
    assertThat(root.library().problems()).hasSize(1);
  }

  @Test
  void readOnlyServerCarriesNothingOut(@TempDir Path index) {
    killed(Moment.BETWEEN_RECORD_AND_TEXT);

    root.openReadOnly(index);

    assertThat(root.read("translations/a.md")).isEqualTo(BEFORE);
    root.open();
    assertThat(root.read("translations/a.md")).isEqualTo(AFTER);
  }

  @Test
  void nothingIsLeftOfASaveWhenTheArchiveIsClosed() {
    save();
    assertThat(folder.resolve(".speil/edits")).isDirectory();

    root.close();

    assertThat(folder.resolve(".speil/edits")).doesNotExist();
  }

  private TrackedSection killed(Moment moment) {
    TrackedSection saved = save();
    root.close();
    KilledSave.leave(folder, A, BEFORE, moment);
    return saved;
  }

  private TrackedSection save() {
    root.open();
    TrackedSection section = root.section("a", "Styret");
    SectionId id = section.section().id();
    return root.library()
        .edits()
        .edit(id, "The board has to go.", section.version(), KARI)
        .map(LiveSection::section)
        .orElseThrow();
  }

  private static Problem told(TrackedSection section, Problem.Kind kind) {
    return Problem.of("translations/a.md", 0, kind, section.section().id().value());
  }

  private static @Nullable String after(TrackedSection section) {
    return section.history().stream()
        .filter(EditEvent.class::isInstance)
        .map(each -> ((EditEvent) each).after().text())
        .toList()
        .getLast();
  }
}
