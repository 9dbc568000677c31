package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HomePageTest {
  @Served private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    for (int year = 1990; year < 2010; year++) {
      write("gammelt/%d.md", "---\ndate: %d-05\nkind: vedtak & svar\n---\n\nTekst.\n", year);
    }
    testServer.library().sync().sweep();
  }

  @Test
  void everyBarIsARowThatLeadsToWhatItCounts() throws IOException {
    List<Element> rows = page("/").select(".chart tbody tr");
    assertThat(rows).hasSizeGreaterThan(16);
    for (Element row : rows) {
      String href = row.expectFirst("th a").attr("href");
      var found = new ObjectMapper().readTree(testServer.get("/api/v1" + href).body());
      assertThat(row.expectFirst(".count").text()).as(href).isEqualTo(found.path("total").asText());
    }
  }

  @Test
  void yearsComeInTheirOrderAndOldOnesTogether() {
    List<String> years = page("/").select(".chart").getFirst().select("th[scope=row]").eachText();
    assertThat(years).startsWith("2015", "2009", "2008").endsWith("until 1995").hasSize(16);
  }

  @Test
  void theMostFrequentKindIsTheLongestBar() {
    Element kinds = page("/").select(".chart").getLast();
    assertThat(kinds.select("th[scope=row]").getFirst().text()).isEqualTo("vedtak & svar");
    assertThat(kinds.select("rect").eachAttr("width")).startsWith("100.0").doesNotContain("0.0");
  }

  @Test
  void additionsChangesAndProblemsAreShown() throws IOException {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    String version = testServer.section("2015/brev", "Styret må gå").version().toString();
    testServer.post("/s/" + id + "/state", "state=translated&version=" + version);
    Files.writeString(
        testServer.root().resolve("archive/nytt.md"), "---\ntitle: [\n---\n\nNytt.\n");
    testServer.library().sync().sweep();

    Document page = page("/?lang=nb");

    assertThat(page.select("#added ~ ul a").eachAttr("href")).startsWith("/d/nytt").hasSize(6);
    assertThat(page.select("#changes ~ ul .line").getFirst().text())
        .startsWith("Brev til styret kari merket det")
        .contains("24. november 2026");
    assertThat(page.select("#changes ~ ul a").getFirst().attr("href")).isEqualTo("/s/" + id);
    assertThat(page.select("a[href=/problems]").eachText())
        .anySatisfy(text -> assertThat(text).contains("for den som steller arkivet"));
    Files.delete(testServer.root().resolve("archive/nytt.md"));
    testServer.library().sync().sweep();
    assertThat(page("/").select("#added ~ ul a").eachAttr("href")).doesNotContain("/d/nytt");
  }

  private static void write(String path, String text, int year) throws IOException {
    Path file = testServer.root().resolve("archive").resolve(path.formatted(year));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.formatted(year));
  }

  private static Document page(String path) {
    return Jsoup.parse(testServer.get(path).body());
  }
}
