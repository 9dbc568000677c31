package no.speil.web.queue;

import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class OpenWorkPagesTest {
  private static final Actor OLA = new Actor("ola", "web");

  @Served private TestServer testServer;

  @Test
  void suggestionsAndCommentsAreTasksOfTheQueueAndAreAnsweredThere() {
    SectionId id = section().section().id();
    testServer.library().edits().suggest(id, "The board has to go.", OLA);
    testServer.library().marks().comment(id, "Er «må» sterkt nok oversatt?", OLA);

    Document queue = page(testServer, "/queue");
    Element row = queue.select("article").getFirst();
    assertThat(row.select(".task").text())
        .isEqualTo("Suggestion to decide on · Comment to resolve · Draft to finish");
    assertThat(queue.select(".kinds a").eachText())
        .contains("Suggestion to decide on 1", "Comment to resolve 1")
        .noneMatch(kind -> kind.endsWith(" 0"));
    assertThat(row.select(".suggestion .diff ins").eachText()).contains("has to");
    assertThat(row.select(".asked .said").text()).isEqualTo("Er «må» sterkt nok oversatt?");

    Element only = page(testServer, "/queue?task=comment").select("article").getFirst();
    assertThat(
            location(
                FormSubmission.form(
                    testServer, only.select(".asked form").getFirst(), "do", "resolve")))
        .isEqualTo("/queue?task=comment#end");
    assertThat(page(testServer, "/queue?task=comment").select("article")).isEmpty();
    FormSubmission.form(testServer, row.select(".suggestion form").getFirst(), "do", "accept");
    assertThat(page(testServer, "/queue?task=suggestion").select("article")).isEmpty();
    assertThat(section().openComments()).isEmpty();
    assertThat(section().markdown(Side.TRANSLATION)).isEqualTo("The board has to go.");
  }

  @Test
  void allSectionsAreCountedOnceThoughTheyNeedSeveralThings() {
    Document before = page(testServer, "/queue");
    SectionId id = section().section().id();
    testServer.library().marks().comment(id, "Hei.", OLA);
    testServer.library().edits().suggest(id, "Hi.", OLA);
    assertThat(page(testServer, "/queue").select(".kinds a").getFirst().text())
        .isEqualTo(before.select(".kinds a").getFirst().text());
    assertThat(page(testServer, "/queue").select(".summary").text())
        .isEqualTo(before.select(".summary").text());
  }

  @Test
  void aCheckIsDismissedInTheQueueAndTakenBackWhereTheTextIsEdited() {
    breakNumber();
    Element row = page(testServer, "/queue?task=check&lang=nb").select("article").getFirst();
    assertThat(row.select(".checks h3").text()).isEqualTo("2 ting å se på");
    assertThat(row.select(".failed li > p").eachText())
        .containsExactly(
            "Står i originalen, men ikke i teksten: 14",
            "Står i teksten, men ikke i originalen: 15");
    for (Element form : row.select(".failed form")) {
      HttpResponse<String> answer =
          FormSubmission.form(testServer, form, "reason", "Fristen ble utsatt.", "do", "dismiss");
      assertThat(answer.statusCode()).isEqualTo(303);
    }
    assertThat(page(testServer, "/queue?task=check").select("article")).isEmpty();

    Document editPage = page(testServer, edit());
    assertThat(editPage.select("#checks").text()).isEqualTo("Nothing was found.");
    assertThat(editPage.select("#saved-checks .by").getFirst().text())
        .startsWith("Dismissed by kari, ")
        .endsWith(": Fristen ble utsatt.");
    Element form = editPage.select("#saved-checks form").getFirst();
    assertThat(location(FormSubmission.form(testServer, form, "do", "open")))
        .isEqualTo(edit() + "#saved-checks");
    assertThat(page(testServer, "/queue?task=check").select("article .failed li")).hasSize(1);
    assertThat(page(testServer, "/s/" + id() + "/history?lang=nb").select(".events p").eachText())
        .anyMatch(
            line ->
                line.startsWith(
                    "kari avviste en kontroll. Står i originalen, men ikke i teksten: 14"));
  }

  @Test
  void aDismissalNeedsAReasonThatIsNotTooLongAndTheVersionThatWasSeen() {
    breakNumber();
    String path = "/s/" + id() + "/checks/number-missing";
    String version = "version=" + section().version();
    assertThat(testServer.post(path, version + "&do=dismiss&reason=+").statusCode()).isEqualTo(400);
    assertThat(testServer.post(path, version + "&do=dans&reason=x").statusCode()).isEqualTo(400);
    assertThat(
            testServer.post(path, version + "&do=dismiss&reason=" + "a".repeat(1001)).statusCode())
        .isEqualTo(413);
    assertThat(testServer.post(path, "do=dismiss&reason=Ja").statusCode()).isEqualTo(428);
    assertThat(
            testServer
                .post("/s/" + id() + "/checks/name-missing", version + "&do=dismiss&reason=Ja")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void theRowSaysWhatWaitsAndLeadsToTheAnswer() {
    breakNumber();
    SectionId id = section().section().id();
    testServer.library().marks().comment(id, "Hvorfor 15?", OLA);
    testServer.library().edits().suggest(id, "Within 14 days.", OLA);
    Element row = page(testServer, "/d/2015/brev").select("#s-" + id).getFirst();
    assertThat(row.select("summary .waiting").eachText())
        .containsExactly("1 suggestion", "1 comment", "2 checks");
    assertThat(row.select(".note .failed li > p").eachText())
        .contains("In the text and not in the original: 15");
    assertThat(row.select(".answer a").attr("href")).isEqualTo("/s/" + id + "/edit#suggestions");
    FormSubmission.form(testServer, row.select("form.answer").getFirst(), "do", "resolve");
    row = page(testServer, "/d/2015/brev?lang=nb").select("#s-" + id).getFirst();
    assertThat(row.select("summary .waiting").eachText())
        .containsExactly("1 forslag", "2 kontroller");
    assertThat(row.select(".remark .by").getFirst().text()).contains("ola", "løst");
    FormSubmission.form(testServer, row.select("form.answer").getFirst(), "do", "open");
    assertThat(section().openComments()).hasSize(1);
  }

  @Test
  void whoMayOnlyReadSeesNoMarksOfWork() {
    breakNumber();
    testServer.library().marks().comment(section().section().id(), "Hei.", OLA);
    Document page = Jsoup.parse(testServer.get("/d/2015/brev", TestServer.asReader()).body());
    assertThat(page.select(".remark .said").eachText()).contains("Hei.");
    assertThat(page.select(".waiting, .failed, .answer")).isEmpty();
  }

  @Test
  void commentsAreReadWrittenAndResolvedWhereTheTextIsEdited() {
    Element form = page(testServer, edit()).select("#comments form").getFirst();
    HttpResponse<String> answer =
        FormSubmission.form(testServer, form, "text", "Spør Siri om «styret».");
    assertThat(location(answer)).isEqualTo(edit() + "#comments");
    Document editPage = page(testServer, edit());
    assertThat(editPage.select("#comments .said").text()).isEqualTo("Spør Siri om «styret».");
    FormSubmission.form(testServer, editPage.select(".asked form").getFirst(), "do", "resolve");
    assertThat(page(testServer, edit()).select("#comments .said")).isEmpty();
  }

  @Test
  void programsAreToldOfChecksAndCommentsAndAnswerThem() throws Exception {
    breakNumber();
    testServer.library().marks().comment(section().section().id(), "Hvorfor 15?", OLA);
    JsonNode section = json(testServer.get(api(""), "Accept-Language", "nb"));
    assertThat(section.path("checks").path(0).path("code").asText()).isEqualTo("number-missing");
    assertThat(section.path("checks").path(0).path("message").asText())
        .isEqualTo("Står i originalen, men ikke i teksten: 14");
    assertThat(section.path("checks").path(0).has("dismissed")).isFalse();
    assertThat(section.path("comments").path(0).path("text").asText()).isEqualTo("Hvorfor 15?");
    assertThat(section.path("commentsTotal").asInt()).isOne();

    String check = api("/checks/number-missing");
    String body = "{\"dismissed\": true, \"reason\": \"Slik er det.\"}";
    assertThat(send(check, body).statusCode()).isEqualTo(428);
    HttpResponse<String> dismissed = send(check, body, "If-Match", version());
    assertThat(dismissed.statusCode()).isEqualTo(200);
    assertThat(json(dismissed).at("/checks/0/dismissed/reason").asText()).isEqualTo("Slik er det.");
    assertThat(json(dismissed).at("/checks/0/dismissed/by").asText()).isEqualTo("kari");
    assertThat(json(send(check, "{\"dismissed\": false}", "If-Match", version())).at("/checks/0"))
        .isEqualTo(json(testServer.get(api(""))).at("/checks/0"));
    assertThat(send(check, "{\"dismissed\": true}", "If-Match", version()).statusCode())
        .isEqualTo(400);

    String comment = api("/comments/" + section.at("/comments/0/id").asText());
    assertThat(send(comment, "{}").statusCode()).isEqualTo(400);
    HttpResponse<String> resolved = send(comment, "{\"resolved\": true}");
    assertThat(json(resolved).path("comments")).isEmpty();
    assertThat(json(resolved).path("history").path(2).path("outcome").asText()).isNotEmpty();
    assertThat(send(api("/comments/0123456789"), "{\"resolved\": true}").statusCode())
        .isEqualTo(409);
  }

  private HttpResponse<String> send(String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return testServer.send("POST", path, body, all);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private String version() {
    return "\"" + section().version() + "\"";
  }

  private String api(String rest) {
    return "/api/v1/sections/" + id() + rest;
  }

  private String edit() {
    return "/s/" + id() + "/edit";
  }

  private SectionId id() {
    return section().section().id();
  }

  private void breakNumber() {
    testServer
        .library()
        .edits()
        .edit(
            id(),
            "The board must go. We demand an answer within 15 days.",
            section().version(),
            OLA);
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }
}
