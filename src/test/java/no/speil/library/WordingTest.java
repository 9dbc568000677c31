package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import no.speil.align.correct.Correction;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.documents.SectionLocation;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pinned address shows after the text was changed outside. */
class WordingTest {
  private static final String ORIGINAL = "archive/brev.md";
  private static final String TRANSLATION = "translations/brev.md";
  private static final String RECORD = "translations/brev.jsonl";

  @TempDir private Path root;
  @AutoClose private TestLibrary archive;

  @BeforeEach
  void write() {
    archive =
        new TestLibrary(root)
            .put(ORIGINAL, "# Brev\n\nStyret *må* gå.\n\nDe fikk svar i går.\n")
            .put(
                TRANSLATION, "# Letter\n\nThe board *must* go.\n\nThey had an answer yesterday.\n");
  }

  @Test
  void draftChangedOutsideKeepsItsWordingOnBothSides() {
    archive.open();
    TrackedSection cited = archive.section("brev", "Styret");
    archive
        .put(ORIGINAL, "# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n")
        .put(TRANSLATION, "# Letter\n\nThe board *should* go.\n\nThey had an answer yesterday.\n");
    assertThat(wordings(cited)).containsExactly("Styret *må* gå.", "The board *must* go.");
    assertThat(archive.read(RECORD).lines().filter(line -> line.contains("\"wording\"")))
        .hasSize(1);
  }

  @Test
  void everyOneOfSeveralQuickChangesIsKept() {
    archive.open();
    TrackedSection first = archive.section("brev", "Styret");
    archive.put(ORIGINAL, "# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n");
    TrackedSection second = archive.section("brev", "Styret");
    archive.put(ORIGINAL, "# Brev\n\nStyret *kan* gå.\n\nDe fikk svar i går.\n");
    assertThat(wordings(first)).contains("Styret *må* gå.");
    assertThat(wordings(second)).contains("Styret *bør* gå.");
  }

  @Test
  void wordingIsKeptWhereTheFileChangedWhileNothingRan() {
    archive.open();
    TrackedSection cited = archive.section("brev", "Styret");
    archive.close();
    archive.put(ORIGINAL, "# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n");
    archive.open();
    assertThat(wordings(cited)).contains("Styret *må* gå.");
  }

  @Test
  void wordingOutlivesTheIndex() {
    archive.open();
    TrackedSection cited = archive.section("brev", "Styret");
    archive.put(ORIGINAL, "# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n");
    archive.library().sync().look();
    archive.close();
    archive.deleteOwnFolder();
    archive.open();
    assertThat(wordings(cited)).contains("Styret *må* gå.");
  }

  @Test
  void wordingThatTheRecordHasIsNotKeptTwice() {
    archive.open();
    TrackedSection marked =
        archive.mark(archive.section("brev", "Styret"), State.REVIEWED, TestLibrary.KARI);
    archive.put(ORIGINAL, "# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n");
    assertThat(wordings(marked)).contains("Styret *må* gå.");
    assertThat(archive.read(RECORD)).doesNotContain("\"wording\"");
    String before = archive.read(RECORD);
    archive.put(ORIGINAL, "# Brev\n\nStyret *må* gå.\n\nDe fikk svar i går.\n");
    archive.section("brev", "Styret");
    archive.put(ORIGINAL, "# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n");
    archive.section("brev", "Styret");
    assertThat(archive.read(RECORD).substring(before.length()).lines())
        .filteredOn(line -> line.contains("\"wording\""))
        .hasSize(1); // "bør" once
  }

  @Test
  void sameTextInAnotherFormIsNoChange() {
    archive.put(ORIGINAL, "# Brev\n\nHo fekk svar på brevet, æ ø å.\n");
    archive.open();
    TrackedSection cited = archive.section("brev", "Ho fekk");
    String record = archive.read(RECORD);
    archive.put(
        ORIGINAL,
        Normalizer.normalize("# Brev\n\nHo fekk svar på\nbrevet, æ ø å.\n", Normalizer.Form.NFD));
    assertThat(archive.section("brev", "Ho fekk").version()).isEqualTo(cited.version());
    assertThat(archive.read(RECORD)).isEqualTo(record);
    archive.put(ORIGINAL, "# Brev\n\nHo fekk ikkje svar på brevet, æ ø å.\n");
    assertThat(wordings(cited))
        .anyMatch(text -> Normalizer.normalize(text, Normalizer.Form.NFC).endsWith("æ ø å."));
  }

  @Test
  void deletedSectionKeepsItsLastWording() {
    archive.open();
    TrackedSection cited = archive.section("brev", "De fikk");
    archive
        .put(ORIGINAL, "# Brev\n\nStyret *må* gå.\n")
        .put(TRANSLATION, "# Letter\n\nThe board *must* go.\n");
    assertThat(wordings(cited))
        .containsExactly("De fikk svar i går.", "They had an answer yesterday.");
  }

