package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;

/** What people come for, done as they do it. */
@NeedsBrowser
class JourneyTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/search",
          "/search?q=styret",
          "/search?q=styret&group=document",
          "/search?q=finnesikke",
          "/search?q=stryet",
          "/kwic?q=styret&sort=left",
          "/kwic?q=finnesikke",
          "/count?q=styret",
          "/count/keywords?q=styret",
          "/count/between?q=krever",
          "/count/spread?q=styret",
          "/count/collocates?q=styret&least=1",
          "/word/styret",
          "/word/finnesikke",
          "/browse",
          "/browse?by=author",
          "/browse?in=2015",
          "/d/2015/brev",
          "/d/2015/brev?view=lines",
          "/d/2015/brev?view=no",
          "/d/2015/brev?view=en",
          "/d/2015/brev?q=styret&hit=0",
          "/d/2015/kilde",
          "/cite?document=2015%2Fbrev",
          "/align/2015/brev",
          "/mark/2015/brev",
          "/edit/2015/brev",
          "/queue",
          "/queue?task=draft",
          "/progress",
          "/problems",
          "/help",
          "/nothing");

  @TempDir Path root;

  @Test
  void whatIsFoundAndReadAndMarkedIsStillMarkedAfterARestart() {
    try (Browser browser = Browser.open()) {
      String row;
      try (TestServer testServer = TestServer.copyOf("letters", root)) {
        browser.signedIn(testServer).visit("/");
        browser.find("#q").sendKeys("menneskerettigheter", Keys.ENTER);
        assertThat(browser.find(".hit .snippet[lang=en]").getText())
            .isEqualTo("Women's rights are human rights.");
        browser.find(".hit h3 a").click();
        assertThat(browser.waitsAt("/d/2015/brev?q=menneskerettigheter&hit=")).isTrue();
        row = browser.address().substring(browser.address().indexOf('#'));
        assertThat(browser.find(row + " .original").getRect().getY())
            .isEqualTo(browser.find(row + " .translation").getRect().getY());
        browser.find(row + " summary").click();
        browser.find(row + " button[value=translated]").click();
        assertThat(browser.shows(row + " summary", "Translated")).isTrue();
        assertThat(browser.isAt("/d/2015/brev" + row)).isTrue();
      }
      try (TestServer again = TestServer.again(root)) {
        browser.signedIn(again).visit("/d/2015/brev" + row);
        assertThat(browser.shows(row + " summary", "Translated")).isTrue();
      }
    }
  }

  @Test
  void marksCanBeMadeWithoutJavaScript() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.withoutJavaScript().signedIn(testServer)) {
      browser.visit("/d/2015/brev");
      String row = "#" + browser.findAll(".rows .row").get(1).getDomAttribute("id");
      browser.find(row + " > .number").click();
      browser.find(row + " summary").click();
      browser.find(row + " button[value=translated]").click();
      assertThat(browser.shows(row + " summary", "Translated")).isTrue();
      browser.find("header a[href='/account']").click();
      assertThat(browser.shows("h1", "kari")).isTrue();
      browser.find("form[action='/sign-out'] button").click();
      assertThat(browser.shows("header nav a[href^='/sign-in']", "Sign in")).isTrue();
    }
  }

  @Test
  void theBoxToStaySignedInStandsUnderThePasswordAndBesideItsWords() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().at(testServer.address())) {
      testServer.as("kari", Role.KEEPER);
      for (Runnable width : List.<Runnable>of(browser::wide, browser::narrow)) {
        width.run();
        browser.visit("/sign-in");
        Rectangle password = browser.find("#password").getRect();
        Rectangle box = browser.find("input[name=stay]").getRect();
        Rectangle words = browser.find("label:has([name=stay])").getRect();
        assertThat(box.x).isEqualTo(password.x);
        assertThat(box.width).isEqualTo(16);
        assertThat(2 * box.y + box.height).isCloseTo(2 * words.y + words.height, within(2));
      }
    }
  }

  @Test
  void keysLeadThroughTheSectionsAndLayouts() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      browser.visit("/d/2015/brev");
      browser.find("body").sendKeys("jjj");
      String row = browser.find(".row.here").getDomAttribute("id");
      browser.find("body").sendKeys("i");
      assertThat(browser.find(".row.here details").getDomAttribute("open")).isNotNull();
      browser.find("body").sendKeys("v");
      assertThat(browser.find("article.lines").isDisplayed()).isTrue();
      assertThat(browser.isAt("/d/2015/brev?view=lines#" + row)).isTrue();
      browser.find("body").sendKeys("/");
      assertThat(browser.find("#q:focus").isDisplayed()).isTrue();
    }
  }

  @Test
  void aViewAndASectionsAddressAreKeptAndLeadToTheSourceOfTheOriginal() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      browser.visit("/d/2015/kilde");
      browser.find(".views a[href*='view=en']").click();
      assertThat(browser.find("article.en").isDisplayed()).isTrue();
      String row = String.valueOf(browser.findAll(".rows .row").getFirst().getDomAttribute("id"));
      browser.visit("/s/" + row.substring("s-".length()));
      assertThat(browser.isAt("/d/2015/kilde#" + row)).isTrue();
      assertThat(browser.find(".source-notice a").getDomAttribute("href"))
          .isEqualTo("https://example.org/erklaering");
    }
  }

  @Test
  void textSavedWithoutJavaScriptIsFoundByTheNextSearch() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.withoutJavaScript().signedIn(testServer)) {
      browser.visit("/edit/2015/brev");
      browser.find("#markdown").clear();
      browser.find("#markdown").sendKeys("A zephyr of resignations.");
      browser.find("button[value=save]").click();
      assertThat(browser.find("article.document").isDisplayed()).isTrue();
      browser.visit("/search?q=zephyr");
      assertThat(browser.find(".hit .snippet[lang=en]").getText())
          .isEqualTo("A zephyr of resignations.");
    }
  }

  @Test
  void barriersWouldBeSeen() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      browser.visit("/problems");
      browser.run(
          "document.querySelector('main').insertAdjacentHTML('beforeend',"
              + " '<img src=x><p>pale</p>');"
              + "const pale = document.querySelector('main > p:last-child').style;"
              + "pale.color = '#eee'; pale.background = '#fff'");
      assertThat(browser.barriers())
          .anyMatch(it -> it.startsWith("image-alt"))
          .anyMatch(it -> it.startsWith("color-contrast"));
      assertThat(browser.barriersOfColour()).singleElement().asString().contains("pale");
    }
  }

  @Test
  void noPageHasBarriersInLightOrDarkOrIsCutOffOnATelephoneOrAtTwiceTheSize() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      for (String page : PAGES) {
        browser.narrow();
        browser.visit(page);
        assertThat(browser.overhang()).as(page + " on a telephone").isZero();
        browser.zoomed();
        assertThat(browser.overhang()).as(page + " at twice the size").isZero();
        browser.wide();
        assertThat(browser.barriers()).as(page).isEmpty();
        browser.dark();
        assertThat(browser.barriersOfColour()).as("dark " + page).isEmpty();
        browser.light();
      }
    }
  }

  @Test
  void whatIsShownAfterAnActionHasNoBarriersEither() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      browser.visit("/edit/2015/brev");
      String section =
          browser.find("#editing").getDomAttribute("action").replace("/translation", "");
      browser.find("#markdown").sendKeys(" Proposed.");
      browser.find("button[value=suggest]").click();
      assertThat(browser.find(".suggestion").isDisplayed()).isTrue();
      for (String page : List.of(section + "/history", section + "/edit", "/d/2015/brev")) {
        browser.visit(page);
        assertThat(browser.find(".suggestion, .remark").getDomProperty("textContent"))
            .contains("Proposed.");
        checkWideAndNarrow(browser, page + " with an open suggestion");
      }
      for (String page : List.of(section + "/cite", section + "?v=x")) {
        browser.visit(page);
        checkWideAndNarrow(browser, page);
      }
      browser.visit("/search?q=styret");
      browser.find(".marking summary").sendKeys(Keys.ENTER);
      browser.find(".marking button[value=translated]").sendKeys(Keys.ENTER);
      assertThat(browser.waitsAt("/search/state")).isTrue();
      checkWideAndNarrow(browser, "marked results");
    }
  }

  private static void checkWideAndNarrow(Browser browser, String state) {
    assertThat(browser.barriers()).as(state).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).as(state).isZero();
    browser.wide();
  }

  @Test
  void theTextBeginsNearTheTopOfThePage() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      for (String page : List.of("/d/2015/brev", "/d/2015/brev?view=en", "/d/2015/kilde")) {
        browser.wide();
        browser.visit(page);
        assertThat(firstParagraph(browser)).as(page).isLessThan(420);
        browser.narrow();
        browser.visit(page);
        assertThat(firstParagraph(browser)).as(page + " on a telephone").isLessThan(560);
      }
    }
  }

  private static double firstParagraph(Browser browser) {
    return Double.parseDouble(
        browser.run(
            "return document.querySelector('.rows .cell[lang] p').getBoundingClientRect().top"));
  }
}
