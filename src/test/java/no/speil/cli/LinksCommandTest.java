package no.speil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.LinkResultFile;
import no.speil.corpus.LinkCheckResult;
import no.speil.library.TestLibrary;
import no.speil.linkcheck.StubWebServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksCommandTest {
  @TempDir private Path folder;
  @AutoClose private final StubWebServer other = new StubWebServer();

  /** What a command left behind. */
  private record Outcome(int code, String out, String err) {}

  @Test
  void whatAnswersIsFineAndWrittenDown() {
    put("archive/a.md", "source: " + other.at("/a"), "archived: " + other.at("/copy"));
    put("translations/a.md", "source: " + other.at("/a"));

    assertThat(run()).isEqualTo(new Outcome(0, "2 addresses: 2 answered\n", ""));
    assertThat(other.asked()).containsExactlyInAnyOrder("HEAD /a", "HEAD /copy");
    assertThat(new LinkResultFile(folder).read())
        .containsOnlyKeys(other.at("/a"), other.at("/copy"));
  }

  @Test
  void whatIsLostIsListedWithItsFilesAndWhenItAnsweredLast() throws Exception {
    put("archive/a.md", "source: " + other.at("/404"));
    put("archive/b.md", "source: " + other.at("/404"), "archived: shelf 12");
    put("archive/c.md", "source: " + other.at("/to/301/new"));
    Files.createDirectories(folder.resolve(".speil"));
    Files.writeString(
        folder.resolve(LinkResultFile.NAME),
        "{\"speil\":1,\"answers\":[{\"address\":\"%s\",\"at\":\"2026-01-02T03:04:05Z\",\"outcome\":\"answered\",\"answered\":\"2026-01-02T03:04:05Z\"}]}"
            .formatted(other.at("/404")));

    Outcome outcome = run();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out().lines())
        .containsExactly(
            "archive/a.md, archive/b.md: %s is missing (404); it answered last on 2026-01-02"
                .formatted(other.at("/404")),
            "archive/c.md: %s has moved for good to %s (200)"
                .formatted(other.at("/to/301/new"), other.at("/new")),
            "archive/b.md: shelf 12 is no address of the web; it was not asked.",
            "2 addresses: 1 answered, 1 missing");
  }

  @Test
  void whereThePageIsKeptThatIsLostIsSaid() throws Exception {
    put(
        "archive/brev/a.md",
        "source: " + other.at("/404"),
        "attachments: [a.warc, b.html, borte.warc, bilde.png]");
    put("archive/brev/b.md", "source: " + other.at("/b"), "attachments: a.warc");
    Files.writeString(folder.resolve("archive/brev/a.warc"), "WARC/1.1\r\n");
    Files.writeString(folder.resolve("archive/brev/b.html"), "<p>Et brev.");
    Files.writeString(folder.resolve("archive/brev/bilde.png"), "x");

    assertThat(run().out().lines())
        .containsExactly(
            "archive/brev/a.md: %s is missing (404); kept as it was fetched: archive/brev/a.warc, archive/brev/b.html"
                .formatted(other.at("/404")),
            "2 addresses: 1 answered, 1 missing");
    JsonNode answers = new ObjectMapper().readTree(run("--json").out()).path("answers");
    assertThat(answers.findValuesAsText("address")).hasSize(2);
    assertThat(answers.findValues("kept"))
        .hasToString("[[\"archive/brev/a.warc\",\"archive/brev/b.html\"], []]");
  }

  @Test
  void theOwnNetworkIsAskedOnlyWhenToldSoAndWhatItSaidBeforeIsForgotten() {
    put("archive/a.md", "source: " + other.at("/a"));
    run();
    other.asked().clear();

    Outcome outcome = runAtHome(Stream.of());

    assertThat(other.asked()).isEmpty();
    assertThat(outcome.out()).contains("is in this network; it was not asked");
    assertThat(new LinkResultFile(folder).read()).isEmpty();
  }

  @Test
  void whatATextSaysMovesNoCursorOnTheTerminal() {
    put("archive/a.md", "archived: \"shelf \\u001b[2J\\u009b\\u202e 12\"");

    assertThat(run().out())
        .contains("shelf \\u001B[2J\\u009B\\u202E 12 is no address")
        .doesNotContain("\u001b", "\u009b", "\u202e");
  }

  @Test
  void jsonSaysTheSameToPrograms() throws Exception {
    put("archive/a.md", "source: " + other.at("/410"));

    Outcome outcome = run("--json");

    JsonNode answer = new ObjectMapper().readTree(outcome.out()).path("answers").get(0);
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(answer.path("outcome").asText()).isEqualTo("missing");
    assertThat(answer.path("status").asInt()).isEqualTo(410);
    assertThat(answer.path("files").toString()).isEqualTo("[\"archive/a.md\"]");
  }

  @Test
  void whatWasAskedLatelyIsLeftAloneWhenToldSo() {
    put("archive/a.md", "source: " + other.at("/404"));
    run();
    other.asked().clear();
    put("archive/b.md", "source: " + other.at("/b"));

    Outcome outcome = run("--older-than", "7");

    assertThat(other.asked()).containsExactly("HEAD /b");
    assertThat(outcome.code()).as("what is known to be lost still is").isEqualTo(1);
    assertThat(new LinkResultFile(folder).read()).hasSize(2);
  }

  @Test
  void addressesThatNoFileNamesAnyMoreAreForgotten() {
    put("archive/a.md", "source: " + other.at("/404"));
    run();
    put("archive/a.md", "source: " + other.at("/a"));

    assertThat(run().code()).isZero();
    assertThat(new LinkResultFile(folder).read().values())
        .extracting(LinkCheckResult::address)
        .containsExactly(other.at("/a"));
  }

  @Test
  void aServerMayRunBesideAndADamagedFileIsOneSentence() throws Exception {
    put("archive/a.md", "source: " + other.at("/a"));
    try (Archive held = Archive.open(folder, Clock.systemUTC())) {
      assertThat(held.readOnly()).isFalse();
      assertThat(run().code()).isZero();
    }
    Files.writeString(folder.resolve(LinkResultFile.NAME), "{");
    Outcome outcome = run();
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains(LinkResultFile.NAME).hasLineCount(1);
    assertThat(Files.readString(folder.resolve(LinkResultFile.NAME))).isEqualTo("{");
  }

  @Test
  void wrongSecondsAreWrongUsage() {
    assertThat(run("--pause", "-1").code()).isEqualTo(2);
    assertThat(run("--timeout", "0").code()).isEqualTo(2);
    assertThat(run("--older-than", "x").code()).isEqualTo(2);
  }

  private void put(String path, String... entries) {
    new TestLibrary(folder).put(path, "---\n" + String.join("\n", entries) + "\n---\n\nTekst.\n");
  }

  private Outcome run(String... args) {
    return runAtHome(Stream.concat(Stream.of("--allow-private"), Stream.of(args)));
  }

  private Outcome runAtHome(Stream<String> args) {
    var all = new ArrayList<>(List.of("links", "--root", folder.toString(), "--pause", "0"));
    args.forEach(all::add);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        SpeilCommand.run(
            all.toArray(String[]::new),
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
