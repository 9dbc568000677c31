package no.speil.web;

import static no.speil.web.ApiSection.json;
import static no.speil.web.ApiSection.tag;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import no.speil.web.http.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs are answered that only ask, or ask for what is refused. */
class ApiTest {
  @Served private static TestServer testServer;

  @Test
  void theTagSaysWhetherAnythingHasChanged() {
    HttpResponse<String> same =
        testServer.get(section().path(""), "If-None-Match", tag(section().now()));
    assertThat(same.statusCode()).isEqualTo(304);
    for (String known :
        List.of("W/" + tag(section().now()), "\"x\", " + tag(section().now()), "*")) {
      HttpResponse<String> again = testServer.get(section().path(""), "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.headers().firstValue("ETag")).hasValue(tag(section().now()));
    }
    assertThat(testServer.get(section().path(""), "If-None-Match", "\"x\"").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state       | {\"state\":\"translated\"} | application/json | NONE      | 428",
        "state       | {\"state\":\"translated\"} | application/json | *         | 428",
        "state       | {\"state\":\"translated\"} | application/json | nonsense  | 412",
        "state       | {\"state\":\"translated\"} | application/json | \"a.b.c\" | 412",
        "state       | {\"state\":\"translated\"} | text/plain       | NOW       | 415",
        "state       | {\"state\":\"finished\"}   | application/json | NOW       | 400",
        "state       | {}                         | application/json | NOW       | 400",
        "state       | {\"state\":7}              | application/json | NOW       | 400",
        "state       | null                       | application/json | NOW       | 400",
        "state       | [                          | application/json | NOW       | 400",
        "state       | {\"state\":\"untranslated\"} | application/json | NOW     | 409",
        "translation | {\"text\":\"x\"}           | application/json | NOW       | 400",
        "translation | {\"markdown\":5}         | application/json | NOW       | 400",
        "translation | {\"markdown\":true}      | application/json | NOW       | 400",
        "translation | {\"markdown\":\"x\"}       | application/json | NONE      | 428"
      })
  void wrongWritesAreRefusedAndChangeNothing(
      String what, String body, String type, String tag, int status) throws Exception {
    String now = tag(section().now());
    String[] headers =
        tag.equals("NONE")
            ? new String[] {"Content-Type", type}
            : new String[] {"Content-Type", type, "If-Match", tag.equals("NOW") ? now : tag};
    HttpResponse<String> answer = testServer.send("PUT", section().path("/" + what), body, headers);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("no.speil");
    assertThat(tag(section().now())).isEqualTo(now);
  }

  @Test
  void aBodyBeyondTheBoundIsRefused() {
    String large = "{\"markdown\":\"" + "x".repeat(RequestBody.LIMIT) + "\"}";
    HttpResponse<String> answer = section().put("/translation", large, tag(section().now()));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aFieldThatNothingTakesIsNamedAndRefused() {
    HttpResponse<String> refused =
        testServer.send(
            "POST",
            section().path("/comments"),
            "{\"text\": \"x\", \"nmae\": \"y\"}",
            "Content-Type",
            "application/json");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("“nmae”");
  }

  @Test
  void whoMayNotWriteSendsAFewKilobytesOnly() throws Exception {
    for (String path : List.of("/sign-in", "/account/password", section().path("/comments"))) {
      HttpResponse<String> answer =
          testServer.send(
              "POST",
              path,
              "x".repeat(RequestBody.READER_LIMIT + 1),
              "Content-Type",
              path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded",
              "Authorization",
              "none");
      assertThat(answer.statusCode()).as(path).isEqualTo(413);
      assertThat(answer.body()).containsPattern("65[.,]?536");
    }
  }

  @Test
  void whoSendsFarTooMuchGetsToTheAnswer() {
    int status =
        testServer.raw(
            "x".repeat(12 * RequestBody.LIMIT),
            "POST " + section().path("/comments") + " HTTP/1.1",
            "Host: 127.0.0.1:" + testServer.port(),
            "Content-Type: application/json");
    assertThat(status).isEqualTo(413);
  }

  @Test
  void aPartHoldsOnlyWhatIsUnderItsHeading() {
    String heading = testServer.section("2015/brev", "Hva vi ber om").section().id().value();
    String body =
        "{\"state\":\"translated\",\"part\":\"%s\",\"sections\":[{\"id\":\"%s\",\"version\":\"%s\"}]}"
            .formatted(heading, section().id(), section().now().version());
    HttpResponse<String> answer =
        testServer.send(
            "POST", "/api/v1/documents/2015/brev/state", body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void aSearchIsAnsweredInTheShapeOfTheContract() throws Exception {
    JsonNode results = json(testServer.get("/api/v1/search?q=menneskerettigheter&expand=false"));
    JsonNode hit = results.path("hits").path(0);
    assertThat(results.path("query").asText()).isEqualTo("menneskerettigheter");
    assertThat(hit.path("title"))
        .hasToString("{\"no\":\"Brev til styret\",\"en\":\"Letter to the board\"}");
    assertThat(hit.path("original"))
        .hasToString(
            "{\"text\":\"Kvinners rettigheter er menneskerettigheter.\",\"snippet\":\"Kvinners"
                + " rettigheter er <mark>menneskerettigheter</mark>.\"}");
    assertThat(hit.path("url").asText()).isEqualTo("/s/" + hit.path("section").asText());
    assertThat(results.path("facets").path("state"))
        .hasToString(
            "[{\"value\":\"draft\",\"count\":%d}]".formatted(results.path("total").asInt()));
  }

  @Test
  void aDocumentIsAnsweredInParts() throws Exception {
    JsonNode part = json(testServer.get("/api/v1/documents/2015/brev?from=2&size=1"));
    assertThat(part.path("total").asInt()).isEqualTo(9);
    assertThat(part.path("from").asInt()).isEqualTo(2);
    assertThat(part.path("sections").findValuesAsText("id")).containsExactly(section().id());
    assertThat(part.path("original").path("other")).hasToString("{\"arkivboks\":\"12 B\"}");
  }

  @Test
  void theArchiveIsCounted() throws Exception {
    assertThat(json(testServer.get("/readyz")))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"ready":true,"done":4,"total":4,"secondsLeft":null,"documents":4,"sections":%d,"problems":0}
                    """
                        .formatted(testServer.library().counts().sections())));
    assertThat(json(testServer.get("/api/v1/progress")).path("folders").findValuesAsText("folder"))
        .containsExactly("", "2015", "æøå");
    assertThat(json(testServer.get("/api/v1/problems")))
        .hasToString("{\"total\":0,\"problems\":[],\"exact\":true,\"notices\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sections/0000000000",
        "/api/v1/documents/2015",
        "/api/v1/nothing",
        "/api/nothing"
      })
  void whatIsNotThereIsAProblemDocument(String path) throws Exception {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("type").asText()).isEqualTo("/help#not-found");
  }

  @Test
  void anotherMethodIsRefusedWithThoseThatThereAre() {
    HttpResponse<String> answer = testServer.send("DELETE", section().path(""), null);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow").orElseThrow()).contains("GET", "HEAD");
    assertThat(testServer.send("HEAD", section().path(""), null).headers().firstValue("etag"))
        .hasValue(tag(section().now()));
  }

  @Test
  void anErrorOfAPageIsAPageUnlessJsonIsWanted() {
    assertThat(
            testServer.get("/nothing", "Accept", "text/html").headers().firstValue("content-type"))
        .hasValue("text/html;charset=utf-8");
    assertThat(
            testServer
                .get("/nothing", "Accept", "application/json")
                .headers()
                .firstValue("content-type"))
        .hasValue("application/problem+json");
  }

  private ApiSection section() {
    return new ApiSection(testServer);
  }
}
