package no.speil.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.speil.archive.NewFiles.Obstacle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFilesTest {
  private static final byte[] TEXT = "Hei.\n".getBytes(UTF_8);

  @TempDir private Path root;
  private NewFiles files;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectory(root.resolve("archive"));
    files = newFiles();
  }

  private NewFiles newFiles() {
    try (Archive archive = Archive.openReadOnly(root, Clock.systemUTC())) {
      return new NewFiles(archive);
    }
  }

  private static Obstacle of(Obstacle.Kind kind, String path) {
    return new Obstacle(kind, path);
  }

  @Test
  void whatRootWritesBelongsToWhomTheArchiveBelongs() throws IOException {
    Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "not root");
    Path folder = root.resolve("archive");
    UserPrincipal nobody =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(folder, nobody);
    files.create("archive/2015/brev.md", TEXT);
    assertThat(Files.getOwner(folder.resolve("2015"))).isEqualTo(nobody);
    assertThat(Files.getOwner(folder.resolve("2015/brev.md"))).isEqualTo(nobody);
  }

  @Test
  void newFileIsWrittenWithItsFoldersAndNothingBesideIt() throws IOException {
    assertThat(files.create("translations/2015/æ.md", TEXT)).isTrue();

    assertThat(root.resolve("translations/2015/æ.md")).hasBinaryContent(TEXT);
    assertThat(root.resolve("translations/2015")).isDirectoryNotContaining("glob:**/.*");
    assertThat(files.holds("translations/2015/æ.md", TEXT)).isTrue();
    assertThat(files.holds("translations/2015/æ.md", "Hau.\n".getBytes(UTF_8))).isFalse();
  }

  @Test
  void fileThatIsThereIsNotReplaced() throws IOException {
    Files.writeString(root.resolve("archive/a.md"), "Mitt.\n");

    assertThat(files.create("archive/a.md", TEXT)).isFalse();
    assertThat(files.create("archive/A.md", TEXT)).isFalse();
    assertThat(root.resolve("archive/a.md")).hasContent("Mitt.\n");
    assertThat(files.obstacle("archive/a.md")).contains(of(Obstacle.Kind.FILE, "archive/a.md"));
    assertThat(files.obstacle("archive/A.md"))
        .contains(of(Obstacle.Kind.OTHER_CASE, "archive/a.md"));
    assertThat(files.obstacle("archive/a.md/b.md"))
        .contains(of(Obstacle.Kind.FILE, "archive/a.md"));
    assertThat(files.obstacle("archive/b.md")).isEmpty();
  }

  @Test
  void ofManyThatWriteTheSameFileOneDoes() throws Exception {
    for (int round = 0; round < 20; round++) {
      String path = "archive/" + round + ".md";
      List<NewFiles> writers = IntStream.range(0, 4).mapToObj(each -> newFiles()).toList();
      writers.forEach(each -> each.obstacle(path)); // what they know of the folder is old by then
      try (var threads = Executors.newFixedThreadPool(4)) {
        List<Future<Boolean>> created =
            writers.stream().map(each -> threads.submit(() -> each.create(path, TEXT))).toList();
        int written = 0;
        for (Future<Boolean> each : created) {
          written += each.get() ? 1 : 0;
        }
        assertThat(written).isOne();
      }
    }
  }

  @Test
  void folderInAnotherNormalFormIsTheSameFolder() throws IOException {
    Path decomposed =
        Files.createDirectory(
            root.resolve("archive").resolve(Normalizer.normalize("så", Normalizer.Form.NFD)));

    assertThat(files.create("archive/så/a.md", TEXT)).isTrue();

    assertThat(decomposed.resolve("a.md")).exists();
    assertThat(root.resolve("archive")).isDirectoryContaining(each -> each.equals(decomposed));
    try (var folders = Files.list(root.resolve("archive"))) {
      assertThat(folders).hasSize(1);
    }
  }

  @Test
  void linkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(root.resolve("archive/ut"), elsewhere);
    Files.createSymbolicLink(root.resolve("archive/b.md"), elsewhere.resolve("b.md"));

    assertThat(files.create("archive/ut/a.md", TEXT)).isFalse();
    assertThat(files.create("archive/b.md", TEXT)).isFalse();
    assertThat(files.obstacle("archive/ut/a.md")).contains(of(Obstacle.Kind.LINK, "archive/ut"));
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void pathOutOfTheTwoFoldersIsABug() {
    for (String path :
        List.of(
            "a.md", ".speil/a", "archive/../a.md", "archive/.a.md", "archive//a", "/archive/a")) {
      assertThatThrownBy(() -> files.create(path, TEXT))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void reservedNameIsInTheWay() {
    files.reserve("archive/2015/a.md");

    assertThat(files.obstacle("archive/2015/A.md"))
        .contains(of(Obstacle.Kind.OTHER_CASE, "archive/2015/a.md"));
    assertThat(root.resolve("archive")).isEmptyDirectory();
  }
}
