package no.speil.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.record.EditEvent;
import no.speil.record.EventSignature;
import no.speil.record.TextSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit that a failing disk leaves in the record only is finished at the next start. */
class UncertainRecordTest {
  private static final int TEXT_WITHOUT_ROOM = 300_000;

  @TempDir private Path root;
  private Path translations;

  @BeforeEach
  void make() throws IOException {
    translations = root.resolve("translations");
    Files.createDirectories(root.resolve("archive"));
    Files.createDirectories(translations);
    Archive.open(root, Clock.systemUTC()).close();
    Files.createDirectories(root.resolve(".speil/edits"));
  }

  @Test
  void newRecordThatIsNotDurableKeepsTheEditInTheJournal() throws Exception {
    fill();
    Files.setPosixFilePermissions(translations, PosixFilePermissions.fromString("-wx-wx-wx"));
    String told;
    try {
      told = UnprivilegedProcess.run("022", getClass(), root.toString(), "8");
    } finally {
      Files.setPosixFilePermissions(translations, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(told).isEqualTo("uncertain: writing translations/a.jsonl: Permission denied");
    assertThat(Files.readString(translations.resolve("a.md"))).isEqualTo("old");

    isCarriedOut("nnnnnnnn");
  }

  @Test
  void recordThatCannotBeCutAgainKeepsTheEditInTheJournal() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(translations)) {
      fill();
      String told =
          UnprivilegedProcess.run(
              "0777", getClass(), root.toString(), String.valueOf(TEXT_WITHOUT_ROOM));
      assertThat(told).isEqualTo("uncertain: writing translations/a.md: Permission denied");
      assertThat(Files.readString(translations.resolve("a.md"))).isEqualTo("old");
      move(disk);

      isCarriedOut("n".repeat(TEXT_WITHOUT_ROOM));
    }
  }

  /** Gives the folder more room. */
  private void move(SmallDisk disk) throws IOException {
    String record = Files.readString(translations.resolve("a.jsonl"));
    disk.close();
    fill();
    Files.writeString(translations.resolve("a.jsonl"), record);
  }

  private void fill() throws IOException {
    Files.writeString(translations.resolve(".gitattributes"), "*.jsonl merge=union\n");
    Files.writeString(translations.resolve("a.md"), "old");
  }

  private void isCarriedOut(String text) throws IOException {
    try (Archive archive = Archive.open(root, Clock.systemUTC())) {
      assertThat(archive.record(new DocumentId("a")).events()).containsExactly(edit());
      assertThat(archive.problems())
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.EDIT_CARRIED_OUT);
      assertThat(Files.readString(translations.resolve("a.md"))).isEqualTo(text);
    }
  }

  private static EditEvent edit() {
    return new EditEvent(
        new EventSignature(Instant.EPOCH, "kari", "web"),
        new SectionId("0123456789"),
        TextSnapshot.of(List.of()),
        TextSnapshot.of(List.of()),
        TextSnapshot.of(List.of()));
  }

  /** Saves a text of that length into the archive that is named, and prints what comes of it. */
  public static void main(String[] arguments) {
    try (Archive archive = Archive.open(Path.of(arguments[0]), Clock.systemUTC())) {
      String text = "n".repeat(Integer.parseInt(arguments[1]));
      archive.save(new DocumentId("a"), List.of(edit()), "a.md", text);
      System.out.println("saved");
    } catch (FileAccessException e) {
      System.out.println((e.isUncertain() ? "uncertain: " : "refused: ") + e.getMessage());
    }
  }
}
