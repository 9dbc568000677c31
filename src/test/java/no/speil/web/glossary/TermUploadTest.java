package no.speil.web.glossary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.exchange.term.TermFile;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.lexicon.GlossaryEntry;
import no.speil.web.TestServer;
import no.speil.web.page.PageRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terms of other programs come into the glossary, and go out of it. */
class TermUploadTest {
  @TempDir Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    TestServer.copyFiles("letters", folder);
    Files.writeString(folder.resolve("glossary.tsv"), "styret\tthe board\n");
    testServer = TestServer.again(folder);
  }

  private HttpResponse<String> upload(String name, String content) {
    return testServer.upload("/glossary/terms", Map.of(), Map.of(name, content.getBytes(UTF_8)));
  }

  private String glossary() throws IOException {
    return Files.readString(folder.resolve("glossary.tsv"));
  }

  @Test
  void aFormAddsWhatIsNewInOneWriteAndTellsTheRest() throws IOException {
    HttpResponse<String> answer =
        upload("terms.csv", "Styret,the board\nvedtak,decision,of a board\nsak,\n#merke,badge\n");
    assertThat(answer.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".notice").eachText())
        .startsWith(
            "One term added. One was there already.",
            "One entry has no pair of Norwegian and English, and was passed over: line 3.",
            "terms.csv, line 4: A line that begins with # is a comment: let the Norwegian term begin"
                + " otherwise.");
    assertThat(glossary()).isEqualTo("styret\tthe board\nvedtak\tdecision\tof a board\n");
    assertThat(page.select(".entries .pair").eachText()).anyMatch(it -> it.startsWith("vedtak"));
  }

  @Test
  void aBrokenFileAddsNothingAndItsLineIsTold() throws IOException {
    String broken =
        "<martif type=\"TBX\"><text><body>\n<termEntry><langSet xml:lang=\"no\"><tig><term>lov"
            + "</term></tig></langSet><langSet xml:lang=\"en\"><tig><term>act</term></tig>"
            + "</langSet></termEntry>\n<termEntry>";
    HttpResponse<String> answer = upload("terms.tbx", broken);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select(".notice").text())
        .startsWith("terms.tbx, line 3: The file is incomplete or damaged");
    assertThat(glossary()).isEqualTo("styret\tthe board\n");
  }

  @Test
  void programsAddTermsToo() throws IOException {
    HttpResponse<String> answer =
        testServer.sendBytes(
            "POST",
            "/api/v1/glossary/terms?name=terms.tsv",
            "lov\tact\nsak\n".getBytes(UTF_8),
            "Content-Type",
            "text/plain");
    JsonNode said = new ObjectMapper().readTree(answer.body());
    assertThat(said.path("added").asInt()).isEqualTo(1);
    assertThat(said.path("passed").path(0).asInt()).isEqualTo(2);
    assertThat(
            testServer
                .sendBytes("POST", "/api/v1/glossary/terms?name=terms.docx", new byte[] {1})
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void theGlossaryGoesOutAsTbxForEverybody() {
    HttpResponse<String> answer = testServer.signedOut().get("/glossary.tbx");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).contains("glossary.tbx"));
    assertThat(answer.body())
        .contains("<langSet xml:lang=\"nb\"><tig><term>styret</term></tig></langSet>");
  }

  @Test
  void whatIsWrittenIsReadBack() throws UnreadableFileException {
    List<GlossaryEntry> terms =
        List.of(
            new GlossaryEntry(1, "styre & stell", "board <x>", "fast"),
            new GlossaryEntry(3, "lov", "act", ""));
    String written =
        new PageRenderer().xml("glossary/tbx", new TermFileHandler.TermList("Letters", terms));
    assertThat(written).contains("<martif type=\"TBX-Basic\" xml:lang=\"en\">");
    assertThat(TermFile.read("a.tbx", written.getBytes(UTF_8)).terms())
        .extracting(GlossaryEntry::norwegian, GlossaryEntry::english, GlossaryEntry::note)
        .containsExactly(tuple("styre & stell", "board <x>", "fast"), tuple("lov", "act", ""));
  }
}
