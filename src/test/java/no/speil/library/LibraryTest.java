package no.speil.library;

import static no.speil.library.TestLibrary.KARI;
import static no.speil.library.TestLibrary.OLA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.speil.TestCorpora;
import no.speil.archive.SmallDisk;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SectionLocation;
import no.speil.library.documents.SideFile;
import no.speil.library.sync.Readiness;
import no.speil.status.SectionStatus;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  private static final DocumentId BREV = new DocumentId("2015/brev");
  private static final String ORIGINAL =
      """
      ---
      title: Et brev
      language: nb
      ---

      Styret må gå.

      Vi krever et nytt årsmøte.
      """;
  private static final String TRANSLATION =
      """
      ---
      title: A letter
      language: en
      ---

      The board must go.

      We demand a new annual meeting.
      """;

  @TempDir private Path folder;
  @AutoClose private TestLibrary root;

  @BeforeEach
  void make() {
    root = new TestLibrary(folder);
  }

  @Test
  void readingADocumentForTheFirstTimeDoesNotIndexItAgain() {
    root.put("archive/a.md", "# A\n\nEt avsnitt.\n");
    var id = new DocumentId("a");
    Library library = root.open();
    DocumentSummary indexed = library.catalogue().summary(id).orElseThrow();

    assertThat(library.documents().find(id)).isPresent();
    assertThat(library.catalogue().summary(id).orElseThrow()).isSameAs(indexed);
  }

  @Test
  void blocksAreAlignedAndFoundInBothLanguages() {
    Library library = letter().open();

    LiveDocument letter = library.documents().find(BREV).orElseThrow();

    assertThat(letter.title(Side.ORIGINAL)).isEqualTo("Et brev");
    assertThat(letter.title(Side.TRANSLATION)).isEqualTo("A letter");
    assertThat(letter.sections())
        .allSatisfy(each -> assertThat(each.section().original()).hasSize(1))
        .allSatisfy(each -> assertThat(each.section().translation()).hasSize(1))
        .allSatisfy(each -> assertThat(each.sectionStatus().state()).isEqualTo(State.DRAFT))
        .allSatisfy(
            each -> assertThat(each.sectionStatus().freshness()).isEqualTo(Freshness.UNKNOWN))
        .hasSize(3);
    SectionId demand = root.section("2015/brev", "Vi krever").section().id();
    assertThat(root.find("årsmøte")).containsExactly(demand);
    assertThat(root.find("meetings")).containsExactly(demand);
  }

  @Test
  void markIsFoundByTheNextSearchAndSurvivesRestartAndALostIndex() throws Exception {
    letter().open();
    TrackedSection before = root.section("2015/brev", "Styret");

    TrackedSection after = root.mark(before, State.TRANSLATED, KARI);

    assertThat(after.sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(after.sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(root.find("state:translated")).containsExactly(after.section().id());

    root.open();
    assertThat(root.section("2015/brev", "Styret").version()).isEqualTo(after.version());
    assertThat(root.find("state:translated")).containsExactly(after.section().id());

    root.close();
    deleteFolder(folder.resolve(".speil"));
    root.open();
    assertThat(root.section("2015/brev", "Styret")).isEqualTo(after);
    assertThat(root.find("state:translated")).containsExactly(after.section().id());
  }

  @Test
  void itemPutInAndTheListRenumberedLeaveTheOtherItemsCurrent() {
    root.put("archive/krav.md", "1. styret skal gå av\n2. medlemmene skal få svar\n");
    root.put("translations/krav.md", "1. the board shall go\n2. members shall be answered\n");
    root.open();
    for (String item : List.of("styret", "medlemmene")) {
      root.mark(root.section("krav", item), State.TRANSLATED, KARI);
    }

    root.put(
        "archive/krav.md",
        "1. møtet skal holdes straks\n2. styret skal gå av\n3. medlemmene skal få svar\n");

    for (String item : List.of("styret", "medlemmene")) {
      SectionStatus status = root.section("krav", item).sectionStatus();
      assertThat(status.state()).isEqualTo(State.TRANSLATED);
      assertThat(status.freshness()).isEqualTo(Freshness.CURRENT);
    }
  }

  @Test
  void staleVersionIsRefusedWithTheSectionAsItIs() {
    Library library = letter().open();
    TrackedSection seen = root.section("2015/brev", "Styret");
    TrackedSection now = root.mark(seen, State.TRANSLATED, KARI);

    assertThatThrownBy(
            () ->
                library
                    .marks()
                    .mark(seen.section().id(), State.DRAFT, seen.version(), OLA)
                    .section())
        .isInstanceOfSatisfying(
            ActionRefusedException.StaleVersion.class, e -> assertThat(e.now()).isEqualTo(now));
    assertThat(root.section("2015/brev", "Styret")).isEqualTo(now);
  }

  @Test
  void whatHasNoTextCannotBeTranslatedAndWhatHasTextIsNotUntranslated() {
    Library library = root.put("archive/a.md", "Styret må gå.\n").open();
    TrackedSection empty = root.section("a", "Styret");
    assertThat(empty.sectionStatus().state()).isEqualTo(State.UNTRANSLATED);
    assertThatThrownBy(() -> root.mark(empty, State.TRANSLATED, KARI))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.NO_TEXT));

    root.put("translations/a.md", "The board must go.\n");
    library.sync().look();
    TrackedSection full = root.section("a", "Styret");
    assertThat(full.section().id()).isEqualTo(empty.section().id());
    assertThatThrownBy(() -> root.mark(full, State.UNTRANSLATED, KARI))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.HAS_TEXT));
  }

  @Test
  void reviewIsByAnotherPersonWhereThereIsOne() {
    letter().open();
    TrackedSection styret = root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);
    root.mark(root.section("2015/brev", "Vi krever"), State.TRANSLATED, OLA);

    assertThatThrownBy(() -> root.mark(styret, State.REVIEWED, KARI))
        .isInstanceOfSatisfying(
            NotNow.class, e -> assertThat(e.reason()).isEqualTo(NotNow.Reason.OWN_REVIEW));
    assertThat(root.mark(styret, State.REVIEWED, OLA).sectionStatus().state())
        .isEqualTo(State.REVIEWED);
  }

  @Test
  void editedOriginalMakesTheSectionStaleAndItsNeighbourNot() {
    letter().open();
    TrackedSection marked = root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);
    root.mark(root.section("2015/brev", "Vi krever"), State.TRANSLATED, KARI);

    root.put("archive/2015/brev.md", ORIGINAL.replace("må gå", "må ikke gå"));

    TrackedSection now = root.section("2015/brev", "Styret");
    assertThat(now.section().id()).isEqualTo(marked.section().id());
    assertThat(now.sectionStatus().freshness()).isEqualTo(Freshness.STALE);
    assertThat(root.section("2015/brev", "Vi krever").sectionStatus().freshness())
        .isEqualTo(Freshness.CURRENT);
    assertThat(root.find("freshness:stale")).containsExactly(now.section().id());
  }

  @Test
  void aMarkOnASectionThatWasWrittenAMomentAgoStaysWithIt() throws Exception {
    letter().open();
    Path original = folder.resolve("archive/2015/brev.md");
    Path translation = folder.resolve("translations/2015/brev.md");
    Files.writeString(original, ORIGINAL + "\nMed hilsen fra Kvinnegruppa.\n");
    Files.writeString(translation, TRANSLATION + "\nRegards from the women's group.\n");
    TrackedSection young = root.section("2015/brev", "Med hilsen");

    TrackedSection marked = root.mark(young, State.TRANSLATED, KARI);
    root.put("archive/2015/brev.md", ORIGINAL + "\nMed vennlig hilsen fra Kvinnegruppa.\n")
        .put("translations/2015/brev.md", TRANSLATION + "\nRegards from the women's group.\n");

    TrackedSection now = root.section("2015/brev", "Med vennlig");
    assertThat(now.section().id()).isEqualTo(marked.section().id());
    assertThat(now.sectionStatus().freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  void aMarkMadeWhileAFileIsHalfWrittenWritesNoSectionOff() throws Exception {
    letter().open();
    TrackedSection demand = root.section("2015/brev", "Vi krever");
    TrackedSection board = root.section("2015/brev", "Styret");
    String half = ORIGINAL.substring(0, ORIGINAL.indexOf("Vi krever"));
    Files.writeString(folder.resolve("archive/2015/brev.md"), half);
    Files.writeString(folder.resolve("translations/2015/brev.md"), half);
    root.mark(root.section("2015/brev", "Styret"), State.DRAFT, KARI);

    letter();

    assertThat(root.section("2015/brev", "Vi krever").section().id())
        .isEqualTo(demand.section().id());
    assertThat(root.section("2015/brev", "Styret").section().id()).isEqualTo(board.section().id());
  }

  @Test
  void anOriginalThatIsWrittenAgainHasItsMarkedTranslationAgain() {
    letter().open();
    TrackedSection marked = root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);
    root.put("archive/2015/brev.md", ORIGINAL.replace("Styret må gå.\n\n", ""));
    assertThat(root.section("2015/brev", "The board").sectionStatus().freshness())
        .isEqualTo(Freshness.ORPHAN);

    root.put(
            "archive/2015/brev.md", ORIGINAL.replace("Styret må gå.\n\n", "") + "\nStyret må gå.\n")
        .open();

    TrackedSection back = root.section("2015/brev", "Styret");
    assertThat(back.version()).isEqualTo(marked.version());
    assertThat(back.section().translation().getFirst().text()).isEqualTo("The board must go.");
    assertThat(back.sectionStatus().freshness()).isEqualTo(Freshness.CURRENT);
  }

  @Test
  void translationEditedOutsideFallsBackToDraft() {
    letter().open();
    root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);

    root.put("translations/2015/brev.md", TRANSLATION.replace("must go", "has to go"));

    assertThat(root.section("2015/brev", "Styret").sectionStatus().state()).isEqualTo(State.DRAFT);
  }

  @Test
  void outsideEditsAreFoundWithoutAskingForTheDocument() throws Exception {
    Library library = letter().open();
    root.put("archive/ny.md", "Et helt nytt dokument om sjøfart.\n");
    root.put("archive/2015/brev.md", ORIGINAL.replace("årsmøte", "landsmøte"));

    for (String word : List.of("landsmøte", "sjøfart")) { // new documents are read after others
      for (int i = 0; i < 1_800 && root.find(word).isEmpty(); i++) {
        Thread.sleep(100);
      }
      assertThat(root.find(word)).hasSize(1);
    }
    assertThat(root.find("=årsmøte")).isEmpty();
    assertThat(library.counts().documents()).isEqualTo(2);
  }

  @Test
  void aNewFileIsServedBeforeAnySweepHasSeenIt() {
    Library library = letter().open();
    root.put("archive/ny.md", "Sjøfart.\n");

    assertThat(library.documents().find(new DocumentId("ny"))).isPresent();
    assertThat(root.find("sjøfart")).hasSize(1);
  }

  @Test
  void deletedDocumentIsForgottenButItsSectionsAreAnsweredFor() {
    Library library = letter().open();
    TrackedSection marked = root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);

    root.delete("archive/2015/brev.md").delete("translations/2015/brev.md");

    assertThat(library.documents().find(BREV)).isEmpty();
    assertThat(root.find("styret")).isEmpty();
    assertThat(library.counts().documents()).isZero();
    assertThat(library.ids().locate(marked.section().id()))
        .get()
        .isInstanceOfSatisfying(
            SectionLocation.Gone.class,
            gone -> assertThat(gone.history()).isEqualTo(marked.history()));
    root.open();
    assertThat(root.find("styret")).isEmpty();
    assertThatThrownBy(() -> root.open().ids().section(marked.section().id()))
        .isInstanceOf(ActionRefusedException.GoneSection.class);
  }

  @Test
  void fileThatIsMissingForAMomentCostsNothing() {
    letter().open();
    TrackedSection marked = root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);
    String record = root.read("translations/2015/brev.jsonl");

    root.delete("archive/2015/brev.md");
    TrackedSection orphan = root.section("2015/brev", "The board");
    assertThat(orphan.section().id()).isEqualTo(marked.section().id());
    assertThat(orphan.sectionStatus().freshness()).isEqualTo(Freshness.ORPHAN);
    root.put("archive/2015/brev.md", ORIGINAL);
    assertThat(root.section("2015/brev", "Styret")).isEqualTo(marked);

    root.delete("translations/2015/brev.md");
    assertThat(root.section("2015/brev", "Styret").sectionStatus().state())
        .isEqualTo(State.UNTRANSLATED);
    root.put("translations/2015/brev.md", TRANSLATION);
    assertThat(root.section("2015/brev", "Styret")).isEqualTo(marked);
    assertThat(root.read("translations/2015/brev.jsonl")).isEqualTo(record);
  }

  @Test
  void commentStaysWithASectionThatCameWhileTheOriginalWasMissing() {
    letter().open();
    TrackedSection board = root.section("2015/brev", "Styret");
    root.delete("archive/2015/brev.md")
        .put("translations/2015/brev.md", TRANSLATION + "\nRegards from the women's group.\n");
    TrackedSection added = root.section("2015/brev", "Regards");
    Library library = root.open();

    library.marks().comment(added.section().id(), "Who are they?", KARI);
    root.open();

    TrackedSection now = root.section("2015/brev", "Regards");
    assertThat(now.section().id()).isEqualTo(added.section().id());
    assertThat(now.comments()).hasSize(1);
    root.put("archive/2015/brev.md", ORIGINAL);
    assertThat(root.section("2015/brev", "Styret")).isEqualTo(board);
  }

  @Test
  void filesThatComeAndGoWhileTheyAreReadCostNothing() throws Exception {
    Library library = letter().open();
    TrackedSection marked = root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);
    Thread editor =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    root.delete("archive/2015/brev.md").put("archive/2015/brev.md", ORIGINAL);
                    root.delete("translations/2015/brev.md");
                    root.put("translations/2015/brev.md", TRANSLATION);
                  }
                });
    while (editor.isAlive()) {
      library.documents().find(BREV);
      library.sync().look();
    }
    editor.join();

    assertThat(root.section("2015/brev", "Styret").history()).isEqualTo(marked.history());
    assertThat(root.section("2015/brev", "Styret").version()).isEqualTo(marked.version());
  }

  @Test
  void aClockThatWasSetBackReordersNothing() {
    letter().open(Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC));
    root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);

    root.open(Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC));
    TrackedSection after = root.mark(root.section("2015/brev", "Styret"), State.DRAFT, KARI);

    assertThat(after.sectionStatus().state()).isEqualTo(State.DRAFT);
    root.open();
    assertThat(root.section("2015/brev", "Styret")).isEqualTo(after);
  }

  @Test
  void touchedFilesChangeNothing() {
    letter().open();
    TrackedSection marked = root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);
    String record = root.read("translations/2015/brev.jsonl");

    root.put("archive/2015/brev.md", ORIGINAL).put("translations/2015/brev.md", TRANSLATION);

    assertThat(root.section("2015/brev", "Styret")).isEqualTo(marked);
    assertThat(root.read("translations/2015/brev.jsonl")).isEqualTo(record);
  }

  @Test
  void translationElsewhereNamesItsOriginal() {
    letter().open();
    root.put("archive/b.md", "Sjøfart er nødvendig.\n")
        .put("translations/english/b.md", "---\noriginal: b\n---\n\nSeafaring is necessary.\n");
    Library library = root.open();

    assertThat(root.section("b", "Sjøfart").section().translation()).hasSize(1);
    assertThat(library.documents().find(new DocumentId("english/b"))).isEmpty();
    assertThat(library.problems()).isEmpty();
    assertThat(Files.exists(folder.resolve("translations/b.jsonl"))).isTrue();
  }

  @Test
  void secondTranslationOfADocumentIsListedAndNotServed() {
    letter();
    root.put("translations/zz.md", "---\noriginal: 2015/brev\n---\n\nAnother one.\n");
    Library library = root.open();

    assertThat(library.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file()).isEqualTo("translations/zz.md"))
        .satisfies(problem -> assertThat(problem.details()).contains("translations/2015/brev.md"));
    assertThat(root.find("another")).isEmpty();
  }

  @Test
  void translationOfAnUnknownOriginalIsServedAndListed() {
    Library library = root.put("translations/løs.md", "Loose.\n").open();

    assertThat(root.section("løs", "Loose").section().original()).isEmpty();
    assertThat(library.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.details()).contains("løs"));
  }

  @Test
  void originalHeldElsewhereIsUnverifiableAndCanBeMarked() {
    root.put("archive/e.md", "---\ntitle: Et brev\nsource: https://example.org/brev\n---\n")
        .put("translations/e.md", TRANSLATION)
        .open();
    TrackedSection section = root.section("e", "The board");
    assertThat(section.sectionStatus().freshness()).isEqualTo(Freshness.UNVERIFIABLE);

    TrackedSection marked = root.mark(section, State.TRANSLATED, KARI);

    assertThat(marked.sectionStatus().state()).isEqualTo(State.TRANSLATED);
    assertThat(marked.sectionStatus().freshness()).isEqualTo(Freshness.UNVERIFIABLE);
  }

  @Test
  void whenTheTextOfAnOriginalHeldElsewhereArrivesIdsCarryOver() {
    root.put("archive/e.md", "---\ntitle: Et brev\nsource: https://example.org/brev\n---\n")
        .put("translations/e.md", TRANSLATION)
        .open();
    List<SectionId> before = ids("e");

    root.put("archive/e.md", ORIGINAL);

    assertThat(ids("e")).isEqualTo(before);
    assertThat(root.section("e", "Styret").section().translation()).hasSize(1);
  }

  @Test
  void renamedDocumentKeepsItsRecordThroughAliases() {
    Library library = letter().open();
    TrackedSection marked = root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);

    root.put("archive/ny.md", ORIGINAL.replace("language: nb", "aliases: [2015/brev]"))
        .put("translations/ny.md", TRANSLATION)
        .delete("archive/2015/brev.md")
        .delete("translations/2015/brev.md");
    library.sync().look();

    assertThat(root.section("ny", "Styret").version()).isEqualTo(marked.version());
    assertThat(root.section("ny", "Styret").history()).isEqualTo(marked.history());
    assertThat(library.ids().renamed(BREV)).isEqualTo(Optional.of(new DocumentId("ny")));
    assertThat(library.ids().locate(marked.section().id()))
        .get()
        .isEqualTo(new SectionLocation.Present(new DocumentId("ny"), marked.section().id()));
    assertThat(Files.exists(folder.resolve("translations/2015/brev.jsonl"))).isFalse();
  }

  @Test
  void copiedRecordDoesNotGiveItsMarksToAnotherText() {
    letter().open();
    root.mark(root.section("2015/brev", "Styret"), State.TRANSLATED, KARI);
    root.put("archive/kopi.md", ORIGINAL)
        .put("translations/kopi.md", TRANSLATION)
        .put("translations/kopi.jsonl", root.read("translations/2015/brev.jsonl"));
    Library library = root.open();

    assertThat(root.section("kopi", "Styret").sectionStatus().state()).isEqualTo(State.DRAFT);
    assertThat(ids("kopi")).doesNotContainAnyElementsOf(ids("2015/brev"));
    assertThat(library.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file()).isEqualTo("translations/kopi.jsonl"));
  }

  @Test
  void readOnlyLibraryWritesNothingBelowTheRoot(@TempDir Path elsewhere) {
    Library library = letter().openReadOnly(elsewhere.resolve("index"));

    TrackedSection section = root.section("2015/brev", "Styret");

    assertThatThrownBy(() -> root.mark(section, State.TRANSLATED, KARI))
        .isInstanceOf(ActionRefusedException.ReadOnly.class);
    assertThat(library.archive().readOnly()).isTrue();
    assertThat(Files.exists(folder.resolve("translations/2015/brev.jsonl"))).isFalse();
    assertThat(Files.exists(folder.resolve(".speil"))).isFalse();
  }

  @Test
  void idsAreTheSameOnEveryMachine(@TempDir Path other) {
    letter().open();
    List<SectionId> here = ids("2015/brev");
    root.close();
    root = new TestLibrary(other);
    letter().open();

    assertThat(ids("2015/brev")).isEqualTo(here);
  }

  @Test
  void severalAreMarkedWithOneWriteAndEachIsAnsweredFor() {
    Library library = letter().open();
    TrackedSection title = root.section("2015/brev", "Et brev");
    TrackedSection stale = root.section("2015/brev", "Styret");
    TrackedSection now = root.mark(stale, State.TRANSLATED, KARI);

    List<ActionResult> actionResults =
        library
            .marks()
            .markAll(
                BREV,
                State.TRANSLATED,
                List.of(
                    new ExpectedVersion(title.section().id(), title.version()),
                    new ExpectedVersion(stale.section().id(), stale.version()),
                    new ExpectedVersion(new SectionId("0000000000"), stale.version())),
                KARI);

    assertThat(actionResults.get(0).now()).isEqualTo(root.section("2015/brev", "Et brev"));
    assertThat(actionResults.get(0).refused()).isNull();
    assertThat(actionResults.get(1).refused())
        .isInstanceOf(ActionRefusedException.StaleVersion.class);
    assertThat(actionResults.get(2).refused())
        .isInstanceOf(ActionRefusedException.UnknownSection.class);
    assertThat(root.section("2015/brev", "Styret")).isEqualTo(now);
    assertThat(root.find("state:translated")).hasSize(2);
  }

  @Test
  void fullDiskRefusesAMarkLosesNothingAndServesOn() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("translations"))) {
      letter().open();
      TrackedSection section = root.section("2015/brev", "Styret");
      disk.fill();

      assertThatThrownBy(() -> manyMarks(section))
          .isInstanceOf(ActionRefusedException.StorageRefused.class)
          .hasMessageContaining("nothing was changed");
      assertThat(root.find("styret")).hasSize(1);

      disk.free();
      TrackedSection now = root.section("2015/brev", "Styret");
      assertThat(root.mark(now, State.DRAFT, OLA).sectionStatus().state()).isEqualTo(State.DRAFT);
      assertThat(root.open().problems()).isEmpty();
      root.close();
    }
  }

  private void manyMarks(TrackedSection section) {
    TrackedSection now = section;
    for (int i = 0; i < 1000; i++) {
      now = root.mark(now, i % 2 == 0 ? State.TRANSLATED : State.DRAFT, KARI);
    }
  }

  @Test
  void aFileThatCannotBeReadIsAProblemAndNothingElseSuffers() throws Exception {
    letter();
    root.put("archive/ødelagt.md", "---\ntitle: [\n---\n\nTeksten står her.\n");
    Files.write(folder.resolve("archive/stor.md"), new byte[17 << 20]);
    Library library = root.open();

    assertThat(library.problems()).extracting("file").contains("archive/ødelagt.md");
    assertThat(root.find("teksten")).hasSize(1);
    assertThat(root.find("årsmøte")).hasSize(1);
  }

  @Test
  @Tag("slow")
  void realPagesLoadWithEveryOriginalPaired() {
    Library library = root.copyOf(TestCorpora.require("nb-preservation")).open();

    assertThat(library.counts().documents()).isEqualTo(53);
    assertThat(library.problems())
        .extracting(Problem::kind)
        .isSubsetOf(Problem.Kind.GUESSED_PAIRS, Problem.Kind.DEAD_LINK);
    for (CatalogueEntry entry : library.catalogue().page(0, 100)) {
      LiveDocument document = library.documents().find(entry.id()).orElseThrow();
      SideFile original = Objects.requireNonNull(document.original());
      SideFile translation = Objects.requireNonNull(document.translation());
      assertThat(document.sections().stream().flatMap(s -> s.section().original().stream()))
          .containsExactlyElementsOf(original.text().blocks());
      assertThat(document.sections().stream().flatMap(s -> s.section().translation().stream()))
          .containsExactlyInAnyOrderElementsOf(translation.text().blocks());
    }
  }

  @Test
  @Tag("slow")
  void secondStartReadsNothingThatHasNotChanged() {
    root.copyOf(TestCorpora.require("udhr")).open().sync().look();
    root.close();
    String record = root.read("translations/udhr-nb.jsonl");

    assertThat(root.open().sync().readiness()).isEqualTo(new Readiness(true, true, 0, 0, null));
    assertThat(root.find("menneskerettighetene")).isNotEmpty();
    assertThat(root.read("translations/udhr-nb.jsonl")).isEqualTo(record);
  }

  private TestLibrary letter() {
    return root.put("archive/2015/brev.md", ORIGINAL).put("translations/2015/brev.md", TRANSLATION);
  }

  private List<SectionId> ids(String document) {
    return root.sections(document).stream().map(each -> each.section().id()).toList();
  }

  private static void deleteFolder(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
