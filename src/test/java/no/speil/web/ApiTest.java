package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.corpus.TextHash;
import no.speil.record.CommentEvent;
import no.speil.record.EventSignature;
import no.speil.status.TrackedSection;
import no.speil.web.http.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
  @Served private TestServer testServer;

  @Test
  void aMarkedSectionIsAnsweredWithItsNewTag() throws Exception {
    TrackedSection before = section();
    HttpResponse<String> answer = put("/state", "{\"state\":\"translated\"}", tag(before));
    TrackedSection now = section();
    String original = TextHash.of(now.section().original()).toString();
    String translation = TextHash.of(now.section().translation()).toString();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("etag")).hasValue(tag(now)).isNotEqualTo(tag(before));
    assertThat(json(answer))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"id":"%1$s","document":"2015/brev",
                     "original":{"blocks":[{"kind":"paragraph","level":0,
                       "markdown":"Styret må gå. Vi krever svar innen 14 dager.",
                       "text":"Styret må gå. Vi krever svar innen 14 dager."}]},
                     "translation":{"blocks":[{"kind":"paragraph","level":0,
                       "markdown":"The board must go. We demand an answer within 14 days.",
                       "text":"The board must go. We demand an answer within 14 days."}]},
                     "state":"translated","omitted":false,"freshness":"current","change":null,
                     "alignment":{"method":"automatic","confidence":%2$s},
                     "version":"%3$s","url":"/s/%1$s",
                     "history":[{"at":"2026-11-24T12:00:00Z","by":"kari","via":"api",
                       "section":"%1$s","do":"mark","state":"translated",
                       "original":{"hash":"%4$s",
                         "text":"Styret må gå. Vi krever svar innen 14 dager."},
                       "translation":{"hash":"%5$s"}}],
                     "historyTotal":1,"suggestions":[],"suggestionsTotal":0,
                     "comments":[],"commentsTotal":0,"checks":[]}
                    """
                        .formatted(
                            id(),
                            now.section().alignment().confidence(),
                            now.version(),
                            original,
                            translation)));
  }

  @Test
  void theTagSaysWhetherAnythingHasChanged() {
    HttpResponse<String> same = testServer.get(path(""), "If-None-Match", tag(section()));
    assertThat(same.statusCode()).isEqualTo(304);
    for (String known : List.of("W/" + tag(section()), "\"x\", " + tag(section()), "*")) {
      HttpResponse<String> again = testServer.get(path(""), "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.headers().firstValue("ETag")).hasValue(tag(section()));
    }
    assertThat(testServer.get(path(""), "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void anOlderVersionIsAnsweredWithBaseTheirsAndMine() throws Exception {
    String seen = tag(section());
    put("/translation", "{\"markdown\":\"Theirs.\"}", seen);
    HttpResponse<String> answer =
        testServer.send(
            "PUT",
            path("/translation"),
            "{\"markdown\":\"Mine.\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            seen,
            TestServer.AS,
            "ola");
    JsonNode problem = json(answer);
    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("etag")).hasValue(tag(section()));
    assertThat(problem.path("type").asText()).isEqualTo("/help#stale-version");
    assertThat(problem.path("base").path("version").asText()).isEqualTo(seen.replace("\"", ""));
    assertThat(problem.path("base").path("translation").asText())
        .isEqualTo("The board must go. We demand an answer within 14 days.");
    assertThat(
            problem.path("theirs").path("translation").path("blocks").path(0).path("text").asText())
        .isEqualTo("Theirs.");
    assertThat(problem.path("mine")).hasToString("{\"markdown\":\"Mine.\"}");
    assertThat(json(testServer.get(path(""))).path("suggestions").path(0).path("text").asText())
        .isEqualTo("Mine.");
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
    String now = tag(section());
    String[] headers =
        tag.equals("NONE")
            ? new String[] {"Content-Type", type}
            : new String[] {"Content-Type", type, "If-Match", tag.equals("NOW") ? now : tag};
    HttpResponse<String> answer = testServer.send("PUT", path("/" + what), body, headers);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("no.speil");
    assertThat(tag(section())).isEqualTo(now);
  }

  @Test
  void aBodyBeyondTheBoundIsRefused() {
    String large = "{\"markdown\":\"" + "x".repeat(RequestBody.LIMIT) + "\"}";
    HttpResponse<String> answer = put("/translation", large, tag(section()));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aFieldThatNothingTakesIsNamedAndRefused() {
    HttpResponse<String> refused =
        testServer.send(
            "POST",
            path("/comments"),
            "{\"text\": \"x\", \"nmae\": \"y\"}",
            "Content-Type",
            "application/json");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("“nmae”");
  }

  @Test
  void whoMayNotWriteSendsAFewKilobytesOnly() throws Exception {
    for (String path : List.of("/sign-in", "/account/password", path("/comments"))) {
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
            "POST " + path("/comments") + " HTTP/1.1",
            "Host: 127.0.0.1:" + testServer.port(),
            "Content-Type: application/json");
    assertThat(status).isEqualTo(413);
  }

  @Test
  void actionsCarryTheNameOfWhoeverActs() {
    String body = "{\"text\":\" Fint. \"}";
    HttpResponse<String> answer =
        testServer.send(
            "POST",
            path("/comments"),
            body,
            "Content-Type",
            "application/json",
            TestServer.AS,
            "Åse");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(section().history())
        .isEqualTo(
            List.of(
                new CommentEvent(
                    new EventSignature(TestServer.NOW, "Åse", "api", Role.KEEPER, TestServer.NOW),
                    section().section().id(),
                    "Fint.")));
  }

  @Test
  void aConfirmationNeedsTheVersionAndNoBody() {
    put("/state", "{\"state\":\"translated\"}", tag(section()));
    assertThat(testServer.send("POST", path("/confirm"), null).statusCode()).isEqualTo(428);
    HttpResponse<String> answer =
        testServer.send("POST", path("/confirm"), null, "If-Match", tag(section()));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void severalAreMarkedAndEachIsAnsweredFor() throws Exception {
    TrackedSection untranslated = testServer.section("2015/brev", "ikke oversatt");
    String body =
        """
        {"state":"translated","sections":[{"id":"%s","version":"%s"},{"id":"%s","version":"%s"},
         {"id":"%s","version":"0.0.d-0"}]}
        """
            .formatted(
                id(),
                section().version(),
                untranslated.section().id(),
                untranslated.version(),
                testServer.section("2015/brev", "human rights").section().id());
    HttpResponse<String> answer =
        testServer.send(
            "POST", "/api/v1/documents/2015/brev/state", body, "Content-Type", "application/json");
    JsonNode answers = json(answer).path("answers");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answers.path(0).path("section").path("state").asText()).isEqualTo("translated");
    assertThat(answers.path(0).path("problem").isNull()).isTrue();
    assertThat(answers.path(1).path("problem").path("status").asInt()).isEqualTo(409);
    assertThat(answers.path(2).path("problem").path("status").asInt()).isEqualTo(412);
  }

  @Test
  void aPartHoldsOnlyWhatIsUnderItsHeading() {
    String heading = testServer.section("2015/brev", "Hva vi ber om").section().id().value();
    String body =
        "{\"state\":\"translated\",\"part\":\"%s\",\"sections\":[{\"id\":\"%s\",\"version\":\"%s\"}]}"
            .formatted(heading, id(), section().version());
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
    assertThat(part.path("sections").findValuesAsText("id")).containsExactly(id());
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
    HttpResponse<String> answer = testServer.send("DELETE", path(""), null);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow").orElseThrow()).contains("GET", "HEAD");
    assertThat(testServer.send("HEAD", path(""), null).headers().firstValue("etag"))
        .hasValue(tag(section()));
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

  @ParameterizedTest
  @CsvSource({"3000, 200", "12000, 200", "100000, 409"})
  void aLongTitleIsSavedOrRefusedInWordsAndCanBeShortenedAgain(int length, int status)
      throws Exception {
    for (String piece : List.of("Ord: ", "ord og ", "“\\\\” ")) {
      String words = "a" + piece.repeat(length / 8) + "b";
      HttpResponse<String> answer = title(words);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      if (status != 200) {
        assertThat(json(answer).path("detail").asText()).isNotEmpty();
      }
      assertThat(testServer.get("/d/2015/brev").statusCode()).isEqualTo(200);
    }
    assertThat(title("Short: again").statusCode()).isEqualTo(200);
    assertThat(testServer.get("/d/2015/brev").body()).contains("Short: again");
  }

  private HttpResponse<String> title(String words) {
    TrackedSection title =
        testServer
            .library()
            .documents()
            .find(new DocumentId("2015/brev"))
            .orElseThrow()
            .sections()
            .getFirst();
    return testServer.send(
        "PUT",
        "/api/v1/sections/" + title.section().id().value() + "/translation",
        "{\"markdown\":\"" + words + "\"}",
        "Content-Type",
        "application/json",
        "If-Match",
        tag(title));
  }

  private TrackedSection section() {
    return testServer.section("2015/brev", "14 dager");
  }

  private String id() {
    return section().section().id().value();
  }

  private String path(String rest) {
    return "/api/v1/sections/" + id() + rest;
  }

  private HttpResponse<String> put(String what, String body, String tag) {
    return testServer.send(
        "PUT", path(what), body, "Content-Type", "application/json", "If-Match", tag);
  }

  private static String tag(TrackedSection section) {
    return "\"" + section.version() + "\"";
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
