package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.speil.library.TestLibrary;
import no.speil.publish.StaticSite;
import no.speil.search.SearchRequest;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The static site, opened from the disk. */
@NeedsBrowser
class StaticSearchTest {
  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void publish() {
    Path root = folder.resolve("letters");
    TestServer.copyFiles("letters", root);
    var archive = new TestLibrary(root);
    archive
        .put("archive/hus.md", "# Husene\n\nDet gamle huset er solgt. «Åpne dører», sa vi.\n")
        .put(
            "translations/hus.md",
            "# The houses\n\nThe old house is sold. “Open doors”, we said.\n")
        .put("archive/avsnitt.md", "# Avsnitt\n\n" + "Dette er et møte.\n\n".repeat(30))
        .put("translations/avsnitt.md", "# Sections\n\n" + "This is a meeting.\n\n".repeat(30));
    testServer = TestServer.again(root).signedOut();
    new StaticSite(
            testServer.library().publicPart(),
            TestServer.NOW,
            testServer.address(),
            "",
            folder.resolve("site"))
        .write(false);
    browser = Browser.open().at(folder.resolve("site").toUri());
  }

  @Test
  void aWordIsFoundInAllItsFormsAndInTheOtherLanguage() {
    browser.visit("index.html");
    browser.find("#q").sendKeys("hus", Keys.ENTER);
    browser.find("article.hit");
    assertThat(marks()).contains("Husene", "huset", "house", "houses");
    assertThat(browser.find("#found p").getText()).isEqualTo("3 sections");
    search("search/index.html", "husenes");
    assertThat(browser.find("#found .notice").getText()).contains("begin alike");
    assertThat(browser.find("#found p").getText()).isEqualTo("3 sections");
    browser.find("article.hit a").click();
    assertThat(browser.find(".section-page h1").getText()).contains("The houses");
  }

  @Test
  void ofSeveralWordsEachMustBeThereHoweverItIsWritten() {
    search("nb/search/index.html", "ÅPNE dører");
    assertThat(browser.find("#found p").getText()).isEqualTo("1 avsnitt");
    assertThat(browser.find("article.hit h2").getText()).isEqualTo("Husene");
    search("nb/search/index.html", "huset møte");
    assertThat(browser.find("#found p").getText())
        .isEqualTo("Ingen avsnitt har alle disse ordene.");
    search("search/index.html", "zzz");
    assertThat(browser.find("#found p").getText()).isEqualTo("No section has all of these words.");
  }

  @Test
  void wordsThatCarryGrammarAreFoundAsTheyAreWritten() {
    search("search/index.html", "the");
    assertThat(browser.find("#found p").getText()).isEqualTo(found("the") + " sections");
    assertThat(marks()).allMatch(mark -> mark.equalsIgnoreCase("the"));
    search("search/index.html", "og");
    assertThat(browser.find("#found p").getText()).isEqualTo(found("og") + " sections");
  }

  @Test
  void moreThanAPageIsShownStepByStepAndWhatIsNotLookedUpIsSaid() {
    search("search/index.html", "meeting");
    assertThat(browser.findAll("article.hit")).hasSize(20);
    browser.find("#found button").click();
    browser.find("article.hit:nth-of-type(31)");
    search("search/index.html", "\"old house\"");
    assertThat(browser.find("#found .notice").getText()).contains("quotation marks");
    assertThat(marks()).contains("old", "house");
  }

  @Test
  void pagesHaveNoBarriersAndFitATelephone() {
    search("search/index.html", "house");
    browser.find("article.hit");
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    search("nb/search/index.html", "house");
    browser.find("article.hit");
    assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo("true");
    browser.wide();
  }

  /** How many sections the server finds. */
  private static long found(String word) {
    return testServer.library().publicPart().search().run(SearchRequest.of(word)).total();
  }

  private static void search(String page, String words) {
    browser.visit(page);
    browser.find("#q").sendKeys(words, Keys.ENTER);
    browser.find("#found p");
  }

  private static List<String> marks() {
    return browser.findAll("#found mark").stream().map(WebElement::getText).toList();
  }
}
