package no.speil.web.read;

import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page names, it leads to. */
class OnwardLinksTest {
  @Served private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    write("archive/mappe æ/datert.md", "---\ndate: i fjor\n---\n\nTekst.\n");
    write("glossary.tsv", "bare ett\n");
    testServer.library().sync().look();
  }

  @Test
  void theFootOfAPageSaysOnWhichBuildItRuns() {
    assertThat(page(testServer, "/help").select("footer .program").text())
        .isEqualTo("Runs on Speil dev");
  }

  @Test
  void aProblemLeadsToItsDocument() {
    Document problems = page(testServer, "/problems");
    Element line = problems.select("li:contains(i fjor)").getFirst();
    assertThat(line.select(".place a").text()).isEqualTo("archive/mappe æ/datert.md");
    assertThat(page(testServer, line.select(".place a").attr("href")).select("h1").text())
        .isEqualTo("datert");
    assertThat(problems.select(".place:contains(glossary.tsv) a")).isEmpty();
  }

  @Test
  void guessedPairsLeadToWhereTheyArePutRight() throws IOException {
    write("archive/gjett.md", "# Brev\n\nEn setning til.\n\nEnda en setning her.\n");
    write("translations/gjett.md", "# Letter\n\nTBD.\n");
    testServer.library().sync().look();
    Element link = page(testServer, "/problems").select("li:contains(gjett) .remedy a").getFirst();
    assertThat(page(testServer, link.attr("href")).select(".bead.doubtful")).hasSize(1);
  }

  @Test
  void aFolderLeadsToItsDocuments() {
    Element folderRow =
        page(testServer, "/progress").select(".line:contains(mappe æ) a").getFirst();
    assertThat(page(testServer, folderRow.attr("href")).select(".titles .t").eachText())
        .containsExactly("datert");
  }

  @Test
  void aDocumentLeadsWritersToItsWork() {
    String href = page(testServer, "/d/2015/brev").select(".reader a[href^=/queue]").attr("href");
    assertThat(page(testServer, href).select("article h2 a").eachText())
        .isNotEmpty()
        .containsOnly("Letter to the board");
    String spaced =
        page(testServer, "/d/mappe%20%C3%A6/datert").select(".reader a[href^=/queue]").attr("href");
    assertThat(page(testServer, spaced).select("article h2 a").eachText()).containsOnly("datert");
  }

  @Test
  void readersAreNotLedToWork(@TempDir Path other) {
    var reading = TestServer.settings("127.0.0.1", 0, null, "kari", true);
    try (TestServer readers =
        TestServer.copyOf(Path.of("src/test/cases/letters"), other, reading)) {
      assertThat(page(readers, "/d/2015/brev").select("a[href^=/queue]")).isEmpty();
    }
  }

  @Test
  void everyPageLeadsToTheFeed() {
    assertThat(page(testServer, "/help").select("footer a[href=/feed.atom]").text())
        .isEqualTo("Follow by feed");
  }

  private void write(String path, String text) throws IOException {
    Path file = testServer.root().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
