package no.speil.web.read;

import static no.speil.web.FormSubmission.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A section's address says where it is, or what became of it. */
class SectionPageTest {
  @Served private TestServer testServer;
  private String id;

  @BeforeEach
  void serve() {
    id = testServer.section("2015/brev", "Kvinners").section().id().value();
  }

  @Test
  void afterARenamingItIsWhereTheFileIs() throws Exception {
    move("archive/2015/brev.md", "archive/ny.md");
    testServer.library().sync().look();
    assertThat(location(testServer.get("/s/" + id))).isEqualTo("/d/ny#s-" + id);
    assertThat(testServer.get("/d/2015/brev").statusCode()).isEqualTo(301);
    assertThat(location(testServer.get("/d/2015/brev"))).isEqualTo("/d/ny");
    assertThat(testServer.get("/api/v1/sections/" + id).body()).contains("\"document\":\"ny\"");

    withoutIndex();
    assertThat(location(testServer.get("/s/" + id))).isEqualTo("/d/ny#s-" + id);
  }

  @Test
  void ofAMergedSectionItLeadsToTheOtherAndOfAGoneOneItSaysSo() throws Exception {
    rewrite("archive/2015/brev.md", "dager.\n\nKvinners", "dager. Kvinners");
    rewrite("translations/2015/brev.md", "days.\n\nWomen's", "days. Women's");
    testServer.library().sync().look();
    String other = testServer.section("2015/brev", "Styret").section().id().value();
    leadsTo(other);
    assertThat(testServer.get("/s/" + id + "?v=1.2").statusCode()).isEqualTo(410);
    assertThat(testServer.get("/s/" + id + "?v=1.2").body()).contains("/s/" + other);

    withoutIndex();
    leadsTo(other);
    assertThat(testServer.get("/api/v1/sections/" + id).statusCode()).isEqualTo(410);
    assertThat(testServer.get("/s/0000000000").statusCode()).isEqualTo(404);
  }

  @Test
  void whereThereIsNothingMoreToDoNoHeadingSaysSo() {
    String path = "/s/" + id + "/history";
    assertThat(Jsoup.parse(testServer.get(path).body()).select("h2").eachText()).contains("More");
    assertThat(
            Jsoup.parse(testServer.get(path, TestServer.asReader()).body()).select("h2").eachText())
        .contains("History")
        .doesNotContain("More");
  }

  @Test
  void withItsSentencesItIsSaidHowItIsCited() throws Exception {
    String path = "/api/v1/sections/" + id + "/sentences?lang=";
    JsonNode english = new ObjectMapper().readTree(testServer.get(path + "en").body());
    String version = testServer.section("2015/brev", "Kvinners").version().toString();
    assertThat(english.path("address").asText())
        .isEqualTo(testServer.address() + "/s/" + id + "?v=" + version);
    assertThat(english.path("citation").asText())
        .startsWith(
            "Kvinnegruppa. Letter to the board [Brev til styret], “We are leaving”, para. 3.")
        .contains(english.path("address").asText() + " (read ");
    assertThat(english.at("/pairs/0/translation/text").asText())
        .isEqualTo("Women's rights are human rights.");
    assertThat(testServer.get(path + "nb").body()).contains("avsn. ", " (lest ");
  }

  private void leadsTo(String other) throws Exception {
    HttpResponse<String> answer = testServer.get("/s/" + id);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/s/" + other);
  }

  private void withoutIndex() throws IOException {
    testServer.close();
    try (var files = Files.walk(testServer.root().resolve(".speil/index"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    testServer = TestServer.again(testServer.root());
    testServer.library().sync().look();
  }

  private void rewrite(String path, String from, String to) throws IOException {
    Path file = testServer.root().resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
    Files.setLastModifiedTime(
        file, java.nio.file.attribute.FileTime.from(java.time.Instant.now().minusSeconds(60)));
  }

  private void move(String from, String to) throws IOException {
    Files.move(testServer.root().resolve(from), testServer.root().resolve(to));
  }
}
