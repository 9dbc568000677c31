package no.speil.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    testServer.library().sync().look();
  }

  @Test
  void theWholeAndEachFolderSayInNumbersHowFarTheyAre() {
    Document page = page("/progress?lang=en");
    assertThat(page.select(".meter .words")).hasSizeGreaterThan(3).allMatch(Element::hasText);
    assertThat(page.select(".line b").eachText()).contains("2015", "gammelt");
    assertThat(page.select("table")).isEmpty();
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
