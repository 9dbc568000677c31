package no.speil.web.edit;

import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.documents.LiveDocument;
import no.speil.library.scan.ArchiveScan;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A section without an original goes with its text, and nothing else does. */
class EmptiedSectionTest {
  private static final String ORIGINAL =
      """
      # Brev

      Vi møtes i morgen klokka 10 på kontoret.

      Ta med kaffe og 3 kaker til møtet, vær så snill.
      """;
  private static final String ADDITION = "The translator would like to add a word of thanks here.";
  private static final String TRANSLATION =
      """
      # Letter

      We meet tomorrow at 10 o'clock at the office.

      %s

      Bring coffee and 3 cakes to the meeting, please.
      """
          .formatted(ADDITION);

  @TempDir private Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    write("archive/b.md", ORIGINAL);
    write("translations/b.md", TRANSLATION);
    testServer = TestServer.again(folder);
  }

  @Test
  void anAdditionEmptiedInTheFormIsGoneAndEverythingAnswers() throws IOException {
    TrackedSection added = testServer.section("b", ADDITION);

    HttpResponse<String> answer = empty(added, "remove");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location"))
        .hasValue("/d/b#s-" + testServer.section("b", "Vi møtes").section().id());
    checkIsGone(added.section().id());
    restart();
    checkIsGone(added.section().id());
  }

  @Test
  void anEmptiedBoxIsAskedAboutFirst() throws IOException {
    TrackedSection office = testServer.section("b", "Vi møtes");
    for (String how : List.of("save", "next")) {
      HttpResponse<String> answer = empty(office, how);

      assertThat(answer.statusCode()).isEqualTo(409);
      Element question = Jsoup.parse(answer.body()).expectFirst(".clash");
      assertThat(question.expectFirst("h2").text()).isEqualTo("Remove the translation?");
      assertThat(question.expectFirst("pre").text()).startsWith("We meet tomorrow");
      assertThat(question.expectFirst("button").val()).isEqualTo("remove");
      assertThat(read("translations/b.md")).isEqualTo(TRANSLATION);
    }
  }

  @Test
  void aRemovedTranslationComesBackWithItsStateByOneButton() throws IOException {
    TrackedSection office = testServer.section("b", "Vi møtes");
    Actor kari = new Actor("kari", "web");
    testServer
        .library()
        .marks()
        .mark(office.section().id(), State.TRANSLATED, office.version(), kari);

    String location = empty(office, "remove").headers().firstValue("location").orElseThrow();

    assertThat(location).isEqualTo("/s/" + office.section().id() + "/edit?removed=1");
    assertThat(read("translations/b.md")).doesNotContain("We meet");
    Element undo = page(testServer, location).expectFirst("form.removed");
    String fields =
        undo.select("input").stream()
            .map(it -> it.attr("name") + "=" + encoded(it.val()))
            .collect(Collectors.joining("&"));
    assertThat(testServer.post(undo.attr("action"), fields + "&do=save").statusCode())
        .isEqualTo(303);
    assertThat(read("translations/b.md")).isEqualTo(TRANSLATION);
    assertThat(testServer.section("b", "Vi møtes").sectionStatus().state())
        .isEqualTo(State.TRANSLATED);
    assertThat(page(testServer, location).select(".removed")).isEmpty();
  }

  @Test
  void ofAnEmptyBoxWithoutATranslationNobodyElseIsBlamed() throws IOException {
    write("archive/c.md", "# Sak\n\nEt avsnitt til.\n");
    restart();

    HttpResponse<String> answer = empty(testServer.section("c", "Et avsnitt"), "next");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(answer.body()).expectFirst("#clash").text())
        .isEqualTo("Nothing to save");
  }

  @Test
  void anAdditionEmptiedByAProgramIsAnsweredWithNothing() throws IOException {
    TrackedSection added = testServer.section("b", ADDITION);
    String path = "/api/v1/sections/" + added.section().id();

    HttpResponse<String> answer = put(path + "/translation", added);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    HttpResponse<String> gone = testServer.get(path);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("\"document\":\"b\"", ADDITION);
    checkIsGone(added.section().id());
  }

  @Test
  void anOrphanIsGoneWhenItsTextIs() throws IOException {
    TrackedSection cakes = testServer.section("b", "Ta med kaffe");
    write("archive/b.md", ORIGINAL.replaceAll("Ta med kaffe.*\n", ""));
    restart();
    TrackedSection orphan = testServer.section("b", "Bring coffee");
    assertThat(orphan.section().id()).isEqualTo(cakes.section().id());

    assertThat(empty(orphan, "remove").statusCode()).isEqualTo(303);

    assertThat(read("translations/b.md")).doesNotContain("coffee").contains(ADDITION);
    checkIsGone(orphan.section().id());
    restart();
    checkIsGone(orphan.section().id());
  }

  @Test
  void anAcceptedEmptySuggestionTakesTheSectionOut() throws IOException {
    TrackedSection seen = testServer.section("b", ADDITION);
    String other = ADDITION.replace("word", "line");
    put("/api/v1/sections/" + seen.section().id() + "/translation", seen, other);
    HttpResponse<String> late = emptyAs(seen, "ola");
    assertThat(late.statusCode()).isEqualTo(412);
    TrackedSection now = testServer.section("b", other);
    String kept = now.openSuggestions().getFirst().id();

    HttpResponse<String> answer =
        testServer.post(
            "/s/" + now.section().id() + "/suggestions/" + kept,
            "do=accept&version=" + encoded(now.version().toString()));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/d/b");
    checkIsGone(now.section().id());
  }

  @Test
  void theSameTextTypedAgainIsTheSameSection() throws IOException {
    TrackedSection added = testServer.section("b", ADDITION);
    empty(added, "remove");
    write("translations/b.md", TRANSLATION);
    restart();

    assertThat(testServer.section("b", ADDITION).section().id()).isEqualTo(added.section().id());
    assertThat(status("/s/" + added.section().id())).isEqualTo(303);
  }

  private void checkIsGone(SectionId id) throws IOException {
    assertThat(testServer.library().documents().find(new DocumentId("b")).orElseThrow().section(id))
        .isEmpty();
    assertThat(read("translations/b.md")).contains("We meet tomorrow");
    assertThat(status("/s/" + id)).isEqualTo(410);
    for (String path :
        List.of(
            "/home",
            "/d/b",
            "/align/b",
            "/queue",
            "/progress",
            "/problems",
            "/search?q=kaffe",
            "/search?q=thanks",
            "/search.csv?q=kaffe",
            "/feed.atom",
            "/api/v1/documents/b",
            "/api/v1/changes")) {
      assertThat(status(path)).as(path).isEqualTo(200);
    }
    for (TrackedSection each :
        testServer.library().documents().find(new DocumentId("b")).orElseThrow().sections()) {
      assertThat(status("/s/" + each.section().id())).isEqualTo(303);
    }
    assertThat(read("translations/b.jsonl")).contains("\"gone\":[{\"id\":\"" + id + "\"}]");
    assertThat(testServer.library().problems()).isEmpty();
    var documents = new ArrayList<LiveDocument>();
    try (Archive archive = Archive.openReadOnly(folder, Clock.systemUTC())) {
      ArchiveScan.of(archive, Clock.systemUTC(), documents::add);
    }
    assertThat(documents).hasSize(1);
    assertThat(documents.getFirst().problems()).isEmpty();
  }

  private HttpResponse<String> empty(TrackedSection section, String how) {
    return testServer.post(
        "/s/" + section.section().id() + "/translation",
        "markdown=&do=" + how + "&version=" + encoded(section.version().toString()));
  }

  private HttpResponse<String> emptyAs(TrackedSection section, String name) {
    return testServer.send(
        "PUT",
        "/api/v1/sections/" + section.section().id() + "/translation",
        "{\"markdown\":\"\"}",
        "Content-Type",
        "application/json",
        "If-Match",
        "\"" + section.version() + "\"",
        TestServer.AS,
        name);
  }

  private HttpResponse<String> put(String path, TrackedSection section) {
    return put(path, section, "");
  }

  private HttpResponse<String> put(String path, TrackedSection section, String markdown) {
    return testServer.send(
        "PUT",
        path,
        "{\"markdown\":\"" + markdown + "\"}",
        "Content-Type",
        "application/json",
        "If-Match",
        "\"" + section.version() + "\"");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private int status(String path) {
    return testServer.get(path).statusCode();
  }

  private void restart() {
    testServer.close();
    testServer = TestServer.again(folder);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }
}