  @Test
  void deletedDocumentKeepsItsLastWordingInTheRecord() {
    archive.open();
    TrackedSection cited = archive.section("brev", "Styret");
    archive.delete(ORIGINAL).delete(TRANSLATION);
    archive.library().sync().look();
    assertThat(wordings(cited)).containsExactly("Styret *må* gå.", "The board *must* go.");
    sweepThrice();
    archive.close();
    archive.deleteOwnFolder();
    archive.open();
    assertThat(wordings(cited)).containsExactly("Styret *må* gå.", "The board *must* go.");
  }

  @Test
  void deletedSideKeepsItsLastWordingInTheRecord() {
    archive.open();
    TrackedSection cited = archive.section("brev", "Styret");
    archive.delete(TRANSLATION);
    assertThat(wordings(cited)).contains("The board *must* go.");
    sweepThrice();
    archive.close();
    archive.deleteOwnFolder();
    archive.open();
    assertThat(wordings(cited)).contains("The board *must* go.");
  }

  @Test
  void fileThatIsMissingForAMomentWritesNothing() {
    archive.open();
    String record = archive.read(RECORD);
    String original = archive.read(ORIGINAL);
    archive.delete(ORIGINAL);
    archive.library().sync().look();
    archive.put(ORIGINAL, original);
    sweepThrice();
    assertThat(archive.read(RECORD)).isEqualTo(record);
  }

  @Test
  void renamedAndChangedDocumentKeepsTheWordingUnderItsNewName() {
    archive.open();
    TrackedSection cited = archive.section("brev", "Styret");
    archive
        .delete(ORIGINAL)
        .put(
            "archive/nytt.md",
            "---\naliases: [brev]\n---\n# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n");
    sweepThrice();
    assertThat(wordings(cited)).contains("Styret *må* gå.");
    assertThat(archive.read("translations/nytt.jsonl").lines())
        .filteredOn(line -> line.contains("\"wording\""))
        .hasSize(1);
  }

  @Test
  void correctedAlignmentKeepsTheWordingOfBothSections() {
    archive.open();
    TrackedSection first = archive.section("brev", "Styret");
    TrackedSection second = archive.section("brev", "De fikk");
    archive
        .library()
        .alignment()
        .correct(
            new Correction.Join(first.section().id(), second.section().id()),
            List.of(expected(first), expected(second)),
            TestLibrary.KARI);
    assertThat(wordings(first)).containsExactly("Styret *må* gå.", "The board *must* go.");
    assertThat(wordings(second))
        .containsExactly("De fikk svar i går.", "They had an answer yesterday.");
  }

  @Test
  void wordingWaitsWhileTheServerOnlyReads() {
    archive.open();
    TrackedSection cited = archive.section("brev", "Styret");
    String record = archive.read(RECORD);
    archive.openReadOnly(root.resolve(".speil/index"));
    archive.put(ORIGINAL, "# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n");
    assertThat(wordings(cited)).contains("Styret *må* gå.");
    assertThat(archive.read(RECORD)).isEqualTo(record);
    archive.open();
    archive.put(ORIGINAL, "# Brev\n\nStyret *kan* gå.\n\nDe fikk svar i går.\n");
    archive.section("brev", "Styret");
    assertThat(archive.read(RECORD)).contains("Styret *må* gå.").contains("Styret *bør* gå.");
  }

  @Test
  void unchangedArchiveWritesNothing() {
    archive.open();
    String record = archive.read(RECORD);
    archive.open();
    sweepThrice();
    assertThat(archive.read(RECORD)).isEqualTo(record).doesNotContain("\"wording\"");
  }

  @Test
  void keptWordingIsNobodysAction() {
    archive.open();
    TrackedSection cited = archive.section("brev", "Styret");
    archive.put(ORIGINAL, "# Brev\n\nStyret *bør* gå.\n\nDe fikk svar i går.\n");
    assertThat(archive.section("brev", "Styret").history()).isEmpty();
    assertThat(archive.read(RECORD)).contains("\"wording\"");
    assertThat(archive.library().catalogue().people()).isEmpty();
    assertThat(cited.history()).isEmpty();
  }

  private void sweepThrice() {
    for (int i = 0; i < 3; i++) {
      archive.library().sync().look();
    }
  }

  private static ExpectedVersion expected(TrackedSection section) {
    return new ExpectedVersion(section.section().id(), section.version());
  }

  private List<String> wordings(TrackedSection cited) {
    SectionId id = cited.section().id();
    SectionVersion version = cited.version();
    SectionLocation location = archive.library().ids().locate(id).orElseThrow();
    var history = archive.library().ids().textHistory(location);
    return List.of(Side.values()).stream()
        .map(side -> side == Side.ORIGINAL ? version.original() : version.translation())
        .flatMap(
            hash ->
                hash.equals("-")
                    ? Optional.<String>empty().stream()
                    : List.of(Side.values()).stream()
                        .flatMap(side -> history.wording(side, new TextHash(hash)).stream()))
        .toList();
  }
}
