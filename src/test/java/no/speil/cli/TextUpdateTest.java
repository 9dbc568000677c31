package no.speil.cli;

import static no.speil.cli.ImportedFolder.PNG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.speil.archive.AtomicFile;
import no.speil.archive.backup.Backup;
import no.speil.archive.backup.Restore;
import no.speil.cli.ImportedFolder.Outcome;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.status.SectionStatus;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import --update} and {@code --state}: texts that go on changing where they come from. */
class TextUpdateTest {
  private static final String HEAD = "---\ntitle: Brev\ndate: 2015-08-24\n---\n\n";
  private static final String FIRST =
      "Dette er et brev til styret, og det er skrevet på norsk av noen som ikke er enige.\n\n";
  private static final String SECOND = "Vi ber om et møte om saken før utgangen av august.\n";
  private static final String LATER = "Vi ber om et møte om saken før utgangen av september.\n";
  private static final String ENGLISH =
      """
      ---
      title: Letter
      ---

      This is a letter to the board, written in Norwegian by people who disagree.

      We ask for a meeting on the matter before the end of August.
      """;

  @TempDir private Path folder;
  private ImportedFolder texts;

  @BeforeEach
  void make() {
    texts = new ImportedFolder(folder);
    texts.put("brev.nb.md", HEAD + FIRST + SECOND).put("brev.en.md", ENGLISH);
  }

  private void edit(String path, String from, String to) throws IOException {
    Path file = texts.root().resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private List<SectionStatus> sections() throws Exception {
    try (var library = new TestLibrary(texts.root())) {
      library.open();
      return library.sections("brev").stream().map(TrackedSection::sectionStatus).toList();
    }
  }

  @Test
  void changedOriginalComesInAndMakesItsTranslationStaleSectionBySection() throws Exception {
    Outcome first = texts.run("/", "--state", "translated", "--as", "kari");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).endsWith("3 sections marked as translated.\n");
    texts.put("brev.nb.md", HEAD + FIRST + LATER);

    Outcome outcome = texts.run("/", "--update");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("archive/brev.md replaced, from brev.nb.md: one paragraph is new or changed")
        .contains("translations/brev.md is there already, with the same text")
        .endsWith("1 file written, 1 there already.\n");
    assertThat(texts.read("archive/brev.md")).endsWith(FIRST + LATER);
    assertThat(sections()).extracting(SectionStatus::state).containsOnly(State.TRANSLATED);
    assertThat(sections())
        .extracting(SectionStatus::freshness)
        .containsExactly(Freshness.CURRENT, Freshness.CURRENT, Freshness.STALE);
  }

