package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.speil.archive.LinkResultFile;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.LinkOutcome;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What readers are told of an original that is held elsewhere. */
class OriginalSourceTest {
  private static final String SOURCE = "https://example.org/erklaering";
  private static final String COPY = "https://archive.example/2016/erklaering";

  @Served private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    Path file = testServer.root().resolve("archive/2015/kilde.md");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("source:", "archived: " + COPY + "\nsource:"));
    testServer.library().sync().look();
  }

  @Test
  void aTranslationWithoutAnOriginalIsShownAsSuch() throws IOException {
    Files.writeString(
        testServer.root().resolve("translations/2015/alene.md"), "# Alone\n\nI am.\n");
    testServer.library().sync().look();
    for (String view : List.of("", "?view=no")) {
      Document page = Jsoup.parse(testServer.get("/d/2015/alene" + view).body());
      assertThat(page.select(".notice").text())
          .startsWith("The Norwegian original of this text is not in the archive.");
      assertThat(page.text()).doesNotContain("has not been translated into English");
    }
  }

  @Test
  void aSourceThatAnsweredIsWhereOneReads() {
    heard(LinkOutcome.ANSWERED, LinkOutcome.ANSWERED);

    Document page = page("");

    assertThat(page.select(".source-notice").text())
        .endsWith(
            "Not yet reviewed against the original. example.org answered on 2 November 2026.");
    assertThat(page.select(".source-notice a").eachAttr("href")).containsOnly(SOURCE);
    assertThat(page("?lang=nb").select(".facts .answer").eachText())
        .containsExactly(
            "example.org svarte 2. november 2026.", "archive.example svarte 2. november 2026.");
  }

  @Test
  void whereTheSourceIsLostTheArchivedCopyIs() {
    heard(LinkOutcome.MISSING, LinkOutcome.ANSWERED);

    Document page = page("");

    assertThat(page.select(".source-notice").text())
        .endsWith(
            "Not yet reviewed against the original."
                + " The link to example.org did not work on 2 November 2026: page not found.");
    assertThat(page.select(".source-notice a").attr("href")).isEqualTo(COPY);
    assertThat(page.select(".source-notice").text())
        .startsWith("An archived copy of the Norwegian original is at archive.example.");
  }

  @Test
  void whereTheCopyIsLostTooTheSourceIsKeptAndThatIsSaid() {
    heard(LinkOutcome.TIMEOUT, LinkOutcome.UNREACHABLE);
    assertThat(page("").select(".source-notice a").attr("href")).isEqualTo(SOURCE);
    assertThat(page("").select(".source-notice").text())
        .endsWith("The link to example.org did not work on 2 November 2026: no answer in time.");
  }

  @Test
  void nothingIsSaidOfWhatNobodyHasAskedOrCouldAsk() {
    new LinkResultFile(testServer.root()).write(List.of());
    assertThat(page("").select(".source-notice").text())
        .startsWith("The Norwegian original is at example.org.");
    assertThat(page("").select(".answer")).isEmpty();
    heard(LinkOutcome.DENIED, LinkOutcome.ANSWERED);
    assertThat(page("").select(".source-notice a").attr("href")).isEqualTo(SOURCE);
    assertThat(page("").select(".source-notice").text())
        .contains("blocked automatic requests on 2 November 2026");
  }

  private static void heard(LinkOutcome source, LinkOutcome copy) {
    Instant at = Instant.parse("2026-11-02T12:00:00Z");
    var answers = new ArrayList<LinkCheckResult>();
    answers.add(new LinkCheckResult(COPY, at, copy, 0, "", null));
    answers.add(new LinkCheckResult(SOURCE, at, source, 0, "", null));
    new LinkResultFile(testServer.root()).write(answers);
  }

  private static Document page(String query) {
    return Jsoup.parse(testServer.get("/d/2015/kilde" + query).body());
  }
}
