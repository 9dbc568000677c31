package no.speil.web;

import static no.speil.web.ApiSection.json;
import static no.speil.web.ApiSection.tag;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs mark and write, and what they are answered. */
class ApiActionTest {
  @Served private TestServer testServer;

  @Test
  void aMarkedSectionIsAnsweredWithItsNewTag() throws Exception {
    TrackedSection before = section().now();
    HttpResponse<String> answer =
        section().put("/state", "{\"state\":\"translated\"}", tag(before));
    TrackedSection now = section().now();
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
                            section().id(),
                            now.section().alignment().confidence(),
                            now.version(),
                            original,
                            translation)));
  }

  @Test
  void aTextIsSavedWithItsState() throws Exception {
    String[] ingrid = testServer.as("ingrid", Role.REVIEWER);
    String translated = "{\"markdown\":\"The board must go now.\",\"state\":\"translated\"}";
    assertThat(json(section().put("/translation", translated, tag(section().now()))).path("state"))
        .hasToString("\"translated\"");

    String reviewed = "{\"markdown\":\"The board must go.\",\"state\":\"reviewed\"}";
    HttpResponse<String> own = section().put("/translation", reviewed, tag(section().now()));
    assertThat(own.statusCode()).isEqualTo(409);
    HttpResponse<String> others =
        testServer.send(
            "PUT",
            section().path("/translation"),
            reviewed,
            "Content-Type",
            "application/json",
            "If-Match",
            tag(section().now()),
            ingrid[0],
            ingrid[1]);
    assertThat(json(others).path("state")).hasToString("\"reviewed\"");
  }

  @Test
  void anOlderVersionIsAnsweredWithBaseTheirsAndMine() throws Exception {
    String seen = tag(section().now());
    section().put("/translation", "{\"markdown\":\"Theirs.\"}", seen);
    HttpResponse<String> answer =
        testServer.send(
            "PUT",
            section().path("/translation"),
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
    assertThat(answer.headers().firstValue("etag")).hasValue(tag(section().now()));
    assertThat(problem.path("type").asText()).isEqualTo("/help#stale-version");
    assertThat(problem.path("base").path("version").asText()).isEqualTo(seen.replace("\"", ""));
    assertThat(problem.path("base").path("translation").asText())
        .isEqualTo("The board must go. We demand an answer within 14 days.");
    assertThat(
            problem.path("theirs").path("translation").path("blocks").path(0).path("text").asText())
        .isEqualTo("Theirs.");
    assertThat(problem.path("mine")).hasToString("{\"markdown\":\"Mine.\"}");
    assertThat(
            json(testServer.get(section().path("")))
                .path("suggestions")
                .path(0)
                .path("text")
                .asText())
        .isEqualTo("Mine.");
  }

  @Test
  void actionsCarryTheNameOfWhoeverActs() {
    String body = "{\"text\":\" Fint. \"}";
    HttpResponse<String> answer =
        testServer.send(
            "POST",
            section().path("/comments"),
            body,
            "Content-Type",
            "application/json",
            TestServer.AS,
            "Åse");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(section().now().history())
        .isEqualTo(
            List.of(
                new CommentEvent(
                    new EventSignature(TestServer.NOW, "Åse", "api", Role.KEEPER, TestServer.NOW),
                    section().now().section().id(),
                    "Fint.")));
  }

  @Test
  void aConfirmationNeedsTheVersionAndNoBody() {
    section().put("/state", "{\"state\":\"translated\"}", tag(section().now()));
    assertThat(testServer.send("POST", section().path("/confirm"), null).statusCode())
        .isEqualTo(428);
    HttpResponse<String> answer =
        testServer.send("POST", section().path("/confirm"), null, "If-Match", tag(section().now()));
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
                section().id(),
                section().now().version(),
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

  private ApiSection section() {
    return new ApiSection(testServer);
  }
}
