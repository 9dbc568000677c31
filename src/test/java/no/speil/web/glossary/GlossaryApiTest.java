package no.speil.web.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryApiTest {
  private static final String PATH = "/api/v1/glossary";
  private static final String GLOSSARY = GlossaryArchive.GLOSSARY;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    GlossaryArchive.write(folder);
    testServer = TestServer.again(folder);
  }

  @Test
  void entriesComeWithTheirUseAndWhatIsToBeKnownOfThem() throws IOException {
    JsonNode answer = JSON.readTree(testServer.get(PATH).body());
    assertThat(answer.path("total").asInt()).isEqualTo(5);
    assertThat(answer.path("entries").get(0))
        .isEqualTo(
            JSON.readTree(
                """
                {"line": 2, "norwegian": "digital samling", "english": "digital collection",
                 "note": "vedtatt", "known": false,
                 "usage": {
                   "kept": {"sections": 2, "query": "no:digital-samling en:digital-collection"},
                   "broken": {"sections": 1, "query": "no:digital-samling -en:digital-collection"}}}
                """));
    assertThat(answer.path("contradictions"))
        .isEqualTo(
            JSON.readTree("[{\"kind\": \"norwegian\", \"term\": \"styre\", \"lines\": [5, 6]}]"));
    assertThat(answer.path("proposals").findValuesAsText("english")).contains("closed");
    assertThat(etag(testServer.get(PATH))).isEqualTo("\"%s\"".formatted(text(answer, "version")));
    assertThat(JSON.readTree(testServer.get(PATH + "?q=open").body()).path("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void aQueryHoldsAsManyTranslationsAsItHasRoomFor() throws IOException {
    var many = new StringBuilder("styre\t" + "b".repeat(200) + "\n");
    for (int i = 1; i <= 80; i++) {
      many.append("styre\tboard%d\n".formatted(i));
    }
    many.append("styre\tboard\n");
    Files.writeString(folder.resolve("glossary.tsv"), many);
    JsonNode entries = JSON.readTree(testServer.get(PATH).body()).path("entries");
    for (JsonNode entry : entries) {
      for (JsonNode found : entry.path("usage")) {
        assertThat(text(found, "query").length()).isBetween(200, 512);
      }
    }
    JsonNode board = entries.get(81).path("usage");
    assertThat(board.at("/kept/sections").asInt()).isEqualTo(1);
    assertThat(text(board.path("broken"), "query")).startsWith("no:styre -en:board -en:bbb");
  }

  @Test
  void entriesAreAddedChangedAndTakenAway() throws IOException {
    HttpResponse<String> added =
        send("POST", PATH, tag(), Map.of("norwegian", "rett", "english", "right", "note", "lov"));
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(JSON.readTree(added.body()).path("line").asInt()).isEqualTo(8);
    assertThat(file()).isEqualTo(GLOSSARY + "\r\nrett\tright\tlov\r\n");
    HttpResponse<String> changed =
        send("PUT", PATH + "/8", etag(added), Map.of("norwegian", "rett", "english", "just"));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(file()).isEqualTo(GLOSSARY + "\r\nrett\tjust\r\n");
    HttpResponse<String> removed =
        testServer.send("DELETE", PATH + "/8", null, "If-Match", etag(changed));
    assertThat(removed.statusCode()).isEqualTo(204);
    assertThat(etag(removed)).isEqualTo(tag());
    assertThat(file()).isEqualTo(GLOSSARY + "\r\n");
  }

  @Test
  void anOldVersionIsRefusedWithWhatToDo() throws IOException {
    String seen = tag();
    String outside = GLOSSARY + "\nny\tnew\n";
    Files.writeString(folder.resolve("glossary.tsv"), outside);
    for (HttpResponse<String> answer :
        List.of(
            send("POST", PATH, seen, Map.of("norwegian", "rett", "english", "right")),
            send("PUT", PATH + "/4", seen, Map.of("norwegian", "rett", "english", "right")),
            testServer.send("DELETE", PATH + "/4", null, "If-Match", seen))) {
      assertThat(answer.statusCode()).isEqualTo(409);
      JsonNode problem = JSON.readTree(answer.body());
      assertThat(text(problem, "type")).isEqualTo("/help#glossary-changed");
      assertThat(text(problem, "detail")).contains("load it again").contains("nothing was written");
    }
    assertThat(file()).isEqualTo(outside);
  }

  @Test
  void whatCannotBeDoneSaysWhatToDo() throws IOException {
    assertThat(detail(send("POST", PATH, tag(), Map.of("norwegian", "rett")), 400))
        .isEqualTo("A term has two sides: write both the Norwegian and the English one.");
    assertThat(
            detail(
                send("POST", PATH, tag(), Map.of("norwegian", "rett\n", "english", "a\tb")), 400))
        .contains("take out tabs and line breaks");
    assertThat(
            detail(send("PUT", PATH + "/1", tag(), Map.of("norwegian", "a", "english", "b")), 400))
        .contains("load the glossary again");
    assertThat(detail(testServer.send("POST", PATH, "{}", "Content-Type", "application/json"), 428))
        .contains("send If-Match with the glossary's ETag");
    assertThat(testServer.send("DELETE", PATH + "/x", null, "If-Match", tag()).statusCode())
        .isEqualTo(404);
    assertThat(file()).isEqualTo(GLOSSARY);
  }

  @Test
  void whoIsNotSignedInMayNotWrite() throws IOException {
    String[] headers = {
      "If-Match", tag(), "Authorization", "none", "Content-Type", "application/json"
    };
    String body = JSON.writeValueAsString(Map.of("norwegian", "rett", "english", "right"));
    assertThat(testServer.send("POST", PATH, body, headers).statusCode()).isEqualTo(401);
    assertThat(testServer.send("PUT", PATH + "/4", body, headers).statusCode()).isEqualTo(401);
    assertThat(testServer.send("DELETE", PATH + "/4", null, headers).statusCode()).isEqualTo(401);
    assertThat(file()).isEqualTo(GLOSSARY);
  }

  @Test
  void whoMayOnlyReadMayNotWrite() throws IOException {
    String seen = tag();
    testServer.close();
    testServer = TestServer.again(folder, TestServer.settings("127.0.0.1", 0, null, "kari", true));
    assertThat(testServer.get(PATH).statusCode()).isEqualTo(200);
    Map<String, String> body = Map.of("norwegian", "rett", "english", "right");
    assertThat(send("POST", PATH, seen, body).statusCode()).isEqualTo(403);
    assertThat(send("PUT", PATH + "/4", seen, body).statusCode()).isEqualTo(403);
    assertThat(testServer.send("DELETE", PATH + "/4", null, "If-Match", seen).statusCode())
        .isEqualTo(403);
    assertThat(file()).isEqualTo(GLOSSARY);
  }

  private HttpResponse<String> send(
      String method, String path, String seen, Map<String, String> body) throws IOException {
    return testServer.send(
        method,
        path,
        JSON.writeValueAsString(body),
        "Content-Type",
        "application/json",
        "If-Match",
        seen);
  }

  private static String detail(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    return text(JSON.readTree(answer.body()), "detail");
  }

  private String tag() {
    return etag(testServer.get(PATH));
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private String file() throws IOException {
    return Files.readString(folder.resolve("glossary.tsv"));
  }
}
