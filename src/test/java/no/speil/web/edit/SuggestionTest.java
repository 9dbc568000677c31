package no.speil.web.edit;

import static no.speil.web.FormSubmission.location;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import no.speil.corpus.Side;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Served private TestServer testServer;
  private String id;

  @BeforeEach
  void serve() {
    id = section().section().id().value();
  }

  @Test
  void aSuggestionIsListedUntilItIsAccepted() throws Exception {
    JsonNode suggestion = suggest("The board has to go.");
    assertThat(suggestion.properties())
        .extracting(field -> field.getKey() + "=" + field.getValue().asText())
        .contains(
            "at=2026-11-24T12:00:00Z", "by=kari", "text=The board has to go.", "reason=proposed")
        .hasSize(5);
    String path = "/api/v1/sections/" + id + "/suggestions/" + suggestion.path("id").asText();
    assertThat(resolve(path, "{\"accept\":true}").statusCode()).isEqualTo(428);
    assertThat(resolve(path, "{\"accept\":true}", "If-Match", "\"old\"").statusCode())
        .isEqualTo(412);
    assertThat(resolve(path, "{}").statusCode()).isEqualTo(400);
    String tag = "\"" + section().version() + "\"";
    HttpResponse<String> accepted = resolve(path, "{\"accept\":true}", "If-Match", tag);
    assertThat(accepted.statusCode()).isEqualTo(200);
    JsonNode now = JSON.readTree(accepted.body());
    assertThat(now.path("suggestions")).isEmpty();
    assertThat(now.at("/translation/blocks/0/markdown").asText()).isEqualTo("The board has to go.");
    assertThat(resolve(path, "{\"accept\":false}").statusCode()).isEqualTo(409);
  }

  @Test
  void oneThatIsDismissedStaysInTheHistoryOnly() throws Exception {
    JsonNode suggestion = suggest("The board has to go.");
    String path = "/api/v1/sections/" + id + "/suggestions/" + suggestion.path("id").asText();
    JsonNode now = JSON.readTree(resolve(path, "{\"accept\":false}").body());
    assertThat(now.path("suggestions")).isEmpty();
    assertThat(now.path("history").findValuesAsText("do")).containsExactly("suggest", "resolve");
    assertThat(now.at("/translation/blocks/0/markdown").asText()).startsWith("The board must go.");
  }

  @Test
  void anEmptyOneIsRefused() {
    String path = "/api/v1/sections/" + id + "/suggestions";
    assertThat(resolve(path, "{\"markdown\":\" \"}").statusCode()).isEqualTo(400);
  }

  @Test
  void thePageShowsWhatWouldChangeAndAcceptsIt() {
    Document edit = suggestOnPage("The board <has to> go. We demand an answer within 14 days.");
    Element suggestion = edit.select(".suggestion").getFirst();
    assertThat(suggestion.select("del").text()).isEqualTo("must");
    assertThat(suggestion.select("ins").text()).isEqualTo("<has to>");
    assertThat(page(testServer, "/s/" + id + "/history").select(".suggestion")).hasSize(1);
    HttpResponse<String> answer =
        FormSubmission.form(testServer, suggestion.select("form").getFirst(), "do", "accept");
    assertThat(location(answer)).isEqualTo("/s/" + id + "/edit#suggestions");
    assertThat(section().markdown(Side.TRANSLATION)).startsWith("The board <has to> go.");
    assertThat(page(testServer, "/s/" + id + "/edit").select(".suggestion")).isEmpty();
  }

  @Test
  void thePageDismissesIt() {
    Element form = suggestOnPage("Out!").select(".suggestion form").getFirst();
    FormSubmission.form(testServer, form, "do", "dismiss");
    assertThat(page(testServer, "/s/" + id + "/edit").select(".suggestion")).isEmpty();
    assertThat(section().markdown(Side.TRANSLATION)).startsWith("The board must go.");
    assertThat(FormSubmission.form(testServer, form, "do", "dismiss").statusCode()).isEqualTo(409);
  }

  @Test
  void oneThatIsAcceptedTooLateIsComparedAgain() {
    Document before = suggestOnPage("Out!");
    FormSubmission.form(
        testServer, before.select("form.editing").getFirst(), "markdown", "Another.", "do", "save");
    HttpResponse<String> answer =
        FormSubmission.form(
            testServer, before.select(".suggestion form").getFirst(), "do", "accept");
    assertThat(answer.statusCode()).isEqualTo(412);
    Document page = org.jsoup.Jsoup.parse(answer.body());
    assertThat(page.select(".clash").text()).contains("since you saw the suggestion");
    assertThat(page.select(".suggestion del").text()).isEqualTo("Another.");
  }

  private Document suggestOnPage(String text) {
    Element form = page(testServer, "/s/" + id + "/edit").select("form.editing").getFirst();
    HttpResponse<String> answer =
        FormSubmission.form(testServer, form, "markdown", text, "do", "suggest");
    assertThat(location(answer)).isEqualTo("/s/" + id + "/edit#suggestions");
    return page(testServer, "/s/" + id + "/edit");
  }

  private JsonNode suggest(String text) throws Exception {
    String body = JSON.writeValueAsString(java.util.Map.of("markdown", text));
    HttpResponse<String> answer = resolve("/api/v1/sections/" + id + "/suggestions", body);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("etag")).hasValue("\"" + section().version() + "\"");
    return JSON.readTree(answer.body()).path("suggestions").get(0);
  }

  private HttpResponse<String> resolve(String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return testServer.send("POST", path, body, all);
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "Styret må gå");
  }
}