  @Test
  void whatHasNotChangedIsNoProblem() {
    texts.run("/");

    Outcome outcome = texts.run("/", "--update");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).endsWith("0 files written, 2 there already.\n");
  }

  @Test
  void thereAlreadyIsCountedAlikeWithUpdateAndWithout() throws Exception {
    texts.put("sak.nb.md", HEAD + FIRST).put("kart.nb.md", FIRST + "![Kart](kart.png)\n");
    texts.put("kart.png", PNG);
    texts.run("/");
    edit("archive/sak.md", "ikke er enige", "er uenige");
    edit("translations/brev.md", "a meeting", "one meeting");

    String total = "0 files written, 4 there already.\n";
    assertThat(texts.run("/").out()).endsWith(total);
    assertThat(texts.run("/", "--update").out()).endsWith(total);
    assertThat(texts.run("/", "--update", "--dry-run").out())
        .endsWith(total.replace("written", "would be written"));
  }

  /** Of a text that was imported; returns what it is here. */
  private String changeHereAndThere() throws IOException {
    texts.run("/");
    edit("archive/brev.md", "utgangen av august", "utløpet av august");
    texts.put("brev.nb.md", HEAD + FIRST + LATER);
    return texts.read("archive/brev.md");
  }

  @Test
  void whatSomebodyChangedHereStaysAndIsTold() throws Exception {
    String here = changeHereAndThere();

    Outcome outcome = texts.run("/", "--update");

    assertThat(outcome.code()).isOne();
    assertThat(outcome.out())
        .contains("archive/brev.md has been changed here since it was imported")
        .contains("To take the text of brev.nb.md, move the file away and import again");
    assertThat(texts.read("archive/brev.md")).isEqualTo(here);
  }

  @Test
  void whatSomebodyChangedHereStaysInARestoredArchiveToo() throws Exception {
    String here = changeHereAndThere();
    Path zip = folder.resolve("backup.zip");
    Backup.write(texts.root(), zip, Clock.systemUTC());
    AtomicFile.deleteTree(texts.root());
    Restore.into(texts.root(), zip);

    assertThat(texts.run("/", "--update").out())
        .contains("archive/brev.md has been changed here since it was imported");
    assertThat(texts.read("archive/brev.md")).isEqualTo(here);
  }

  @Test
  void frontMatterThatWasChangedHereStaysAboveTheNewText() throws Exception {
    texts.run("/");
    edit("archive/brev.md", "title: Brev\n", "title: Brev til styret\nsubjects: [møter]\n");
    texts.put("brev.nb.md", HEAD + FIRST + LATER);

    Outcome outcome = texts.run("/", "--update");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("The details at the top of the file stay as they are here.");
    assertThat(texts.read("archive/brev.md"))
        .startsWith("---\ntitle: Brev til styret\nsubjects: [møter]\n")
        .endsWith("\n---\n\n" + FIRST + LATER);
  }

  @Test
  void titleThatWasChangedAtItsSourceComesIn() {
    texts.run("/");
    texts.put("brev.nb.md", HEAD.replace("Brev", "Brevet") + FIRST + SECOND);

    assertThat(texts.run("/", "--update").code()).isZero();
    assertThat(texts.read("archive/brev.md")).startsWith("---\ntitle: Brevet\n");
  }

  @Test
  void changedTranslationIsToldOfAndStays() {
    texts.run("/");
    String here = texts.read("translations/brev.md");
    texts.put("brev.en.md", ENGLISH.replace("a meeting", "one meeting"));

    Outcome outcome = texts.run("/", "--update");

    assertThat(outcome.code()).isOne();
    assertThat(outcome.out())
        .contains("translations/brev.md stays as it is")
        .contains("Import brev.en.md on the page of the document");
    assertThat(texts.read("translations/brev.md")).isEqualTo(here);
  }

  @Test
  void changedTranslationThatWasBroughtInHereIsToldOfNoMore() throws Exception {
    texts.run("/");
    texts.put("brev.en.md", ENGLISH.replace("a meeting", "one meeting"));
    texts.run("/", "--update");
    edit("translations/brev.md", "a meeting", "one meeting");
    edit("translations/brev.md", "title: Letter\n", "title: A letter\n");

    assertThat(texts.run("/", "--update").code()).isZero();
  }

  @Test
  void whatCannotBeMarkedIsToldAndTheRestIs() {
    texts.put("sak.nb.md", HEAD + FIRST);
    texts.put("sak.en.md", "<<<<<<< a\nThis.\n=======\nThat is so.\n>>>>>>> b\n");

    Outcome outcome = texts.run("/", "--state", "translated");

    assertThat(outcome.code()).isOne();
    assertThat(outcome.out())
        .contains("sak: not marked: ")
        .endsWith("3 sections marked as translated.\n");
  }

  @Test
  void dryRunTellsTheSameAndChangesNothing() {
    texts.run("/");
    String here = texts.read("archive/brev.md");
    texts.put("brev.nb.md", HEAD + FIRST + LATER).put("ny.nb.md", FIRST);

    Outcome outcome = texts.run("/", "--update", "--dry-run");

    assertThat(outcome.out())
        .contains("archive/brev.md would be replaced, from brev.nb.md")
        .endsWith("2 files would be written, 1 there already.\n");
    assertThat(texts.read("archive/brev.md")).isEqualTo(here);
    assertThat(texts.run("/", "--update").out()).endsWith("2 files written, 1 there already.\n");
  }

  @Test
  void withoutNotesOfTheLastImportTheTextComesInAndTheFrontMatterStays() throws Exception {
    texts.run("/");
    AtomicFile.deleteTree(texts.root().resolve(".speil/imported"));
    edit("archive/brev.md", "title: Brev\n", "title: Brev til styret\n");
    texts.put("brev.nb.md", HEAD + FIRST + LATER);

    assertThat(texts.run("/", "--update").code()).isZero();
    assertThat(texts.read("archive/brev.md"))
        .startsWith("---\ntitle: Brev til styret\n")
        .endsWith(FIRST + LATER);
  }

  @Test
  void changedPictureTakesAPlaceBesideTheOneThatIsThere() {
    texts.put("kart.nb.md", FIRST + "![Kart](kart.png)\n").put("kart.png", PNG);
    texts.run("/");
    byte[] other = PNG.clone();
    other[PNG.length - 1]++;
    texts.put("kart.nb.md", FIRST + SECOND + "\n![Kart](kart.png)\n").put("kart.png", other);

    assertThat(texts.run("/", "--update").code()).isZero();
    assertThat(texts.files()).contains("archive/kart.png", "archive/kart/kart.png");
    assertThat(texts.read("archive/kart.md")).endsWith("![Kart](kart/kart.png)\n");
  }

  @Test
  void changedPictureComesInWhereTheTextHasNotChanged() {
    texts.put("kart.nb.md", FIRST + "![Kart](kart.png)\n").put("kart.png", PNG);
    texts.run("/");
    byte[] other = PNG.clone();
    other[PNG.length - 1]++;
    texts.put("kart.png", other);

    assertThat(texts.run("/", "--update").code()).isZero();
    assertThat(texts.read("archive/kart.md")).endsWith("![Kart](kart/kart.png)\n");
    assertThat(texts.run("/", "--update").out()).endsWith("0 files written, 3 there already.\n");

    other[PNG.length - 1]++;
    texts.put("kart.png", other);
    texts.run("/", "--update");
    assertThat(texts.read("archive/kart.md")).endsWith("![Kart](kart/kart-2.png)\n");
  }

  @Test
  void whatWasChangedHereOnlyIsNoProblem() throws Exception {
    texts.run("/");
    edit("archive/brev.md", "utgangen av august", "utløpet av august");
    edit("translations/brev.md", "a meeting", "one meeting");

    assertThat(texts.run("/", "--update").code()).isZero();
    assertThat(texts.read("archive/brev.md")).contains("utløpet av august");
  }

  @Test
  void onlyWhatIsImportedCanBeMarkedAndOnlyAsTranslated() {
    assertThat(texts.run("/", "--state", "reviewed").err())
        .contains("what is imported is a draft, or translated");
    assertThat(texts.run("https://example.org/", "--update").err())
        .contains("--update and --state are for files and folders of texts");
    assertThat(texts.files()).isEmpty();
  }

  @Test
  void nothingIsWrittenWhereAServerHasTheArchiveAndMarksAreWanted() throws Exception {
    try (var library = new TestLibrary(texts.root())) {
      library.open();

      Outcome outcome = texts.run("/", "--state", "translated");

      assertThat(outcome.code()).isNotZero();
      assertThat(outcome.err()).contains("is writing to");
      assertThat(texts.files()).isEmpty();
    }
  }
}
