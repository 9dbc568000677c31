package no.speil.web.word;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.FormSubmission;
import no.speil.web.TestServer;
import no.speil.web.page.SiteUrls;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordPageTest {
  @TempDir private static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    TestServer.copyFiles("letters", folder);
    pair(
        "1999/a",
        "---\ndate: 1999-05\n---\n\n# En\n\nStyret kom, og styret gikk.\n\nEt hovedstyre <b>til</b>.\n",
        "---\ntranslators: [Ola Tolk]\n---\n\n# One\n\nThe board came, and the board left.\n\nOne more.\n");
    pair(
        "1999/b",
        "---\ndate: 1999-06\n---\n\n# To\n\nDet nye styret sov & drømte «\\<i>».\n\nStyret!\n",
        "---\ntranslators: [Ola Tolk]\n---\n\n# Two\n\nThe new government slept & dreamt \"\\<i>\".\n\nOh no!\n");
    pair(
        "1999/c",
        "# Tre\n\nMa\u030al? Nei, spra\u030aket er vart.\n",
        "# Three\n\nSound? No, the language is ours.\n");
    write("glossary.tsv", "styret\tthe board\tnot <committee>\nstyre\tcommittee chair\n");
    testServer = TestServer.again(folder);
    TrackedSection section = testServer.section("1999/a", "Styret kom");
    testServer
        .library()
        .marks()
        .mark(
            section.section().id(),
            State.TRANSLATED,
            section.version(),
            new Actor("Ola Tolk", "web"));
  }

  @Test
  void everyTranslationIsCountedWithItsShareAndLeadsToItsPage() {
    Document page = page("/word/styret?in=no&lang=en");
    assertThat(page.select("h1 span").attr("lang")).isEqualTo("no");
    assertThat(page.select("h1").text()).isEqualTo("styret");
    assertThat(page.select(".usage > .detail").text())
        .isEqualTo("Norwegian · 7 times in 6 sections of 4 texts · Search for it");
    assertThat(table(page, "translations").select("tbody tr").eachText())
        .containsExactly(
            "board 4", "government 1", "no known translation found 1", "not translated here 1");
    assertThat(table(page, "translations").select("th a").eachAttr("href"))
        .containsExactly("/word/board?in=en", "/word/government?in=en");
    assertThat(table(page, "translations").select("th a").eachAttr("lang"))
        .containsExactly("en", "en");
    assertThat(table(page, "translations").select("rect").eachAttr("width"))
        .containsExactly("57.1", "14.3", "14.3", "14.3");
  }

  @Test
  void thePageSpeaksNorwegianToo() {
    Document page = page("/word/styret?in=no&lang=nb");
    assertThat(page.select("html").attr("lang")).isEqualTo("nb");
    assertThat(page.select(".usage > .detail").text())
        .isEqualTo("Norsk · 7 ganger i 6 avsnitt i 4 tekster · Søk etter ordet");
    assertThat(table(page, "translations").select("tbody tr").eachText())
        .containsExactly(
            "board 4", "government 1", "fant ingen kjent oversettelse 1", "ikke oversatt her 1");
    assertThat(page.select(".says").text()).isEqualTo("2 tekster sier board én sier government");
  }

  @Test
  void examplesHaveBothWordsMarkedAndLeadToTheirSections() {
    Element first = page("/word/styret?lang=en").select(".example").getFirst();
    assertThat(first.select("mark").eachText()).containsExactly("styret", "board");
    String id = testServer.section("2015/brev", "Brev til styret").section().id().value();
    assertThat(first.select("a").attr("href")).isEqualTo("/s/" + id);
    assertThat(first.select(".snippet").eachAttr("lang")).containsExactly("nb", "en");
    Document committees = page("/word/styret?in=no&as=govern&lang=en");
    assertThat(committees.select(".example")).hasSize(1);
    assertThat(committees.select(".snippet").eachText())
        .containsExactly(
            "Det nye styret sov & drømte «<i>».", "The new government slept & dreamt \"<i>\".");
    assertThat(committees.select("#examples").text())
        .isEqualTo("Side by side: translated as “government”");
    assertThat(page("/word/styret?in=no&show=unaligned&lang=en").select(".snippet").eachText())
        .containsExactly("Styret!", "Oh no!");
  }

  @Test
  void countsAreGivenByYearTranslatorAndForm() {
    Document page = page("/word/styret?in=no&lang=en");
    assertThat(table(page, "by-year").select("tbody tr").eachText())
        .containsExactly("1999 4 board 2 government 1", "2015 3 board 2");
    assertThat(page.select(".beside").getFirst().getElementsContainingOwnText("1999"))
        .as("each year is told once")
        .hasSize(1);
    assertThat(table(page, "translators").select("tbody tr").eachText())
        .containsExactly("Ola Tolk 2 board 2");
    assertThat(page.select("#forms + ul").text()).isEqualTo("styret 7");
    assertThat(page.select("#related + ul").text()).isEqualTo("hovedstyre 1");
    assertThat(page.select("#related + ul a").attr("href")).isEqualTo("/word/hovedstyre?in=no");
  }

  @Test
  void thePageSaysWhereTheGlossaryIsNotFollowed() {
    Document page = page("/word/styret?in=no&lang=en");
    assertThat(page.select("#glossary + ul li").eachText())
        .containsExactly("styret = the board (not <committee>)", "styre = committee chair");
    assertThat(page.select(".attention").text())
        .isEqualTo("One section differs from the glossary.");
    assertThat(page.select(".attention + a").attr("href"))
        .isEqualTo("/word/styret?in=no&show=differing#examples");
    assertThat(page.select(".says").text()).isEqualTo("2 texts say board one says government");
    assertThat(page("/word/styret?in=no&show=differing&lang=en").select(".example mark").eachText())
        .containsExactly("styret", "government");
  }

  @Test
  void aLanguageThatIsNoneIsGuessed() {
    assertThat(page("/word/board?in=klingon&lang=en").select("h1 span").attr("lang"))
        .isEqualTo("en");
    assertThat(page("/word/board?lang=en").select("h1 span").attr("lang")).isEqualTo("en");
    assertThat(page("/word/STYRET?in=&lang=en").select("h1 span").attr("lang")).isEqualTo("no");
  }

  @Test
  void ofAWordThatNobodyHasThePageSaysSo() {
    Document page = page("/word/hund?lang=en");
    assertThat(page.select(".empty").text())
        .startsWith(
            "This word does not occur here. The dictionary that comes with Speil translates");
    assertThat(page.select(".empty li a").eachAttr("href")).contains("/word/dog?in=en");
    assertThat(page.select("table")).isEmpty();
    Document nothing = page("/word/finnesikkeher?lang=nb");
    assertThat(nothing.select(".empty").text()).isEqualTo("Ordet forekommer ikke. Søk etter ordet");
    assertThat(testServer.get("/word/finnesikkeher").statusCode()).isEqualTo(200);
  }

  @Test
  void severalWordsAndSmallWordsAreExplained() {
    Document page = page("/word/styret%20gikk?in=no&lang=en");
    assertThat(page.select(".empty li a").eachAttr("href"))
        .containsExactly("/word/styret?in=no", "/word/gikk?in=no");
    Document common = page("/word/og?lang=en");
    assertThat(common.select(".usage > .detail").text())
        .isEqualTo("Norwegian · 3 times in 3 sections of 3 texts · Search for it");
    assertThat(common.select(".notice").text())
        .isEqualTo("This word is so common that its translations are not counted.");
    assertThat(common.select("#translations, #related")).isEmpty();
    assertThat(common.select("#by-year")).hasSize(1);
  }

  @Test
  void whatIsTypedIsNeverMarkup() {
    String evil = SiteUrls.encode("<img src=x onerror=alert(1)>");
    for (String path : new String[] {"/word/" + evil, "/word/styret?in=no&as=" + evil}) {
      Document page = page(path);
      assertThat(page.select("img")).isEmpty();
      assertThat(page.select("main").text()).contains("<img src=x onerror=alert(1)>");
    }
    Document page = page("/word/styret?in=no");
    assertThat(page.select("main i, main committee")).isEmpty();
    assertThat(testServer.get("/word/" + "x".repeat(3000)).statusCode()).isEqualTo(200);
    assertThat(page("/word/" + "x".repeat(3000)).select("h1").text()).hasSize(512);
    assertThat(testServer.get("/word/%F0%9F%98%80").statusCode()).isEqualTo(200);
  }

  @Test
  void searchesForOneWordLeadToItsPage() {
    Document one = page("/search?q=styret&lang=en");
    assertThat(one.select("a[href='/word/styret']").getLast().text())
        .isEqualTo("About the word “styret”");
    Document two = page("/search?q=styret+kom&lang=en");
    assertThat(two.select("a:contains(About the word)")).isEmpty();
    assertThat(page("/search?q=%3Dstyret&lang=en").select("a:contains(About the word)")).isEmpty();
    assertThat(page("/search?q=spr%C3%A5k&lang=en").select("a[href='/word/spr%C3%A5k']"))
        .isNotEmpty();
  }

  @Test
  void theWordsBesideATranslationLeadToTheirPages() {
    String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    assertThat(page("/s/" + id + "/edit").select("#words dt a").eachAttr("href"))
        .contains("/word/styret?in=no");
  }

  @Test
  void programsGetTheSameCounts() throws IOException {
    JsonNode answer =
        new ObjectMapper().readTree(testServer.get("/api/v1/words/styret?in=no").body());
    assertThat(answer.path("lang").asText()).isEqualTo("no");
    assertThat(answer.path("exact").asBoolean()).isTrue();
    assertThat(answer.path("times").asInt()).isEqualTo(7);
    assertThat(answer.path("translations").findValuesAsText("form"))
        .containsExactly("board", "government");
    assertThat(answer.at("/translations/0/times").asInt()).isEqualTo(4);
    assertThat(answer.at("/unaligned").toString())
        .isEqualTo("{\"unknown\":1,\"alone\":1,\"stale\":0}");
    assertThat(answer.at("/differing/sections").asInt()).isEqualTo(1);
    assertThat(answer.at("/examples/total").asInt()).isEqualTo(4);
    assertThat(answer.at("/examples/list").findValuesAsText("text")).contains("Styret", "board");
    JsonNode nobody =
        new ObjectMapper().readTree(testServer.get("/api/v1/words/finnesikkeher").body());
    assertThat(nobody.path("times").asInt()).isZero();
    assertThat(nobody.path("exact").asBoolean()).isTrue();
  }

  @Test
  void whereItIsLookedUpTheWordThatStandsForItIsTold() throws IOException {
    String id = section("1999/b", "Det nye");
    JsonNode here = json("/api/v1/words/styret?in=no&section=" + id).path("here");
    assertThat(here.toString())
        .isEqualTo(
            "[{\"word\":{\"from\":8,\"to\":14,\"text\":\"styret\"},"
                + "\"counterpart\":{\"from\":8,\"to\":18,\"text\":\"government\"}}]");
    Element told = page("/word/styret?in=no&lang=en&section=" + id).expectFirst("#lookup");
    assertThat(told.select("h2, .kind").eachText())
        .containsExactly("styret", "noun", "verb", "noun");
    assertThat(told.select("dd.here b").text()).isEqualTo("government");
    assertThat(told.select("dd:not(.at)").eachText())
        .containsExactly(
            "government (marked)", "board 4 of 7 times", "government 1 no counterpart 1");
    assertThat(told.select(".at a").attr("href")).isEqualTo("/d/1999/b#s-" + id);
    assertThat(told.select(".ways a").eachAttr("href"))
        .containsExactly("/kwic?q=no%3Astyret", "/word/styret?in=no");
    Element norwegian = page("/word/styret?in=no&lang=nb&section=" + id).expectFirst("#lookup");
    assertThat(norwegian.select("dd:not(.at)").eachText())
        .containsExactly(
            "government (markert)", "board 4 av 7 ganger", "government 1 uten motstykke 1");
  }

  @Test
  void ofSeveralPlacesTheOneInTheAddressIsTold() {
    String id = section("1999/a", "Styret kom");
    String path = "/word/styret?in=no&section=" + id + "&at=";
    assertThat(page(path + "0").select(".here").attr("data-at")).isEqualTo("0");
    assertThat(page(path + "15").select(".here").attr("data-at")).isEqualTo("15");
    assertThat(page(path + "15").select(".here").attr("data-counterpart-at")).isEqualTo("24");
    assertThat(page(path + "x").select(".here").attr("data-at")).isEqualTo("0");
  }

  @Test
  void whereNothingStandsForItThatIsSaid() throws IOException {
    String none = section("1999/b", "Styret!");
    assertThat(page("/word/styret?in=no&lang=en&section=" + none).select(".here").text())
        .isEqualTo("No word for it in this section.");
    String untranslated = section("2015/brev", "Dette avsnittet");
    assertThat(page("/word/avsnittet?in=no&lang=en&section=" + untranslated).select(".here").text())
        .isEqualTo("not translated here");
    assertThat(
            json("/api/v1/words/avsnittet?in=no&section=" + untranslated).at("/here/0").toString())
        .endsWith("\"counterpart\":null}");
    assertThat(page("/word/og?in=no&lang=en&section=" + none).select(".here").text())
        .isEqualTo("This word is so common that its translations are not counted.");
  }

  @Test
  void aWordIsFoundInATextWhoseLettersAreDecomposed() throws IOException {
    String id = section("1999/c", "Ma");
    JsonNode here = json("/api/v1/words/språket?in=no&section=" + id).path("here");
    assertThat(here.at("/0/word").toString())
        .isEqualTo("{\"from\":11,\"to\":19,\"text\":\"spra\u030aket\"}");
    assertThat(here.at("/0/counterpart/text").asText()).isEqualTo("language");
    assertThat(json("/api/v1/words/spra%CC%8Aket?in=no&section=" + id).path("here"))
        .isEqualTo(here);
  }

  @Test
  void wordsWithAHyphenAreLookedUpWholeAndByTheirParts() {
    Element told =
        page("/word/e-post?in=no&lang=en&section=" + section("1999/b", "Styret!"))
            .expectFirst("#lookup");
    assertThat(told.select(".senses").text()).isEqualTo("email, e-mail");
    assertThat(told.select("a.each").eachText()).containsExactly("e", "post");
  }

  @Test
  void aSectionThatIsNotThereIsNoneToLookUpIn() {
    for (String path : List.of("/word/styret?section=", "/api/v1/words/styret?section=")) {
      assertThat(testServer.get(path + "zzzzzzzzzz").statusCode()).isEqualTo(404);
      assertThat(testServer.get(path + "%3Cb%3E").statusCode()).isEqualTo(404);
      assertThat(testServer.get(path).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void strangeWordsAreLookedUpAsWordsAndNotAsMarkup() throws IOException {
    String id = section("1999/b", "Det nye");
    for (String word :
        List.of("<img src=x onerror=alert(1)>", "😀", "x".repeat(6_000), "\"", "%")) {
      String path = SiteUrls.encode(word) + "?in=no&section=" + id;
      Document page = page("/word/" + path);
      assertThat(page.select("main img, main script")).as(word).isEmpty();
      assertThat(page.select("#lookup")).as(word).hasSize(1);
      assertThat(json("/api/v1/words/" + path).path("here")).as(word).isEmpty();
    }
    assertThat(testServer.get("/api/v1/words/" + "x".repeat(10_000)).statusCode()).isEqualTo(414);
  }

  @Test
  void withoutAScriptAFormLeadsToAWord() {
    Document help = page("/help?lang=en");
    assertThat(help.select("form[action=/word] label").text())
        .isEqualTo("Word, in English or Norwegian");
    assertThat(testServer.get("/word?word=+spr%C3%A5k%2F%3Cb%3E+").headers().map().get("location"))
        .containsExactly("/word/spr%C3%A5k%2F%3Cb%3E");
    assertThat(testServer.get("/word?word=").headers().map().get("location"))
        .containsExactly("/help#word");
    assertThat(page("/word/styret?in=no&lang=en").select("#headwords ~ .headword").eachText())
        .containsExactly("styre noun", "styre verb", "styr noun");
  }

  private static String section(String document, String start) {
    return testServer.section(document, start).section().id().value();
  }

  private static JsonNode json(String path) throws IOException {
    return new ObjectMapper().readTree(testServer.get(path).body());
  }

  private static Element table(Document page, String id) {
    return page.expectFirst("section[aria-labelledby=" + id + "] table");
  }

  private static Document page(String path) {
    return FormSubmission.page(testServer, path);
  }

  private static void pair(String id, String original, String translation) throws IOException {
    write("archive/" + id + ".md", original);
    write("translations/" + id + ".md", translation);
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
