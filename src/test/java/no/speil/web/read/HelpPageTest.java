package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.speil.search.query.ExpressionParser;
import no.speil.search.query.NoticeCollector;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The help page, beside the archive that comes with the program. */
class HelpPageTest {
  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    for (String side : new String[] {"archive", "translations"}) {
      copy(Path.of(side), folder.resolve(side));
    }
    testServer = TestServer.again(folder);
  }

  @Test
  void everyExampleIsUnderstoodWhole() {
    for (String lang : new String[] {"en", "nb"}) {
      List<Element> examples = page("/help?lang=" + lang).selectFirst(".terms").select("dt");
      assertThat(examples).hasSize(21);
      for (Element example : examples) {
        var notices = new NoticeCollector();
        assertThat(ExpressionParser.parse(example.text(), notices)).isPresent();
        assertThat(notices.toList()).as(example.text()).isEmpty();
        assertThat(page(example.select("a").attr("href")).select("#q").val())
            .isEqualTo(example.text());
      }
    }
  }

  @Test
  void everyExampleOfTheShippedArchiveFindsSomething() {
    List<Element> links = page("/search").select(".examples a");
    assertThat(links).hasSize(4);
    for (Element link : links) {
      assertThat(page(link.attr("href")).select(".hit")).as(link.text()).isNotEmpty();
    }
  }

  @Test
  void translatorsAreToldOfKeysMarkdownAndChangesAndReadersAreNot() {
    for (String lang : List.of("en", "nb")) {
      Document help = page("/help?lang=" + lang);
      assertThat(help.select("#translating")).hasSize(1);
      assertThat(
              help.select("h2#translating ~ h3 + dl").stream()
                  .map(each -> each.select("dt").size()))
          .startsWith(4, 10);
      assertThat(help.select("dt kbd").eachText()).contains("Alt ↵", "Alt I", "e", "r");
    }
    assertThat(
            Jsoup.parse(testServer.get("/help", TestServer.asReader()).body())
                .select("#translating, kbd:contains(Alt)"))
        .isEmpty();
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

  private static Document page(String path) {
    return Jsoup.parse(testServer.get(path).body());
  }
}
