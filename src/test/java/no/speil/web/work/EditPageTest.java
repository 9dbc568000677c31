package no.speil.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditPageTest {
  @TempDir Path folder;
  private TestServer testServer;
  private String id;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", folder);
    id = testServer.section("2015/brev", "Styret må gå").section().id().value();
  }

  @AfterEach
  void close() {
    testServer.close();
  }

  @Test
  void whatIsSavedIsInTheFileAndNothingElseChanges() throws Exception {
    Path file = folder.resolve("translations/2015/brev.md");
    String before = Files.readString(file);
    HttpResponse<String> answer = save(version(), "The board has to go.\r\nAt once.", "save");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/d/2015/brev#s-" + id);
    assertThat(Files.readString(file))
        .isEqualTo(
            before.replace(
                "The board must go. We demand an answer within 14 days.",
                "The board has to go.\nAt once."));
  }

  @Test
  void theSecondToSaveLosesNothing() {
    String seen = version();
    save(seen, "First.", "save", "Cookie", "speil-as=ola");
    HttpResponse<String> answer = save(seen, "<Second> & mine.", "save");
    assertThat(answer.statusCode()).isEqualTo(412);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#markdown").getFirst().wholeText().strip())
        .isEqualTo("<Second> & mine.");
    assertThat(page.select(".clash pre").eachText())
        .containsExactly("First.", "The board must go. We demand an answer within 14 days.");
    String now = page.select("input[name=version]").val();
    assertThat(save(now, "Both.", "save").statusCode()).isEqualTo(303);
    assertThat(
            Jsoup.parse(testServer.get("/s/" + id + "/history").body())
                .select(".deeds pre")
                .eachText())
        .contains("<Second> & mine.");
  }

  @Test
  void aPreviewSavesNothing() {
    HttpResponse<String> answer = save(version(), "A *new* text <script>x</script>", "preview");
    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.select(".preview em").text()).isEqualTo("new");
    assertThat(page.select(".preview script")).isEmpty();
    assertThat(page.select("#markdown").text()).isEqualTo("A *new* text <script>x</script>");
    assertThat(testServer.section("2015/brev", "Styret må gå").history()).isEmpty();
  }

  @Test
  void savingAndGoingOnLeadsToTheNextSection() {
    String next =
        Jsoup.parse(testServer.get("/s/" + id + "/edit").body())
            .select(".paging a")
            .getLast()
            .attr("href");
    assertThat(save(version(), "The board must leave.", "next").headers().firstValue("location"))
        .hasValue(next);
  }

  @Test
  void editingADocumentBeginsWhereWorkIsLeft() {
    String title = testServer.section("2015/brev", "Brev til styret").section().id().value();
    assertThat(testServer.get("/edit/2015/brev").headers().firstValue("location"))
        .hasValue("/s/" + title + "/edit");
  }

  @Test
  void aFormWithoutAVersionIsRefused() {
    assertThat(testServer.post("/s/" + id + "/translation", "markdown=x").statusCode())
        .isEqualTo(428);
    assertThat(testServer.post("/s/" + id + "/translation", "version=x").statusCode())
        .isEqualTo(400);
  }

  private String version() {
    return Jsoup.parse(testServer.get("/s/" + id + "/edit").body())
        .select("input[name=version]")
        .val();
  }

  private HttpResponse<String> save(String version, String text, String how, String... headers) {
    String form = "version=" + version + "&do=" + how + "&markdown=" + SiteUrls.encode(text);
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/x-www-form-urlencoded; charset=UTF-8";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return testServer.send("POST", "/s/" + id + "/translation", form, all);
  }
}
