package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.speil.align.correct.Correction;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.LiveSection;
import no.speil.status.TrackedSection;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people have changed the same text, and git has left both versions between its marks. */
class UnresolvedMergeTest {
  private static final String ORIGINAL =
      """
      ---
      title: Hytta
      ---

      ## Veien dit

      Vi kjører nordover i tre timer.

      Nøkkelen ligger under steinen.
      """;
  private static final String TRANSLATION =
      """
      ---
      title: The cabin
      ---

      ## The way there

      We drive north for three hours.

      The key is under the stone.
      """;
  private static final String CONFLICT =
      """
      ---
      <<<<<<< HEAD
      title: The hut
      =======
      title: Our cabin
      >>>>>>> f04818c6840b
      ---

      <<<<<<< HEAD
      ## How to get there
      =======
      ## The road there
      >>>>>>> f04818c6840b

      We drive north for three hours.

      The key is under the stone.
      """;

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;
  private List<TrackedSection> before;
  private String record;

  @BeforeEach
  void mergeOfTwo() {
    root =
        new TestLibrary(folder)
            .put("archive/hytta.md", ORIGINAL)
            .put("translations/hytta.md", TRANSLATION);
    root.open();
    for (String beginning : List.of("Hytta", "Veien", "Vi kjører", "Nøkkelen")) {
      root.mark(root.section("hytta", beginning), State.TRANSLATED, KARI);
    }
    root.mark(root.section("hytta", "Vi kjører"), State.REVIEWED, OLA);
    before = root.sections("hytta");
    record = root.read("translations/hytta.jsonl");
    root.put("translations/hytta.md", CONFLICT);
    root.library().sync().look();
  }

  @Test
  void isListedWithItsLinesAndNobodyReadsMarks() {
    assertThat(root.library().problems())
        .contains(
            Problem.of("translations/hytta.md", 2, Problem.Kind.UNRESOLVED_MERGE, "6"),
            Problem.of("translations/hytta.md", 9, Problem.Kind.UNRESOLVED_MERGE, "13"));
    assertThat(root.sections("hytta"))
        .flatExtracting(tracked -> tracked.section().translation())
        .extracting(block -> block.text())
        .containsExactlyInAnyOrder(
            "The hut",
            "How to get there",
            "The road there",
            "We drive north for three hours.",
            "The key is under the stone.");
    assertThat(root.find("\"road there\"")).isNotEmpty();
    assertThat(root.find("HEAD")).isEmpty();
  }

  @Test
  void theOtherSectionsKeepWhatTheyHave() {
    for (TrackedSection kept : before.subList(2, 4)) {
      assertThat(root.library().ids().section(kept.section().id()).sectionStatus())
          .isEqualTo(kept.sectionStatus());
    }
  }

  @Test
  void nobodyActsOnTheDocumentAndItsFilesStayAsTheyAre() {
    TrackedSection key = root.section("hytta", "Nøkkelen");
    SectionId id = key.section().id();
    Library library = root.library();

    isRefused(
        () ->
            library
                .edits()
                .edit(id, "The key lies there.", key.version(), KARI)
                .map(LiveSection::section));
    isRefused(() -> library.marks().mark(id, State.REVIEWED, key.version(), OLA).section());
    isRefused(
        () ->
            library
                .alignment()
                .correct(
                    new Correction.Confirm(Set.of(id)),
                    List.of(new ExpectedVersion(id, key.version())),
                    KARI)
                .section());
    isRefused(() -> library.alignment().realign(library.ids().documentOf(id), KARI));
    isRefused(() -> library.marks().comment(id, "Hm.", KARI).section());
    root.open();

    assertThat(root.read("translations/hytta.md")).isEqualTo(CONFLICT);
    assertThat(root.read("translations/hytta.jsonl")).isEqualTo(record);
  }

  @Test
  void onceItIsResolvedEverythingIsAsBefore() {
    root.put("translations/hytta.md", TRANSLATION);
    root.open();

    assertThat(root.sections("hytta")).isEqualTo(before);
    assertThat(root.library().problems()).isEmpty();
    TrackedSection key = root.section("hytta", "Nøkkelen");
    root.library().edits().edit(key.section().id(), "The key lies there.", key.version(), KARI);
    assertThat(root.read("translations/hytta.md")).contains("The key lies there.");
  }

  @Test
  void theVersionThatIsChosenIsTheSectionItWas() {
    root.put("translations/hytta.md", TRANSLATION.replace("## The way there", "## The road there"));
    root.library().sync().look();

    assertThat(root.sections("hytta"))
        .extracting(tracked -> tracked.section().id())
        .isEqualTo(before.stream().map(tracked -> tracked.section().id()).toList());
    assertThat(root.section("hytta", "Veien").section().translation())
        .extracting(block -> block.text())
        .containsExactly("The road there");
    assertThat(root.section("hytta", "Vi kjører").sectionStatus().state())
        .isEqualTo(State.REVIEWED);
  }

  @Test
  void inTheOriginalItIsNoneOfTheTranslatorsBusinessEither() {
    root.put("translations/hytta.md", TRANSLATION)
        .put(
            "archive/hytta.md",
            ORIGINAL.replace(
                "Vi kjører nordover i tre timer.",
                "<<<<<<< HEAD\nVi kjører nordover i fire timer.\n=======\n"
                    + "Vi kjører nordover i tre lange timer.\n>>>>>>> gren"));
    TrackedSection key = root.section("hytta", "Nøkkelen");
    assertThat(
            root.library()
                .documents()
                .find(root.library().ids().documentOf(key.section().id()))
                .orElseThrow())
        .satisfies(
            live ->
                assertThat(live.problems())
                    .contains(
                        Problem.of("archive/hytta.md", 7, Problem.Kind.UNRESOLVED_MERGE, "11")));
    isRefused(
        () ->
            root.library()
                .edits()
                .edit(key.section().id(), "The key is here.", key.version(), KARI)
                .map(LiveSection::section));

    root.put("archive/hytta.md", ORIGINAL);
    assertThat(root.sections("hytta")).isEqualTo(before);
    assertThat(root.read("translations/hytta.jsonl")).isEqualTo(record);
  }

  @Test
  void aDocumentThatBeginsInConflictGetsItsLayoutWhenItIsResolved() {
    root.put("archive/ny.md", "Vi møtes i morgen.\n")
        .put(
            "translations/ny.md",
            "<<<<<<< HEAD\nWe meet.\n=======\nWe meet tomorrow.\n>>>>>>> x\n");
    root.library().sync().look();
    assertThat(root.sections("ny")).isNotEmpty();
    assertThat(folder.resolve("translations/ny.jsonl")).doesNotExist();

    root.put("translations/ny.md", "We meet tomorrow.\n");
    root.library().sync().look();
    assertThat(root.sections("ny")).hasSize(2);
    assertThat(folder.resolve("translations/ny.jsonl")).exists();
  }

  private static void isRefused(ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOf(NotNow.class)
        .extracting(e -> ((NotNow) e).reason())
        .isEqualTo(NotNow.Reason.UNRESOLVED_MERGE);
  }
}
