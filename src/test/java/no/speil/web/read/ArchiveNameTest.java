package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an archive's name, and what else it says of itself, is shown. */
class ArchiveNameTest {
  @Served private TestServer testServer;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = testServer.root().resolve("archive/speil.yaml");
    Files.writeString(
        file,
        """
        name: {nb: Norske <stemmer>, en: Norwegian <Voices>}
        about: 2015/brev
        contact: post@example.org
        """);
  }

  @Test
  void everyPageIsTheArchives() {
    for (String path : new String[] {"/search?q=styret", "/help", "/d/2015/brev"}) {
      Document page = page(path, "en");
      assertThat(page.expectFirst(".brand").text()).as(path).isEqualTo("Norwegian <Voices>");
      assertThat(page.title()).as(path).endsWith(" – Norwegian <Voices>");
      assertThat(page(path, "nb").expectFirst(".brand").text()).isEqualTo("Norske <stemmer>");
      assertThat(page.select(".bottom a").eachAttr("href"))
          .contains("/d/2015/brev", "mailto:post@example.org");
    }
    assertThat(page("/d/2015/brev", "en").select("meta[property=og:site_name]").attr("content"))
        .isEqualTo("Norwegian <Voices>");
  }

  @Test
  void feedsSayWhoseTheyAre() {
    assertThat(testServer.get("/feed.atom?lang=nb").body())
        .contains(" – Norske &lt;stemmer&gt;</title>");
  }

  @Test
  void aWordingInAnotherLanguageSaysWhich() throws IOException {
    Files.writeString(file, "name: {nn: Norske røyster}\n");
    assertThat(page("/help", "en").expectFirst(".brand").attr("lang")).isEqualTo("nn");
    Files.writeString(file, "name: Stemmer\n");
    assertThat(page("/help", "en").expectFirst(".brand").hasAttr("lang")).isFalse();
  }

  @Test
  void aDocumentThatIsNotThereIsNotLinkedToAndListed() throws IOException {
    Files.writeString(file, "about: 2015/borte\n");
    testServer.library().sync().sweep();
    Document page = page("/problems", "en");
    assertThat(page.text()).contains("there is none called 2015/borte");
    assertThat(page.select(".bottom a").eachText()).doesNotContain("About this archive", "Contact");
    assertThat(page.expectFirst(".brand").text()).isEqualTo(testServer.archiveName());
  }

  @Test
  void theFileItselfIsNotServed() {
    assertThat(testServer.get("/files/archive/speil.yaml").statusCode()).isEqualTo(404);
  }

  private Document page(String path, String lang) {
    return Jsoup.parse(
        testServer.get(path + (path.contains("?") ? "&" : "?") + "lang=" + lang).body());
  }
}
