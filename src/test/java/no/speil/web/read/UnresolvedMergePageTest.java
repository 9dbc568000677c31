package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.status.TrackedSection;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A translation in which git has left two versions, from the merge to its end. */
class UnresolvedMergePageTest {
  private static final String CONFLICT =
      """
      <<<<<<< HEAD
      The board must go. We demand an answer within 14 days.
      =======
      The board has to go. We demand an answer.
      >>>>>>> f04818c6840b
      """;

  @Served private TestServer testServer;
  private Path file;
  private String before;

  @BeforeEach
  void merge() throws IOException {
    file = testServer.root().resolve("translations/2015/brev.md");
    before = Files.readString(file);
    Files.writeString(
        file, before.replace("The board must go. We demand an answer within 14 days.\n", CONFLICT));
    testServer.library().sync().look();
  }

  @Test
  void readersSeeBothVersionsUnderNoticesAndNoMarks() {
    for (String view : new String[] {"", "?view=en", "?view=lines"}) {
      Document page = Jsoup.parse(testServer.get("/d/2015/brev" + view).body());
      assertThat(page.select(".rows").text()).doesNotContain("<<<<", "====", ">>>>");
      assertThat(page.select("article > .notice").text()).contains("two versions of a passage");
      assertThat(page.select(".rows .translation p, .rows .text p").eachText())
          .containsSubsequence(
              "Two versions begin here. The first, HEAD:",
              "The board must go. We demand an answer within 14 days.",
              "The second version, f04818c6840b:",
              "The board has to go. We demand an answer.");
      assertThat(page.select(".notice[lang=en]").eachText()).hasSizeGreaterThanOrEqualTo(2);
    }
    Document norwegian =
        Jsoup.parse(testServer.get("/d/2015/brev", "Accept-Language", "nb").body());
    assertThat(norwegian.select(".notice[lang=nb]").eachText())
        .contains("Her begynner to versjoner. Den første, HEAD:");
  }

  @Test
  void keepersReadWhereItIsAndWhatToDo() {
    Document page = Jsoup.parse(testServer.get("/problems").body());
    assertThat(page.text())
        .contains("translations/2015/brev.md", "A merge has left two versions", "up to line 14")
        .contains("remove the lines that begin with <<<<<<<");
    assertThat(testServer.get("/api/v1/problems").body()).contains("\"unresolved-merge\"");
  }

  @Test
  void whoSavesIsToldSoAndWritesNothing() throws IOException {
    String conflict = Files.readString(file);
    TrackedSection section = testServer.section("2015/brev", "Kvinners rettigheter");
    String id = section.section().id().value();

    HttpResponse<String> answer =
        testServer.send(
            "PUT",
            "/api/v1/sections/" + id + "/translation",
            "{\"markdown\":\"Rights.\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            "\"" + section.version() + "\"");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("unresolved-merge", "remove the marks first");
    HttpResponse<String> form =
        testServer.post(
            "/s/" + id + "/translation", "markdown=Rights.&version=" + section.version());
    assertThat(form.statusCode()).isEqualTo(409);
    Document again = Jsoup.parse(form.body());
    assertThat(again.text()).contains("remove the marks first");
    assertThat(again.select("#markdown").getFirst().wholeText().strip()).isEqualTo("Rights.");
    assertThat(Files.readString(file)).isEqualTo(conflict);
  }

  @Test
  void onceItIsResolvedThePageIsAsItWas() throws IOException {
    Files.writeString(file, before);

    Document page = Jsoup.parse(testServer.get("/d/2015/brev").body());
    assertThat(page.select(".notice")).isEmpty();
    assertThat(page.text()).doesNotContain("has to <go>");
    testServer.library().sync().look();
    assertThat(testServer.get("/api/v1/problems").body()).doesNotContain("unresolved-merge");
  }
}
