package no.speil.web.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A translator uploads translation memories, and finds them beside the translation. */
class MemoryPageTest {
  private static final String MEMORY =
      "<tmx version=\"1.4\"><header srclang=\"nb\"/><body>\n<tu><tuv xml:lang=\"nb\"><seg>Kvinners"
          + " rettigheter er menneskerettigheter.</seg></tuv><tuv xml:lang=\"en\"><seg>Women’s rights"
          + " are rights of all</seg></tuv></tu></body></tmx>";

  @TempDir Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", folder);
  }

  private HttpResponse<String> upload(String name, String content) {
    return testServer.upload("/memory", Map.of(), Map.of(name, content.getBytes(UTF_8)));
  }

  @Test
  void anUploadedMemoryIsKeptAndOffered() throws IOException {
    HttpResponse<String> answer = upload("C:\\tm\\../Mitt minne.tmx", MEMORY);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.body()).select(".notice").text())
        .isEqualTo("Mitt minne.tmx is kept: one text.");
    assertThat(Files.readString(folder.resolve("memory/Mitt minne.tmx"))).isEqualTo(MEMORY);
    testServer.library().memories().awaitRead();
    assertThat(page(testServer, "/memory").select(".line").text())
        .isEqualTo("Mitt minne.tmx one text");
    String id = testServer.section("2015/brev", "Kvinners").section().id().value();
    assertThat(page(testServer, "/s/" + id + "/edit").select(".remembered .by").text())
        .isEqualTo("The same original · Mitt minne.tmx");
    String matches = testServer.get("/api/v1/sections/" + id + "/memory").body();
    JsonNode match = new ObjectMapper().readTree(matches).path("matches").path(0);
    assertThat(match.path("source").asText()).isEqualTo("file");
    assertThat(match.path("file").asText()).isEqualTo("Mitt minne.tmx");
  }

  @Test
  void theArchivesOwnMemoryGoesOutBySectionAndBySentence() {
    for (String href : page(testServer, "/memory").select(".own a").eachAttr("href")) {
      assertThat(testServer.get(href).body())
          .contains("<seg>The board must go.")
          .contains("<seg>Women's rights are human rights.</seg>");
    }
  }

  @Test
  void whatCannotBeReadIsToldWithFileAndLineAndNotKept() {
    HttpResponse<String> answer = upload("halv.tmx", MEMORY.substring(0, 200));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select(".notice").text())
        .startsWith("halv.tmx, line 2: The file is incomplete or damaged");
    assertThat(folder.resolve("memory")).doesNotExist();
  }

  @Test
  void programsAddMemoriesBesideThoseOfTheSameName() throws IOException {
    HttpResponse<String> added = post("minne.tmx", MEMORY);
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(new ObjectMapper().readTree(added.body()).path("units").asInt()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(post("minne.tmx", MEMORY).body()).path("file").asText())
        .isEqualTo("minne-2.tmx");
    assertThat(post("minne.xlf", MEMORY).statusCode()).isEqualTo(400);
    assertThat(post("tysk.tmx", MEMORY.replace("\"nb\"", "\"de\"")).body())
        .contains("tysk.tmx, line 2: The file has nothing in both Norwegian");
    testServer.library().memories().awaitRead();
    assertThat(page(testServer, "/memory").select(".line").eachText())
        .containsExactly("minne-2.tmx one text", "minne.tmx one text");
  }

  private HttpResponse<String> post(String name, String content) {
    return testServer.sendBytes(
        "POST", "/api/v1/memory?name=" + name, content.getBytes(UTF_8), "Content-Type", "text/xml");
  }

  @Test
  void aFileWithoutANameOfItsOwnIsFoundAfterwards() {
    upload(".tmx", MEMORY);
    upload("\uD835\uDD04".repeat(45) + ".tmx", MEMORY);
    upload("x" + "\uD835\uDD04".repeat(45) + ".tmx", MEMORY);
    testServer.library().memories().awaitRead();
    assertThat(testServer.library().memories().files()).hasSize(3);
  }
}
