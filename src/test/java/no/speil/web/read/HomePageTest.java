package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.io.TempDir;

/** The archive's front page. */
class HomePageTest {
  @Served private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    write(
        "archive/speil.yaml",
        """
        name: {nb: Norske stemmer, en: Norwegian Voices}
        description: {nb: Brev og vedtak., en: Letters and decisions.}
        publisher: Kvinnefronten
        rights: CC BY 4.0
        """);
    for (int year = 1990; year < 2010; year++) {
      write(
          "archive/gammelt/%d.md".formatted(year),
          "---\ndate: %d-05\nkind: vedtak & svar\npublisher: Laget\nsubjects: [styret]\n---\n\nTekst.\n"
              .formatted(year));
    }
    testServer.library().sync().look();
  }

  @Test
  void anEmptyArchiveSaysHowTextsComeIntoItAndToItsKeeperWhere(@TempDir Path empty)
      throws IOException {
    Files.createDirectory(empty.resolve("archive"));
    try (TestServer server = TestServer.again(empty)) {
      Document page = Jsoup.parse(server.get("/home").body());
      assertThat(page.select(".empty").text())
          .contains("speil import FOLDER --root " + server.library().archive().root())
          .contains("archive/speil.yaml");
      Document stranger = Jsoup.parse(server.get("/", "Authorization", "").body());
      assertThat(stranger.select(".empty").text())
          .contains("speil import FOLDER")
          .doesNotContain(empty.toString());
    }
  }

  @Test
  void itIsTheArchivesOwn() {
    Document page = page("/home?lang=en");
    assertThat(page.title()).isEqualTo("Norwegian Voices");
    assertThat(page.expectFirst("h1").text()).isEqualTo("Norwegian Voices");
    assertThat(page.expectFirst(".lede").text()).isEqualTo("Letters and decisions.");
    assertThat(page.select("meta[name=description]").attr("content"))
        .isEqualTo("Letters and decisions.");
    assertThat(page.select(".brand, .meter, .chart")).isEmpty();
    assertThat(page.text()).contains("Published by Kvinnefronten · CC BY 4.0");
    assertThat(page("/home?lang=nb").expectFirst("h1").text()).isEqualTo("Norske stemmer");
  }

  @Test
  void theKeepersExamplesAreOfferedElseFourThatSuitMostArchives() throws IOException {
    assertThat(page("/home?lang=en").select(".try a").eachText())
        .containsExactly(
            "translation original", "\"norwegian original\"", "trans*", "reader OR translator");
    String profile = Files.readString(testServer.root().resolve("archive/speil.yaml"));
    write("archive/speil.yaml", profile + "examples: [stemmerett, 'no:rett -en:law']\n");
    for (String path : List.of("/home", "/search")) {
      List<Element> examples = page(path).select(".try a, .examples a");
      assertThat(examples)
          .extracting(Element::text)
          .containsExactly("stemmerett", "no:rett -en:law");
      assertThat(page(examples.getLast().attr("href")).expectFirst("#q").val())
          .isEqualTo("no:rett -en:law");
    }
    write("archive/speil.yaml", profile);
  }

  @Test
  void everyWayInLeadsToWhatItCounts() {
    Document page = page("/home?lang=en");
    assertThat(page.select(".overview h2").eachText())
        .containsExactly("Year", "Kind", "Subject", "People and publishers");
    List<Element> counts = page.select(".overview .tally li");
    assertThat(counts).hasSizeGreaterThan(8);
    for (Element count : counts) {
      Document group = page(count.expectFirst("a").attr("href"));
      assertThat(group.select(".titles li").size() + "")
          .as(count.text())
          .isEqualTo(count.expectFirst("span").text());
    }
    assertThat(page.select(".overview .more").eachAttr("href"))
        .containsExactly(
            "/browse?by=year", "/browse?by=kind", "/browse?by=subject", "/browse?by=author");
    assertThat(counts.getFirst().text()).isEqualTo("2015 3");
  }

  @Test
  void theLatestTextsComeByTheirDatesWithBothTitles() throws IOException {
    Document page = page("/home?lang=en");
    List<Element> lines = page.select(".latest .titles li");
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst().expectFirst(".when").text()).contains("2015");
    Element letter = page.select(".titles li:has(a[href=/d/2015/brev])").getFirst();
    assertThat(letter.expectFirst("a").text()).isEqualTo("Letter to the board");
    assertThat(letter.expectFirst(".other-title").text()).isEqualTo("Brev til styret");
    assertThat(page.expectFirst(".latest .more").text()).matches("All \\d+ texts");

    write("archive/nytt.md", "---\ntitle: Nytt\ndate: 2026-11-02\n---\n\nNytt.\n");
    testServer.library().sync().look();
    assertThat(page("/home?lang=nb").select(".latest .titles li").getFirst().text())
        .isEqualTo("Nytt 2. november 2026");
    Files.delete(testServer.root().resolve("archive/nytt.md"));
    testServer.library().sync().look();
    assertThat(page("/home").select(".latest a").eachAttr("href")).doesNotContain("/d/nytt");
  }

  @Test
  void ofTextsWithoutDatesThatCameOnOneDayNoneIsTheLatest(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("archive"));
    for (int i = 1; i <= 7; i++) {
      Files.writeString(folder.resolve("archive/prove-" + i + ".md"), "Prøve " + i + ".\n");
    }
    try (TestServer imported = TestServer.again(folder)) {
      Document page = Jsoup.parse(imported.get("/home?lang=en").body());
      assertThat(page.select(".latest a").eachText())
          .containsExactly("All 7 texts", "Follow new texts by feed");
      assertThat(page.text()).doesNotContain("Latest texts");
    }
  }

  @Test
  void oneSentenceSaysHowFarItIs() {
    String honest = page("/home?lang=en").expectFirst(".honest").text();
    assertThat(honest)
        .matches("(One|None|\\d+) of \\d+ texts (is|are) fully translated.*")
        .endsWith("are marked in the text. Translation progress");
    assertThat(page("/home?lang=nb").expectFirst(".honest").text()).contains("ferdig oversatt");
  }

  @Test
  void anEmptyArchiveSaysHowToBegin(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("archive"));
    try (TestServer empty = TestServer.again(folder)) {
      Document page = Jsoup.parse(empty.get("/home").body());
      assertThat(page.expectFirst("h1").text()).isEqualTo(folder.getFileName().toString());
      assertThat(page.select(".empty li")).hasSize(3);
      assertThat(page.select(".overview, .latest, .honest, .try a")).isEmpty();
    }
  }

  private static void write(String path, String text) throws IOException {
    Path file = testServer.root().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Document page(String path) {
    return Jsoup.parse(testServer.get(path).body());
  }
}
