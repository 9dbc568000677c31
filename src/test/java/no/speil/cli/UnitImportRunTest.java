package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.exchange.unit.UnitFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} of files from translators' tools, as it is given. */
class UnitImportRunTest {
  @TempDir private Path root;
  @TempDir private Path files;
  private Path exported;

  /** What a command printed, and how it ended. */
  private record Printed(int code, String text) {}

  @BeforeEach
  void makeAnArchive() throws IOException {
    write(
        "archive/brev.md", "---\ntitle: Brev\n---\n\n## Om *saken*\n\nVi går.\n\n```\nkode\n```\n");
    write("translations/brev.md", "---\ntitle: Letter\n---\n");
    run("index");
    exported = files.resolve("brev.xlf");
    run("export", "--format", "xlf", "--output", exported.toString(), "brev");
  }

  @Test
  void translationsComeBackWithTheirMarkupAndCode() throws IOException {
    fill("Om <pc", "About <pc", ">saken<", ">the matter<", "Vi går.", "We leave.");

    Printed look = run("import", "--dry-run", exported.toString());
    assertThat(look.text()).contains("brev: 3 new texts", "Nothing is written.");
    assertThat(translation()).doesNotContain("We leave.");

    Printed done = run("import", "--as", "kari", exported.toString());
    assertThat(done.code()).as(done.text()).isZero();
    assertThat(translation())
        .isEqualTo(
            "---\ntitle: Letter\n---\n\n## About *the matter*\n\nWe leave.\n\n```\nkode\n```\n");
    assertThat(Files.readString(root.resolve("translations/brev.jsonl")))
        .contains("\"by\":\"kari\",\"via\":\"import:");

    Matcher id = Pattern.compile("--undo ([0-9a-f]+)").matcher(done.text());
    assertThat(id.find()).isTrue();
    Printed undone = run("import", "--undo", id.group(1));
    assertThat(undone.code()).as(undone.text()).isZero();
    assertThat(undone.text()).contains("brev: 3 texts restored");
    assertThat(translation().strip()).isEqualTo("---\ntitle: Letter\n---");
  }

  @Test
  void anImportIsTakenBackByTheRecordsAloneToo() throws IOException {
    fill("Vi går.", "We leave.");
    Printed done = run("import", exported.toString());
    Matcher id = Pattern.compile("--undo ([0-9a-f]+)").matcher(done.text());
    assertThat(id.find()).isTrue();
    delete(root.resolve(".speil"));

    Printed undone = run("import", "--undo", id.group(1));

    assertThat(undone.text()).contains("brev: 2 texts restored");
    assertThat(run("import", "--undo", "0123456789ab").code()).isOne();
  }

  @Test
  void anOriginalThatChangedMakesASuggestion() throws IOException {
    fill("Vi går.", "We leave.");
    Path original = root.resolve("archive/brev.md");
    Files.writeString(original, Files.readString(original).replace("Vi går.", "Vi går nå."));

    Printed done = run("import", exported.toString());

    assertThat(done.text())
        .contains("Suggestion. The original has changed since the file was made.");
    assertThat(translation()).doesNotContain("We leave.");
    assertThat(Files.readString(root.resolve("translations/brev.jsonl")))
        .contains("\"do\":\"suggest\"", "We leave.", "import-original-changed");
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestIsImported() throws IOException {
    fill("Vi går.", "We leave.");
    Path cut = files.resolve("cut.xlf");
    Files.writeString(cut, "<xliff version=\"2.1\"><file>");

    Printed done = run("import", cut.toString(), exported.toString());

    assertThat(done.code()).isOne();
    assertThat(done.text()).contains("cut.xlf:1: The file is incomplete or damaged");
    assertThat(translation()).contains("We leave.");
  }

  @Test
  void aFileAboveTheLimitIsSaidToBeTooLargeAlsoIfItIsAnArchive() throws IOException {
    for (String name : List.of("all.zip", "large.xlf")) {
      Path large = files.resolve(name);
      try (var sparse = new RandomAccessFile(large.toFile(), "rw")) {
        sparse.setLength(UnitFiles.LARGEST + 1L);
      }

      Printed look = run("import", "--dry-run", large.toString());

      assertThat(look.code()).isOne();
      assertThat(look.text()).contains(name + ": The file is too large.");
    }
  }

  private String translation() throws IOException {
    return Files.readString(root.resolve("translations/brev.md"));
  }

  /** Gives units whose source holds the text a target, with these words put for others. */
  private void fill(String... pairs) throws IOException {
    String xml = Files.readString(exported);
    Matcher unit = Pattern.compile("<source>(.*?)</source>").matcher(xml);
    var filled = new StringBuilder();
    while (unit.find()) {
      String target = unit.group(1);
      for (int i = 0; i < pairs.length; i += 2) {
        target = target.replace(pairs[i], pairs[i + 1]);
      }
      unit.appendReplacement(
          filled,
          Matcher.quoteReplacement(
              target.equals(unit.group(1))
                  ? unit.group()
                  : unit.group() + "<target>" + target + "</target>"));
    }
    unit.appendTail(filled);
    Files.writeString(exported, filled);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private Printed run(String command, String... arguments) {
    var out = new ByteArrayOutputStream();
    var both = new PrintStream(out, true, UTF_8);
    String[] all =
        Stream.concat(Stream.of(command, "--root", root.toString()), Stream.of(arguments))
            .toArray(String[]::new);
    int code = SpeilCommand.run(all, Map.of(), both, both);
    return new Printed(code, out.toString(UTF_8));
  }
}
