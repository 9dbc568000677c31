package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.cli.ImportedFolder.Outcome;
import no.speil.download.PageServer;
import no.speil.library.TestLibrary;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivedCopiesTest {
  private static final String COPY = "http://web.archive.org/web/20150901000000/http://x.no/a?b=c";

  @TempDir private Path folder;
  @AutoClose private final PageServer wayback = new PageServer();

  @Test
  void theAddressOfACopyIsWrittenBehindTheSourceAndNothingElseIsChanged() {
    answer(
        "/ok",
        "{\"archived_snapshots\":{\"closest\":{\"status\":\"200\",\"available\":true,\"url\":\""
            + COPY
            + "\"}}}");
    String before =
        "---\r\ntitle: A # b\r\nsource: \"http://x.no/a?b=c\" # sett\r\ndate: 2015\r\n---\r\n\r\nTekst.\r\n";
    put("archive/a.md", before);
    put("archive/b.md", "---\nsource: http://x.no/b\narchived: http://y.no/\n---\n");
    put("archive/c.md", "---\nsource: hylle 12\n---\n");
    put("archive/d.md", "Uten.\n");
    put("translations/a.md", "---\nsource: http://x.no/en\n---\n\nText.\n");

    Outcome outcome = run("/ok");

    assertThat(outcome.out())
        .isEqualTo(
            """
            archive/a.md: archived: https://web.archive.org/web/20150901000000/http://x.no/a?b=c
            1 source without an archived copy: 1 written down, 0 of which there is none, 0 failed
            """);
    assertThat(outcome.code()).isZero();
    assertThat(wayback.asked()).containsExactly("/ok?url=http%3A%2F%2Fx.no%2Fa%3Fb%3Dc");
    assertThat(read("archive/a.md"))
        .isEqualTo(
            before.replace(
                "# sett\r\n",
                "# sett\r\narchived: https://web.archive.org/web/20150901000000/http://x.no/a?b=c\r\n"));
    assertThat(run("/ok").out()).startsWith("0 sources without an archived copy");
  }

  @Test
  void whereThereIsNoCopyNothingIsWritten() {
    answer("/none", "{\"url\":\"x\",\"archived_snapshots\":{}}");
    answer(
        "/gone",
        "{\"archived_snapshots\":{\"closest\":{\"status\":\"404\",\"available\":true,\"url\":\""
            + COPY
            + "\"}}}");
    answer(
        "/script",
        "{\"archived_snapshots\":{\"closest\":{\"status\":\"200\",\"available\":true,\"url\":\"javascript:x\"}}}");
    String before = "---\nsource: http://x.no/a\n---\n";
    put("archive/a.md", before);
    for (String path : List.of("/none", "/gone", "/script")) {
      Outcome outcome = run(path);
      assertThat(outcome.code()).isZero();
      assertThat(outcome.out())
          .startsWith("archive/a.md: there is no archived copy of http://x.no/a\n");
    }
    assertThat(read("archive/a.md")).isEqualTo(before);
  }

  @Test
  void aServiceThatDoesNotAnswerIsNotAskedForEver() {
    answer("/html", "<html>");
    for (int i = 0; i < 9; i++) {
      put("archive/" + i + ".md", "---\nsource: http://x.no/" + i + "\n---\n");
    }
    Outcome outcome = run("/503");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out().lines())
        .containsExactly(
            "archive/0.md: localhost answers 404: there is no such page",
            "archive/1.md: localhost answers 404: there is no such page",
            "archive/2.md: localhost answers 404: there is no such page",
            "Stopped after 3 failures in a row.",
            "9 sources without an archived copy: 0 written down, 0 of which there is none, 3 failed");
    assertThat(run("/html").out()).contains("archive/0.md: the answer of", "is no JSON");
  }

  @Test
  void aFileThatCannotBeChangedIsASentence() throws Exception {
    answer(
        "/ok",
        "{\"archived_snapshots\":{\"closest\":{\"available\":true,\"url\":\"" + COPY + "\"}}}");
    put("archive/a.md", "---\n{source: http://x.no/a}\n---\n");
    byte[] latin =
        "---\ntitle: Blåbær\nsource: http://x.no/b\n---\n"
            .getBytes(Charset.forName("windows-1252"));
    Files.write(folder.resolve("archive/b.md"), latin);
    Outcome outcome = run("/ok");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains(
            "archive/a.md: The front matter of this file is written in a way that cannot be changed")
        .contains("archive/b.md: is not UTF-8, or was changed just now");
    assertThat(Files.readAllBytes(folder.resolve("archive/b.md"))).isEqualTo(latin);
  }

  private void answer(String path, String json) {
    wayback.put(path, "application/json", json.getBytes(UTF_8));
  }

  private void put(String path, String text) {
    new TestLibrary(folder).put(path, text);
  }

  private String read(String path) {
    return new TestLibrary(folder).read(path);
  }

  private Outcome run(String path) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    String[] words = {
      "links",
      "--archive",
      "--root",
      folder.toString(),
      "--pause",
      "0",
      "--wayback",
      wayback.at(path)
    };
    int code =
        SpeilCommand.run(
            words, Map.of(), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    assertThat(err.toString(UTF_8)).isEmpty();
    return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
