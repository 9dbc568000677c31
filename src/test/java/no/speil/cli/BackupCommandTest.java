package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.library.TestLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;
  private String root;
  private String file;

  @BeforeEach
  void make() {
    root = folder.resolve("letters").toString();
    file = folder.resolve("letters.zip").toString();
    new TestLibrary(Path.of(root))
        .put("archive/a.md", "Styret må gå.\n")
        .put("translations/a.md", "The board must go.\n");
  }

  @Test
  void archiveThatIsServedIsCopiedAndBroughtBack() {
    try (var served = new TestLibrary(Path.of(root))) {
      served.open();
      assertThat(run("backup", "--root", root, file)).isZero();
    }
    String copy = folder.resolve("copy").toString();
    assertThat(run("restore", "--root", copy, file)).isZero();

    assertThat(Path.of(copy, "translations/a.md")).hasContent("The board must go.\n");
    assertThat(out()).contains("Wrote " + file + ": ", "Restored into " + copy + ": ", " files, ");
    assertThat(err()).isEmpty();
    assertThat(run("check", "--root", copy)).isZero();
  }

  @Test
  void inAFolderEachIsNamedAfterItsTimeAndTheOldestGo() throws Exception {
    Path backups = Files.createDirectory(folder.resolve("backups"));
    String[] others = {"speil-20250101-030000.zip", "speil-20250102-030000.zip"};
    for (String name : new String[] {others[0], others[1], "letters.zip", "speil-old.zip"}) {
      Files.writeString(backups.resolve(name), "x");
    }
    assertThat(run("backup", "--root", root, backups.toString())).isZero();
    assertThat(names(backups)).hasSize(5);
    assertThat(run("backup", "--verify", backups.toString())).isZero();
    assertThat(out()).contains("Verified " + backups + "/speil-2").doesNotContain("Deleted");

    assertThat(run("backup", "--root", root, "--keep", "2", backups.toString())).isZero();
    assertThat(out()).contains("Deleted " + backups.resolve(others[0]) + ".");
    assertThat(names(backups))
        .hasSize(4)
        .contains("letters.zip", "speil-old.zip")
        .doesNotContain(others[0], others[1]);
  }

  @Test
  void whatHasJustBeenMadeStaysThoughTheClockWasAheadBefore() throws Exception {
    Path backups = Files.createDirectory(folder.resolve("backups"));
    for (String name : new String[] {"speil-29990101-030000.zip", "speil-29990102-030000.zip"}) {
      Files.writeString(backups.resolve(name), "x");
    }
    assertThat(run("backup", "--root", root, "--keep", "2", backups.toString())).isZero();
    assertThat(names(backups))
        .hasSize(2)
        .contains("speil-29990102-030000.zip")
        .anyMatch(name -> name.startsWith("speil-20"));
  }

  @Test
  void aBackupIsVerifiedAndStaysAsItIs() throws Exception {
    assertThat(run("backup", "--root", root, file)).isZero();
    byte[] bytes = Files.readAllBytes(Path.of(file));
    assertThat(run("backup", "--verify", file)).isZero();
    assertThat(out()).contains("Verified " + file + ": ");
    assertThat(Path.of(file)).hasBinaryContent(bytes);
    assertThat(err()).isEmpty();
  }

  @Test
  void whatIsVerifiedCanBeRestoredAndNothingElse() throws Exception {
    int wrong = 0;
    assertThat(run("backup", "--root", root, file)).isZero();
    byte[] bytes = Files.readAllBytes(Path.of(file));
    for (int place = 0; place < bytes.length; place += 7) {
      byte[] changed = bytes.clone();
      changed[place] ^= 0x10;
      Files.write(Path.of(file), changed);
      int verified = run("backup", "--verify", file);
      int restored = run("restore", "--root", folder.resolve("copy-" + place).toString(), file);
      assertThat(verified).as("byte %d", place).isEqualTo(restored);
      wrong += verified;
    }
    assertThat(wrong).isPositive();
    assertThat(err()).contains(file + " is damaged");
  }

  @Test
  void linksAreNamed() throws Exception {
    Files.createSymbolicLink(Path.of(root, "archive/lenke.md"), folder);

    assertThat(run("backup", "--root", root, file)).isZero();
    assertThat(err()).contains("archive/lenke.md is left out").hasLineCount(1);
  }

  @Test
  void whatCannotBeDoneIsOneSentence() {
    assertThat(run("backup", "--root", root)).isEqualTo(2);
    err.reset();
    assertThat(run("restore", "--root", root, folder.resolve("none.zip").toString())).isOne();
    assertThat(run("backup", "--root", root, folder.resolve("none/x.zip").toString())).isOne();
    assertThat(run("backup", "--root", root, file)).isZero();
    assertThat(run("restore", "--root", root, file)).isOne();
    assertThat(err()).contains("none.zip", "no folder", "is not empty").hasLineCount(3);
    err.reset();
    assertThat(run("backup", "--verify", folder.resolve("none.zip").toString())).isOne();
    assertThat(run("backup", "--verify", folder.toString())).isOne();
    assertThat(err()).contains("none.zip", "no backup in " + folder).hasLineCount(2);
    assertThat(run("backup", "--root", root, "--keep", "2", file)).isEqualTo(2);
    assertThat(run("backup", "--root", root, "--keep", "0", folder.toString())).isEqualTo(2);
    assertThat(run("backup", "--verify", "--keep", "2", folder.toString())).isEqualTo(2);
    assertThat(err()).contains("is no folder", "keep one at least", "--verify writes nothing");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private int run(String... words) {
    return SpeilCommand.run(
        words, Map.of(), new PrintStream(out, true), new PrintStream(err, true));
  }
}
