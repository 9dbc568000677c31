package no.speil.library.aids;

import static no.speil.library.TestLibrary.KARI;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.speil.library.TestLibrary;
import no.speil.library.aids.MemoryMatch.RecordSource;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The translation memory has what records know of originals that are no longer there. */
class RecordMemoryTest {
  private static final String STANDARD = "Bruk en standard som alle kan lese.\n\n";

  @TempDir private Path root;
  @AutoClose private TestLibrary archive;

  @BeforeEach
  void open() {
    archive = new TestLibrary(root);
    archive.put("archive/råd.md", "# Råd\n\nLes dette først.\n\n" + STANDARD);
    archive.put("archive/andre/krav.md", "# Krav\n\n" + STANDARD);
    archive.open();
  }

  private void translate() {
    TrackedSection section = archive.section("råd", "Bruk en");
    archive
        .library()
        .edits()
        .edit(section.section().id(), "Use a standard all can read.", section.version(), KARI);
  }

  private List<MemoryMatch> matches() {
    archive.library().sync().look();
    return archive.library().aids().remembered(archive.section("andre/krav", "Bruk en"), -1, 5);
  }

  private void assertIsFoundInRecord() {
    List<MemoryMatch> matches = matches();
    assertThat(matches).hasSize(1);
    MemoryMatch match = matches.getFirst();
    assertThat(match.translation()).isEqualTo("Use a standard all can read.");
    assertThat(match.likeness()).isEqualTo(1);
    assertThat(match.source())
        .isInstanceOfSatisfying(
            RecordSource.class,
            source -> assertThat(source.earlier().document().value()).isEqualTo("råd"));
  }

  @Test
  void theTranslationOfAnOriginalThatWasTakenOut() {
    translate();
    archive.put("archive/råd.md", "# Råd\n\nLes dette først.\n");
    assertIsFoundInRecord();
  }

  @Test
  void theTranslationOfAnOriginalThatWasChanged() {
    translate();
    archive.put("archive/råd.md", "# Råd\n\nLes dette først.\n\nBruk en standard som er åpen.\n");
    List<MemoryMatch> matches = matches();
    assertThat(matches.getFirst().source()).isInstanceOf(RecordSource.class);
    assertThat(matches.getFirst().translation()).isEqualTo("Use a standard all can read.");
  }

  @Test
  void theTranslationOfADocumentThatIsGone() {
    translate();
    archive.delete("archive/råd.md").delete("translations/råd.md");
    assertIsFoundInRecord();
  }

  @Test
  void theTranslationInAFileThatNobodyHasWorkedOnHere() {
    archive.put("translations/råd.md", "# Advice\n\nRead this.\n\nUse a standard all can read.\n");
    archive.library().sync().look();
    archive.put("archive/råd.md", "# Råd\n\nLes dette først.\n");
    assertIsFoundInRecord();
  }

  @Test
  void nothingTwiceWhereTheOriginalIsStillThere() {
    translate();
    assertThat(matches()).singleElement().extracting(MemoryMatch::isSentence).isEqualTo(false);
    assertThat(matches().getFirst().source()).isInstanceOf(MemoryMatch.LiveSource.class);
  }

  @Test
  void anIndexThatIsBuiltAnewKnowsThemToo() {
    translate();
    archive.put("archive/råd.md", "# Råd\n\nLes dette først.\n");
    archive.library().sync().look();
    archive.close();
    archive.deleteOwnFolder();
    archive.open();
    assertIsFoundInRecord();
  }
}
