package no.speil.web.edit;

import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.FormSubmission;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside the box in which a translation is written. */
class TranslationAidsTest {
  private static final String BOARD = "Styret må gå. Vi krever svar innen 14 dager.";

  @TempDir Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    TestServer.copyFiles("letters", folder);
    write(
        "archive/2016/purring.md",
        "# Purring\n\n" + BOARD + "\n\nGruppa har likevel andre rettigheter i saken.\n");
    write("archive/2016/svar.md", "# Svar\n\nStyret må ikke gå. Vi krever svar innen 20 dager.\n");
    write("translations/2016/svar.md", "# Answer\n\nThe board must not go. Answer in 20 days.\n");
    write("glossary.tsv", "styret\tthe executive board\nkreve svar\tdemand an answer\tfast\n");
    testServer = TestServer.again(folder);
  }

  @Test
  void whatWasTranslatedBeforeIsOfferedTheSameTextFirst() {
    Document editPage = editPage(BOARD, "2016/purring");
    List<Element> remembered = editPage.select(".remembered");
    assertThat(remembered).hasSize(2);
    assertThat(remembered.getFirst().select(".by").text())
        .startsWith("The same original · Letter to the board · Draft");
    assertThat(remembered.getFirst().select(".by a").attr("href")).startsWith("/d/2015/brev#s-");
    assertThat(remembered.getFirst().select(".text").text())
        .isEqualTo("The board must go. We demand an answer within 14 days.");
    assertThat(remembered.getFirst().select(".diff")).isEmpty();
    assertThat(remembered.getLast().select(".by").text())
        .startsWith("84% of the words are the same · Answer");
    assertThat(remembered.getLast().select(".diff del").eachText()).containsExactly("ikke", "20");
    assertThat(remembered.getLast().select(".diff ins").eachText()).containsExactly("14");
  }

  @Test
  void nothingIsRememberedOfTextsThatAreLittleAlike() {
    assertThat(
            editPage("Gruppa har likevel andre rettigheter i saken.", "2016/purring")
                .select(".remembered"))
        .isEmpty();
  }

  @Test
  void theGlossaryComesFirstAndSaysWhatIsNotInTheText() {
    Element words = editPage(BOARD, "2015/brev").select("#words").getFirst();
    assertThat(words.select("[data-word]").eachAttr("data-word"))
        .startsWith("styret", "kreve svar")
        .doesNotHaveDuplicates();
    Element board = words.select("[data-word=styret]").getFirst();
    assertThat(board.select("dd [lang=en]").text()).isEqualTo("the executive board");
    assertThat(board.select(".used").hasAttr("hidden")).isTrue();
    assertThat(board.select(".missing").hasAttr("hidden")).isFalse();
    Element demand = words.select("[data-word='kreve svar']").getFirst();
    assertThat(demand.select(".missing").hasAttr("hidden")).isTrue();
    assertThat(demand.select(".used").hasAttr("hidden")).isFalse();
    assertThat(demand.select(".aside").text()).isEqualTo("(fast)");
    assertThat(words.select("[data-word]").getLast().select(".used, .missing")).isEmpty();
  }

  @Test
  void withoutScriptsTheChecksAndThePreviewAreAskedFor() {
    Document editPage = editPage(BOARD, "2016/purring");
    assertThat(editPage.select("#checks").text()).isEqualTo("There is no text yet.");
    assertThat(editPage.select("#previewed").hasAttr("hidden")).isTrue();
    Element form = editPage.select("form.editing").getFirst();
    Document checked =
        Jsoup.parse(
            FormSubmission.form(
                    testServer, form, "markdown", "The *board* must go in 15 days", "do", "preview")
                .body());
    assertThat(checked.select("#checks li").eachAttr("data-kind"))
        .containsExactly("number-missing", "number-added", "end", "emphasis-added");
    assertThat(checked.select("#checks li").getFirst().text())
        .isEqualTo("In the original and not in the text: 14");
    assertThat(checked.select("#previewed .preview em").text()).isEqualTo("board");
    assertThat(checked.select("#markdown").text()).isEqualTo("The *board* must go in 15 days");
  }

  @Test
  void noAdviceKeepsAnybodyFromSaving() throws IOException {
    Element form = editPage(BOARD, "2016/purring").select("form.editing").getFirst();
    HttpResponse<String> answer =
        FormSubmission.form(testServer, form, "markdown", "Styret og “15", "do", "save");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Files.readString(folder.resolve("translations/2016/purring.md")))
        .contains("Styret og “15");
  }

  @Test
  void programsAreToldTheSameAndNoMarkupIsRun() throws IOException {
    String path = "/api/v1/sections/" + id(BOARD, "2016/purring") + "/checks";
    String body = "{\"markdown\": \"Board <script>alert(1)</script> 15.\"}";
    HttpResponse<String> answer =
        testServer.send(
            "POST", path, body, "Content-Type", "application/json", "Accept-Language", "nb");
    JsonNode checks = new ObjectMapper().readTree(answer.body());
    assertThat(checks.path("checks").path(0).path("kind").asText()).isEqualTo("number-missing");
    assertThat(checks.path("checks").path(0).path("message").asText())
        .isEqualTo("Står i originalen, men ikke i teksten: 14");
    assertThat(checks.path("words").path(0).path("missing").asBoolean()).isTrue();
    assertThat(checks.path("preview").asText()).doesNotContain("<script");
    assertThat(testServer.send("POST", path, "{}", "Content-Type", "application/json").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theChecksAndThePreviewAreOfWhatWillBeSavedAndThePageSaysWhatThatIs() throws IOException {
    write("archive/2017/krav.md", "# Krav\n\nVi krever:\n\n## Veien videre\n\n- Styret må gå.\n");
    write("translations/2017/krav.md", "# Demands\n\nWe demand:\n");
    String item = "/api/v1/sections/" + id("Styret må gå.", "2017/krav") + "/checks";
    JsonNode checks =
        new ObjectMapper()
            .readTree(
                testServer
                    .send(
                        "POST",
                        item,
                        "{\"markdown\": \"The board must go.\"}",
                        "Content-Type",
                        "application/json",
                        "Accept-Language",
                        "nb")
                    .body());
    assertThat(checks.path("checks")).isEmpty();
    assertThat(checks.path("saved").asText()).isEqualTo("- The board must go.");
    assertThat(checks.path("savedAs").asText()).isEqualTo("Blir lagret slik: - The board must go.");
    assertThat(checks.path("preview").asText()).contains("<li>");

    Document editPage = editPage("Veien videre", "2017/krav");
    assertThat(editPage.select("#saved-as").text()).isEqualTo("Will be saved as: ## …");
    Document typed =
        Jsoup.parse(
            FormSubmission.form(
                    testServer,
                    editPage.select("form.editing").getFirst(),
                    "markdown",
                    "The way ahead",
                    "do",
                    "preview")
                .body());
    assertThat(typed.select("#saved-as").text()).isEqualTo("Will be saved as: ## The way ahead");
    assertThat(typed.select(".preview :matches(^The way ahead$)").text())
        .isEqualTo("The way ahead");
    assertThat(editPage("Vi krever:", "2017/krav").select("#saved-as").hasAttr("hidden")).isTrue();
  }

  @Test
  void ofAVeryLongTextItIsSaidThatItIsCheckedWhenItIsSaved() throws IOException {
    String path = "/api/v1/sections/" + id(BOARD, "2016/purring") + "/checks";
    String body = "{\"markdown\": \"" + "The board must go. ".repeat(4_000) + "\"}";
    JsonNode checks =
        new ObjectMapper()
            .readTree(
                testServer.send("POST", path, body, "Content-Type", "application/json").body());
    assertThat(checks.path("checks").findValuesAsText("message"))
        .containsExactly(
            "Too long to be checked as you write. All of it is checked when you save.");
  }

  @Test
  void otherSpacesAloneAreNotSaidToBeSavedOtherwise() {
    Document editPage = editPage("Purring", "2016/purring");
    for (String typed :
        List.of("The second  letter", "The second\u00a0letter", "The second\nletter")) {
      Document page =
          Jsoup.parse(
              FormSubmission.form(
                      testServer,
                      editPage.select("form.editing").getFirst(),
                      "markdown",
                      typed,
                      "do",
                      "preview")
                  .body());
      assertThat(page.select("#saved-as").text()).isEmpty();
      assertThat(page.select(".preview").text()).isEqualTo("The second letter");
    }
  }

  @Test
  void fromTheQueueTheDeskSaysItsPlaceAndLeadsToTheNextDesk() {
    Document queue = page(testServer, "/queue?q=doc:2015/brev&task=draft");
    List<String> edits = queue.select("article a.act").eachAttr("href");
    List<String> ids = queue.select("article").eachAttr("id");
    Document editPage = page(testServer, edits.get(1));
    assertThat(editPage.select(".queued").text())
        .isEqualTo(
            "2 of %d left to do · Previous in the queue Alt ↑ · skip Alt ↓".formatted(ids.size()));
    assertThat(editPage.select(".queued a").eachAttr("href"))
        .containsExactly("/queue?q=doc%3A2015%2Fbrev&task=draft", edits.get(0), edits.get(2));
    Element form = editPage.select("form.editing").getFirst();
    HttpResponse<String> marked = FormSubmission.form(testServer, form, "do", "mark");
    assertThat(location(marked)).isEqualTo(edits.get(2));
    Document next = page(testServer, edits.get(2));
    assertThat(next.select(".queued").text())
        .contains("2 of %d left to do".formatted(ids.size() - 1));
    assertThat(page(testServer, edits.get(1)).select(".queued").text())
        .contains("%d left to do · Previous".formatted(ids.size() - 1));
    assertThat(page(testServer, edits.getLast()).select(".queued [rel=next]")).isEmpty();
  }

  private Document editPage(String original, String document) {
    return page(testServer, "/s/" + id(original, document) + "/edit");
  }

  private String id(String original, String document) {
    return testServer.section(document, original).section().id().value();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
