package no.speil.archive.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreTest {
  private static final Instant LONG_AGO = Instant.parse("2015-08-24T12:00:00Z");

  @TempDir private Path folder;
  private Path root;
  private Path copy;
  private Path zip;

  @BeforeEach
  void make() throws IOException {
    root = folder.resolve("letters");
    copy = folder.resolve("copy");
    zip = folder.resolve("letters.zip");
    put("archive/2015/æøå/Ærlig talt.md", "Styret må gå.\n");
    put("archive/speil.yaml", "name: Brev\n");
    put("archive/bilde.png", "p".repeat(3 << 20));
    put("archive/brev.pdf", "%PDF-1.4\n");
    put("archive/brev.warc.gz", "WARC/1.1\n");
    put("translations/2015/æøå/Ærlig talt.md", "The board must go.\n");
    put("translations/2015/æøå/Ærlig talt.jsonl", "{}\n");
    put("translations/.gitattributes", "*.jsonl merge=union\n");
    put("glossary.tsv", "styre\tboard\n");
    put("memory/eldre.tmx", "<tmx/>\n");
    put("accounts.json", "{}\n");
    put(".speil/imported/archive/2015/æøå/Ærlig talt.md.json", "{}\n");
    Files.setPosixFilePermissions(
        root.resolve("accounts.json"), PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void everythingComesBackAsItWas() throws IOException {
    Map<String, String> before = files(root);
    put(".speil/index/segments", "made again");
    put("archive/.speil-1-0123456789abcdef-0123456789abcdef.tmp", "being written");
    put("notes.txt", "not part of the archive");

    BackupSummary written = backup();
    BackupSummary restored = Restore.into(copy, zip);

    assertThat(files(copy)).isEqualTo(before);
    assertThat(written.files()).isEqualTo(before.size());
    assertThat(restored).isEqualTo(written);
    assertThat(Files.getLastModifiedTime(copy.resolve("archive/speil.yaml")))
        .isEqualTo(FileTime.from(LONG_AGO));
  }

  @Test
  void backupAndAccountsAreForTheirOwnerOnly() throws IOException {
    backup();
    Restore.into(copy, zip);

    assertThat(permissions(zip)).isEqualTo("rw-------");
    assertThat(permissions(copy.resolve("accounts.json"))).isEqualTo("rw-------");
  }

  @Test
  void linksAreLeftOutAndToldOf() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.md"), "secret");
    Files.createSymbolicLink(root.resolve("archive/lenke.md"), secret);
    Files.createSymbolicLink(root.resolve("translations/mappe"), folder);

    assertThat(backup().leftOut())
        .containsExactlyInAnyOrder("archive/lenke.md", "translations/mappe");

    Restore.into(copy, zip);
    assertThat(copy.resolve("archive/lenke.md")).doesNotExist();
  }

  @Test
  void folderThatHoldsSomethingIsRefusedAndLeftAsItIs() throws IOException {
    backup();
    Map<String, String> before = files(root);

    assertThatThrownBy(() -> Restore.into(root, zip))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("is not empty");

    assertThat(files(root)).isEqualTo(before);
  }

  @Test
  void emptyFoldersOfAnArchiveAreNoObstacle() throws IOException {
    backup();
    Files.createDirectories(copy.resolve("archive"));
    Files.createDirectories(copy.resolve("translations"));

    Restore.into(copy, zip);

    assertThat(files(copy)).isEqualTo(files(root));
  }

  @Test
  void earlierBackupIsReplacedAndAnyOtherFileIsNot() throws IOException {
    backup();
    put("archive/nytt.md", "Nytt.\n");
    backup();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.getEntry("archive/nytt.md")).isNotNull();
    }

    Path other = root.resolve("glossary.tsv");
    assertThatThrownBy(() -> Backup.write(root, other, Clock.systemUTC()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("is no backup");
    assertThat(other).hasContent("styre\tboard\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(root, zip);
    }
  }

  @Test
  void backupInsideTheArchiveIsRefused() {
    assertThatThrownBy(() -> Backup.write(root, root.resolve("archive/x.zip"), Clock.systemUTC()))
        .hasMessageContaining("in the archive itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.md",
        "archive/../../evil.md",
        "/tmp/speil-evil.md",
        "archive/./evil.md",
        "archive//evil.md",
        "translations/../.speil/token",
        ".speil/token",
        ".speil/edits/../token",
        ".speil/imported/../token",
        "evil.md",
        "archive"
      })
  void entriesThatLeadElsewhereAreRefused(String name) throws IOException {
    forge(name, name);

    assertThatThrownBy(() -> Restore.into(copy, zip))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(name);

    assertThat(folder.resolve("evil.md")).doesNotExist();
    assertThat(Path.of("/tmp/speil-evil.md")).doesNotExist();
    assertThat(copy)
        .satisfiesAnyOf(
            none -> assertThat(none).doesNotExist(), empty -> assertThat(empty).isEmptyDirectory());
  }

  @Test
  void entryThatTheManifestDoesNotListIsRefused() throws IOException {
    forge("archive/a.md", "archive/a.md", "archive/b.md");

    assertThatThrownBy(() -> Restore.into(copy, zip))
        .hasMessageContaining("archive/b.md\", which its manifest does not list");
  }

  @Test
  void damagedTextIsNoticedAndNothingIsRestored() throws IOException {
    backup();
    List<String> names = new ArrayList<>();
    Path damaged = folder.resolve("damaged.zip");
    try (ZipFile from = new ZipFile(zip.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(damaged))) {
      for (ZipEntry entry : from.stream().toList()) {
        names.add(entry.getName());
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        if (entry.getName().equals("glossary.tsv")) {
          bytes[0]++;
        }
        to.write(bytes);
      }
    }
    assertThat(names).contains("glossary.tsv", "manifest.json");

    assertThatThrownBy(() -> Restore.into(copy, damaged))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("glossary.tsv is not as it was copied");
    assertThat(copy).isEmptyDirectory();
  }

  @Test
  void cutOffFileAndAnyOtherZipAreToldInASentence() throws IOException {
    backup();
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> Restore.into(copy, zip)).hasMessageContaining("is damaged");

    try (var other = new ZipOutputStream(Files.newOutputStream(zip))) {
      other.putNextEntry(new ZipEntry("archive/a.md"));
    }
    assertThatThrownBy(() -> Restore.into(copy, zip)).hasMessageContaining("no manifest.json");
  }

  /** A zip with empty entries and a manifest that lists one file. */
  private void forge(String listed, String... entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        var forged = new ZipOutputStream(out)) {
      for (String entry : entries) {
        forged.putNextEntry(new ZipEntry(entry));
      }
      forged.putNextEntry(new ZipEntry("manifest.json"));
      var line =
          new BackupManifest.Line(
              listed, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
      forged.write(new BackupManifest(1, "2026-11-24T12:00:00Z", List.of(line)).toBytes());
    }
  }

  private BackupSummary backup() {
    return Backup.write(root, zip, Clock.systemUTC());
  }

  private void put(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), UTF_8));
      }
    }
    return texts;
  }
}
