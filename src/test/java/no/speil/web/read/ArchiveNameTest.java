package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void whereNobodyReportsErrorsHereEachSectionSaysWhomToWriteTo(@TempDir Path folder)
      throws IOException {
    try (TestServer closed = TestServer.copyOf("letters", folder, TestServer.local())) {
      closed.signedOut();
      Document without = Jsoup.parse(closed.get("/d/2015/brev").body());
      Files.copy(file, folder.resolve("archive/speil.yaml"));
      Document with = Jsoup.parse(closed.get("/d/2015/brev").body());

      assertThat(without.select(".report")).isEmpty();
      assertThat(with.select(".section-links .report"))
          .hasSameSizeAs(with.select(".section-links"))
          .allMatch(link -> link.attr("href").equals("mailto:post@example.org"));
    }
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
    testServer.library().sync().look();
    Document page = page("/problems", "en");
    assertThat(page.text()).contains("there is none called 2015/borte");
    assertThat(page.select(".bottom a").eachText()).doesNotContain("About this archive", "Contact");
    assertThat(page.expectFirst(".brand").text()).isEqualTo(testServer.archiveName());
  }

  @Test
  void permanentAddressesBeginWithTheArchivesOwn() throws IOException {
    Files.writeString(file, "url: https://stemmer.example/arkiv/\n");
    String own = "https://stemmer.example/arkiv/";
    assertThat(page("/d/2015/brev", "en").select("link[rel=canonical]").attr("href"))
        .startsWith(own + "d/2015/brev");
    for (String path :
        List.of(
            "/cite/2015/brev.txt",
            "/feed.atom",
            "/sitemap.xml",
            "/sitemap-1.xml",
            "/robots.txt",
            "/export/2015/brev.tmx")) {
      assertThat(testServer.get(path).body()).as(path).contains(own);
      assertThat(testServer.get(path).body())
          .as(path)
          .doesNotContain(testServer.address().toString());
    }
    assertThat(page("/cite?document=2015%2Fbrev", "en").text())
        .doesNotContain("nobody else can open");
    assertThat(testServer.get("/opensearch.xml").body())
        .as("what a browser searches by is this server")
        .contains(testServer.address() + "/search");
    assertThat(testServer.head("GET / HTTP/1.1", "Host: stemmer.example"))
        .as("it lets nobody in")
        .isEqualTo(403);
  }

  @Test
  void theAddressThatTheServerIsStartedWithIsTheOneToCite(@TempDir Path folder) throws IOException {
    URI told = URI.create("https://x.example");
    var settings = TestServer.settings("127.0.0.1", 0, told, "kari", false);
    try (TestServer reached = TestServer.copyOf("letters", folder, settings)) {
      Files.writeString(folder.resolve("archive/speil.yaml"), "url: https://stemmer.example\n");
      assertThat(reached.get("/cite/2015/brev.txt").body()).contains("https://x.example/d/2015");
    }
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
