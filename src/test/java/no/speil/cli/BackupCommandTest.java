package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
