package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.speil.web.TestServer;
import no.speil.web.page.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The help page, beside the archive that comes with the program. */
class HelpPageTest {
  @TempDir static Path folder;
  private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    for (String side : new String[] {"archive", "translations"}) {
      copy(Path.of(side), folder.resolve(side));
    }
    testServer = TestServer.again(folder);
  }

  @AfterAll
  static void close() {
    testServer.close();
  }

  @Test
  void everyExampleFindsSomethingAndIsUnderstoodWhole() throws IOException {
    for (String lang : new String[] {"en", "nb"}) {
      List<Element> links = page("/help?lang=" + lang).select(".examples a");
      assertThat(links).hasSizeGreaterThan(18);
      for (Element link : links) {
        JsonNode answer = json("/api/v1" + link.attr("href"));
        assertThat(answer.path("query").asText()).isEqualTo(link.text());
        assertThat(answer.path("total").asInt()).as(link.text()).isPositive();
        assertThat(answer.path("notices").valueStream().map(JsonNode::asText))
            .as(link.text())
            .isSubsetOf(
                Messages.ENGLISH.of("notice.partial"), Messages.ENGLISH.of("notice.guessed_words"));
        assertThat(page(link.attr("href")).select(".hit")).as(link.text()).isNotEmpty();
      }
    }
  }

  @Test
  void examplesAreInWordsOfTheArchiveAndTheLanguageOfThePage(@TempDir Path other)
      throws IOException {
    Files.createDirectories(other.resolve("archive"));
    Files.createDirectories(other.resolve("translations"));
    Files.writeString(
        other.resolve("archive/fjord.md"),
        """
        ---
        publisher: Hardanger forlag
        authors: [Ola Fjellstad]
        ---
        # Fjordene

        Vestlandske fjorder ligger mellom bratte fjellsider og gamle fiskevær.
        """);
    Files.writeString(
        other.resolve("translations/fjord.md"),
        """
        # The fjords

        Western fjords lie between precipitous mountainsides and ancient villages.
        """);
    try (TestServer served = TestServer.again(other)) {
      String en = Jsoup.parse(served.get("/help?lang=en").body()).select(".examples").text();
      assertThat(en).contains("mountainsides", "publisher:\"Hardanger forlag\"", "doc:fjord");
      assertThat(en).doesNotContain("fiskevær");
      String nb = Jsoup.parse(served.get("/help?lang=nb").body()).select(".examples").text();
      assertThat(nb).contains("fiskevær", "author:\"Ola Fjellstad\"");
      for (String path : new String[] {"/help", "/search"}) {
        for (Element link : Jsoup.parse(served.get(path).body()).select(".examples a")) {
          assertThat(Jsoup.parse(served.get(link.attr("href")).body()).select(".hit"))
              .as(link.text())
              .isNotEmpty();
        }
      }
    }
  }

  @Test
  void everyCodeOfAnErrorLeadsToItsMeaning() {
    Document help = page("/help?lang=en");
    List<Element> codes = help.select(".codes li");
    assertThat(codes).hasSizeGreaterThan(20);
    Document errors = page("/help/errors?lang=en");
    for (Element code : codes) {
      assertThat(code.select("a").attr("href")).isEqualTo("/help/errors#" + code.id());
      assertThat(errors.getElementById(code.id())).as(code.id()).isNotNull();
    }
    assertThat(errors.expectFirst("#stale-version").text()).startsWith("412 stale-version");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static JsonNode json(String path) throws IOException {
    return new ObjectMapper().readTree(testServer.get(path, "Accept-Language", "en").body());
  }

  private static Document page(String path) {
    return Jsoup.parse(testServer.get(path).body());
  }
}
