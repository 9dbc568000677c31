package no.speil.web.admin;

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

class ProgressPageTest {
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
    List<Element> rows = page("/progress").select(".chart tbody tr");
    assertThat(rows).hasSizeGreaterThan(16);
    for (Element row : rows) {
      String href = row.expectFirst("th a").attr("href");
      var found = new ObjectMapper().readTree(testServer.get("/api/v1" + href).body());
      assertThat(row.expectFirst(".count").text()).as(href).isEqualTo(found.path("total").asText());
    }
  }

  @Test
  void yearsComeInTheirOrderAndOldOnesTogether() {
    List<String> years =
        page("/progress").select(".chart").getFirst().select("th[scope=row]").eachText();
    assertThat(years).startsWith("2015", "2009", "2008").endsWith("until 1995").hasSize(16);
  }

  @Test
  void theMostFrequentKindIsTheLongestBar() {
    Element kinds = page("/progress").select(".chart").getLast();
    assertThat(kinds.select("th[scope=row]").getFirst().text()).isEqualTo("vedtak & svar");
    assertThat(kinds.select("rect").eachAttr("width")).startsWith("100.0").doesNotContain("0.0");
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
