package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPageTest {
  private static final String ODD = "æ ø/100 % #1? a;b+c&d=e";

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    Path odd = folder.resolve("archive").resolve(ODD + ".md");
    Path letters = Path.of("src/test/cases/letters");
    testServer = TestServer.copyOf(letters, folder, TestServer.local());
    Files.createDirectories(odd.getParent());
    Files.writeString(odd, "Et sted med merkelig navn.\n");
    Files.writeString(folder.resolve("archive/lang.md"), "Et avsnitt.\n\n".repeat(450));
    testServer.library().sync().look();
  }

  @Test
  void aSectionIsARowWithBothTextsInTheirLanguages() {
    Document page = page("/d/2015/brev");
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    Element row = page.expectFirst("#s-" + id);
    assertThat(row.select(".original[lang=nb]").text())
        .isEqualTo("Styret må gå. Vi krever svar innen 14 dager.");
    assertThat(row.select(".translation[lang=en]").text())
        .isEqualTo("The board must go. We demand an answer within 14 days.");
    assertThat(row.select(".detail").text()).startsWith("Draft · Not checked");
    assertThat(row.select("a[rel=bookmark]").attr("href")).isEqualTo("/s/" + id);
    assertThat(row.select(".number").text()).isEqualTo("2");
    assertThat(row.select(".number").attr("href")).isEqualTo("#s-" + id);
  }

  @Test
  void englishComesFirstWhereOneWishesSo() {
    for (String layout : List.of("side", "lines")) {
      Document page = page("/d/2015/brev?view=" + layout);
      assertThat(page.select(".views [aria-label='English first']").attr("href"))
          .isEqualTo("/d/2015/brev?view=" + layout + "-en");
      assertThat(page.select(".menu .swap").text()).isEqualTo("English first");
      Document swapped = page("/d/2015/brev?view=" + layout + "-en");
      assertThat(swapped.select(".document").hasClass(layout)).isTrue();
      assertThat(swapped.select(".rows .row").getFirst().select(".cell").eachAttr("lang"))
          .containsExactly("en", "nb");
      assertThat(swapped.select(".views [aria-current]").text())
          .isEqualTo(page.select(".views [aria-current]").text());
      assertThat(swapped.select(".views a:contains(Line by line)").attr("href"))
          .isEqualTo("/d/2015/brev?view=lines-en");
      assertThat(swapped.select(".views [aria-label='Norwegian first']").attr("href"))
          .isEqualTo("/d/2015/brev" + (layout.equals("side") ? "" : "?view=" + layout));
    }
    assertThat(page("/d/2015/brev?view=en").select(".views [aria-label]")).isEmpty();
  }

  @Test
  void anImportedTextWhoseOriginalChangesSaysSoThoughNobodyHasMarkedIt() throws IOException {
    Path original = folder.resolve("archive/hentet.md");
    Path translation = folder.resolve("translations/hentet.md");
    Files.writeString(original, "Opptakene er 72 år gamle.\n");
    Files.writeString(translation, "The recordings are 72 years old.\n");
    testServer.library().sync().look();
    assertThat(page("/d/hentet").select(".change")).isEmpty();

    Files.writeString(original, "Opptakene er 73 år gamle.\n");
    testServer.library().sync().look();
    assertThat(page("/d/hentet").select(".change").text())
        .isEqualTo(
            "The original has changed since it came into the archive, and nobody has checked the"
                + " translation: 72 → 73");
    assertThat(page("/search?q=freshness:stale+gamle").select(".hit")).hasSize(1);

    Files.writeString(translation, "The recordings are 73 years old.\n");
    testServer.library().sync().look();
    assertThat(page("/d/hentet").select(".change")).isEmpty();
  }

  @Test
  void aTextBeginsWithTitleAuthorDateAndKindInTheLanguageThatOneReads() {
    Element head = page("/d/2015/brev").expectFirst("article > .head");
    assertThat(head.select("h1").text()).isEqualTo("Letter to the board");
    assertThat(head.select("[lang=nb] > .other-title").text()).isEqualTo("Brev til styret");
    assertThat(head.select(".byline").text())
        .isEqualTo(
            "Kvinnegruppa 24 August 2015 letter draft translation, 1 section not translated");
    Element norwegian = page("/d/2015/brev?lang=nb").expectFirst("article > .head");
    assertThat(norwegian.select("[lang=nb] h1").text()).isEqualTo("Brev til styret");
    assertThat(norwegian.select(".byline").text()).contains("24. august 2015 brev");
    assertThat(page("/d/2015/brev?view=no").select(".head h1").text()).isEqualTo("Brev til styret");
  }

  @Test
  void aSectionSaysOnlyWhatDiffersFromItsDocument() {
    Document page = reader("/d/2015/brev");
    assertThat(page.select(".rows .note > summary").eachText()).containsOnly("Missing");
    String id = testServer.section("2015/brev", "ikke oversatt").section().id().value();
    assertThat(page.select("#s-" + id + " .inside").text())
        .startsWith("This section has not been translated.");
  }

  @Test
  void aChangeOfTheOriginalIsToldWithItsKindAndWhenItWas(@TempDir Path other) throws Exception {
    try (TestServer changed = TestServer.copyOf("letters", other)) {
      var section = changed.section("2015/brev", "Styret må gå");
      String id = section.section().id().value();
      changed.post("/s/" + id + "/state", "state=translated&version=" + section.version());
      Path file = other.resolve("archive/2015/brev.md");
      Files.writeString(file, Files.readString(file).replace("14 dager", "15 dager"));
      Element note =
          Jsoup.parse(changed.get("/d/2015/brev?lang=en", TestServer.asReader()).body())
              .expectFirst("#s-" + id + " .note .inside");
      assertThat(note.select(".change").text())
          .isEqualTo("The original has changed since this was translated: 14 → 15");
      assertThat(note.select(".change [lang=nb]").eachText()).containsExactly("14", "15");
      assertThat(note.select("p").eachText())
          .contains("A number has changed. The translation still follows the older original.")
          .anyMatch(
              said -> said.matches("Translated [^;]+ 20\\d\\d; the original was changed .* 20.*"));
    }
  }

  @Test
  void whatASectionOffersStandsBesideIt() {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    assertThat(reader("/d/2015/brev").select("#s-" + id + " .section-links a").eachText())
        .containsExactly("Copy link", "Cite", "More");
    assertThat(page("/d/2015/brev").select("#s-" + id + " .section-links a").eachText())
        .containsExactly("Copy link", "Cite", "Report", "Edit", "More");
  }

  @Test
  void eachLayoutShowsItsSides() {
    assertThat(page("/d/2015/brev?view=no").select(".rows .cell").not(".original")).isEmpty();
    assertThat(page("/d/2015/brev?view=en").select(".rows .cell").not(".translation")).isEmpty();
    assertThat(page("/d/2015/brev?view=lines").select(".rows .row").getFirst().select(".cell"))
        .hasSize(2);
    assertThat(page("/d/2015/brev?view=nonsense").select("article.side")).hasSize(1);
  }

  @Test
  void whatIsMissingIsSaidInTheReadersLanguage() {
    String id = testServer.section("2015/brev", "ikke oversatt").section().id().value();
    assertThat(page("/d/2015/brev").select("#s-" + id + " .translation").text())
        .isEqualTo("Not translated yet");
    Document norwegian = Jsoup.parse(testServer.get("/d/2015/brev?lang=nb").body());
    assertThat(norwegian.select("#s-" + id + " .translation").text())
        .isEqualTo("Ikke oversatt ennå");
    assertThat(page("/d/2015/brev?view=en").select("#s-" + id + " .translation").text())
        .isEqualTo(
            "Dette avsnittet er ikke oversatt til noe språk."
                + " Not translated yet; this is the original.");
  }

  @Test
  void anOriginalHeldElsewhereIsOneNotice() {
    Document page = page("/d/2015/kilde");
    assertThat(page.select("article a[href=https://example.org/erklaering]")).hasSize(2);
    assertThat(page.select(".source-notice a").text()).isEqualTo("example.org");
    assertThat(page.select(".rows .original")).isEmpty();
    assertThat(page.select(".views a").eachText()).containsExactly("Norwegian", "English");
    assertThat(page.select(".views a[aria-current]").text()).isEqualTo("English");
    Document norwegian = page("/d/2015/kilde?view=no");
    assertThat(norwegian.select(".rows .row")).isEmpty();
    assertThat(norwegian.select(".source-notice a").eachText())
        .containsExactly("example.org", "Read the English text here");
  }

  @Test
  void aTextWithoutTranslationIsReadInNorwegian() {
    Document page = reader("/d/lang");
    assertThat(page.select(".views a[aria-current]").text()).isEqualTo("Norwegian");
    assertThat(page.select(".byline").text()).isEqualTo("not translated");
    assertThat(page.select(".rows .note")).isEmpty();
    assertThat(page("/d/lang?view=en").select(".source-notice").text())
        .isEqualTo("This text has not been translated into English. Read the Norwegian text here");
  }

  @Test
  void aTextLeadsOnToTheOthersOfItsFolder() {
    Document page = page("/d/2015/vedtak");
    assertThat(page.select(".onward a[rel=prev]").attr("href")).isEqualTo("/d/2015/kilde");
    assertThat(page.select(".onward a[rel=next]").attr("href")).isEqualTo("/d/2015/brev");
    assertThat(page.select(".onward a[href^=/browse]").text()).isEqualTo("All in 2015");
    assertThat(page("/d/2015/kilde").select(".onward a[rel=next]").attr("href"))
        .isEqualTo("/d/2015/vedtak");
    assertThat(page("/d/2015/kilde?view=lines").select(".onward a[rel=next]").attr("href"))
        .isEqualTo("/d/2015/vedtak?view=lines");
  }

  @Test
  void everythingTheFilesSayIsShown() {
    String facts = page("/d/2015/brev").select("#about .facts").text();
    assertThat(facts)
        .contains("ID 2015/brev", "Date 24 August 2015", "Authors Kvinnegruppa")
        .contains("Translators kari", "Subjects menneskerettigheter", "arkivboks 12 B");
  }

  @Test
  void whatTheTwoTextsSayDifferentlyIsNamedByWhichSaysIt() {
    assertThat(page("/d/2015/brev").select("#about .facts dt").eachText())
        .contains("Description, original", "Description, translation", "Publisher", "Date")
        .doesNotContain("Description", "Formerly");
  }

  @Test
  void headingsSkipNoLevel() {
    int before = 0;
    for (Element heading :
        page("/d/2015/brev").select(":is(.head, .rows) :is(h1, h2, h3, h4, h5, h6)")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
      before = level;
    }
    assertThat(before).isEqualTo(3);
  }

  @Test
  void theOutlineLeadsToTheHeadings() {
    Document page = page("/d/2015/brev?view=no");
    assertThat(page.select(".outline a").eachText())
        .containsExactly("Vi melder oss ut", "Hva vi ber om");
    for (String href : page.select(".outline a").eachAttr("href")) {
      assertThat(page.getElementById(href.substring(href.indexOf('#') + 1))).isNotNull();
    }
  }

  @Test
  void aHeadingWithoutWordsHasALinkInTheOutlineThatCanBeSeen() throws IOException {
    Path file = folder.resolve("archive/tomt/brev.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# Brev\n\nStyret må gå.\n\n## ![](skip.png)\n\nVi krever svar.\n");
    assertThat(page("/d/tomt/brev").select(".outline a").eachText()).containsExactly("Brev", "–");
  }

  @Test
  void linksBetweenDocumentsLeadToTheirPages() {
    Document page = page("/d/2015/brev");
    assertThat(page.select(".rows .original a:contains(vedtaket)").attr("href"))
        .isEqualTo("/d/2015/vedtak");
    assertThat(
            Jsoup.parse(testServer.get("/d/%C3%A6%C3%B8%C3%A5/%C3%86rlig%20talt").body())
                .select(".original a:contains(brevet)")
                .attr("href"))
        .isEqualTo("/d/2015/brev");
  }

  @Test
  void commentsSayWhoSeesThem() {
    assertThat(page("/d/2015/brev").select(".remarking .hint").first().text())
        .isEqualTo("Everyone who reads the archive can see comments and suggestions.");
  }

  @Test
  void noControlCharacterStandsInAPage(@TempDir Path other) throws IOException {
    TestServer.copyFiles("letters", other);
    Files.writeString(
        other.resolve("archive/2015/rar.md"),
        "---\ntitle: \"Rar \\u001b[2J\"\nsubjects: [\"\\0a\\u0007b\"]\n---\n\nTekst.\n");
    try (TestServer odd = TestServer.again(other)) {
      assertThat(odd.get("/d/2015/rar").body().chars())
          .noneMatch(c -> c < ' ' && "\n\t\r".indexOf(c) < 0);
    }
  }

  @Test
  void picturesBesideTheTextsAreServed() {
    String address = page("/d/2015/brev").select(".original img").attr("src");
    HttpResponse<String> picture = testServer.get(address);
    assertThat(address).isEqualTo("/files/archive/2015/merke.png");
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("content-type")).hasValue("image/png");
    assertThat(testServer.get("/files/archive/2015/brev.md").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/files/.speil/lock").statusCode()).isEqualTo(404);
  }

  @Test
  void anyFileNameHasAnAddress() {
    String address = "/d/%C3%A6%20%C3%B8/100%20%25%20%231%3F%20a%3Bb%2Bc%26d%3De";
    assertThat(page("/progress").select(".line a").eachAttr("href")).contains(address);
    assertThat(page(address).select(".rows .original").text())
        .isEqualTo("Et sted med merkelig navn.");
  }

  @Test
  void aLongDocumentComesInParts() {
    Document first = page("/d/lang");
    assertThat(first.select(".row")).hasSize(200);
    assertThat(first.select("link[rel=next]").attr("href")).isEqualTo("/d/lang?from=200");
    Document last = page("/d/lang?from=400");
    assertThat(last.select(".row")).hasSize(51);
    assertThat(last.select(".paging a[rel=prev]").getFirst().attr("href"))
        .isEqualTo("/d/lang?from=200");
    String id = last.select(".row").getLast().id();
    assertThat(testServer.get("/s/" + id.substring(2)).headers().firstValue("location"))
        .hasValue("/d/lang?from=400#" + id);
    assertThat(page("/d/lang?from=99999&view=no").select(".row")).hasSize(1);
  }

  @Test
  void thePageNamesItsAddressesForSearchEngines() {
    Document page = page("/d/2015/brev?view=lines");
    String base = testServer.address().toString();
    assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(base + "/d/2015/brev");
    assertThat(page.select("link[hreflang]").eachAttr("hreflang"))
        .containsExactly("nb", "en", "x-default");
    assertThat(page.select("link[hreflang=en]").attr("href"))
        .isEqualTo(base + "/d/2015/brev?view=en");
  }

  @Test
  void aSectionsAddressLeadsToWhereItIs() {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    HttpResponse<String> answer = testServer.get("/s/" + id);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/d/2015/brev#s-" + id);
    assertThat(testServer.get("/s/0000000000").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/s/not-an-id").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home",
        "/search",
        "/search?q=styret",
        "/d/2015/brev",
        "/progress",
        "/problems",
        "/help"
      })
  void pagesSpeakBothLanguages(String path) {
    HttpResponse<String> norwegian = testServer.get(path, "Accept-Language", "nb-NO, en;q=0.5");
    assertThat(Jsoup.parse(norwegian.body()).select("html").attr("lang")).isEqualTo("nb");
    HttpResponse<String> english = testServer.get(path, "Accept-Language", "de, *;q=0.1");
    assertThat(Jsoup.parse(english.body()).select("html").attr("lang")).isEqualTo("en");
    assertThat(english.headers().firstValue("content-type")).hasValue("text/html;charset=utf-8");
  }

  @Test
  void whereTranslationLacksWhoeverMayTranslateIsLedThere() {
    Element button = page("/d/2015/vedtak").select(".head .button").getFirst();
    assertThat(button.text()).isEqualTo("Translate");
    assertThat(button.attr("href")).isEqualTo("/edit/2015/vedtak");
    assertThat(page("/d/2015/vedtak").select(".head .begin form").attr("action"))
        .isEqualTo("/d/2015/vedtak/claim");
    assertThat(page("/d/2015/kilde").select(".head .button")).isEmpty();
    assertThat(reader("/d/2015/vedtak").select(".head .button")).isEmpty();
  }

  @Test
  void aChosenLanguageIsRemembered() {
    HttpResponse<String> chosen = testServer.get("/help?lang=nb", "Accept-Language", "en");
    List<String> cookies = chosen.headers().allValues("set-cookie");
    assertThat(cookies).hasSize(1);
    assertThat(cookies.getFirst()).startsWith("speil-lang=nb").contains("HttpOnly", "SameSite=Lax");
    HttpResponse<String> later =
        testServer.get("/help", "Accept-Language", "en", "Cookie", "speil-lang=nb");
    assertThat(Jsoup.parse(later.body()).select("html").attr("lang")).isEqualTo("nb");
  }

  @Test
  void lettersSurviveTheWay() {
    HttpResponse<String> page = testServer.get("/d/%C3%A6%C3%B8%C3%A5/%C3%86rlig%20talt");
    assertThat(page.body()).contains("Ærlig talt");
    assertThat(new String(page.body().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(page.body());
  }

  @Test
  void everyLinkOfThePagesIsAnswered() {
    for (String path : List.of("/home", "/d/2015/brev", "/search?q=styret", "/progress", "/help")) {
      for (Element link : page(path).select("a[href^=/], link[href^=/], script[src]")) {
        String address = link.hasAttr("src") ? link.attr("src") : link.attr("href");
        assertThat(testServer.get(address).statusCode()).as(address).isIn(200, 303);
      }
    }
  }

  private static Document reader(String path) {
    return Jsoup.parse(testServer.get(path, TestServer.asReader()).body());
  }

  private static Document page(String path) {
    HttpResponse<String> answer = testServer.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
