package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A query typed as people type it, with the hands on the keyboard. */
@NeedsBrowser
class TypingTest {
  @TempDir Path root;

  @Test
  void whatIsTypedIsCompletedChosenByKeyAndGoneTo() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      browser.visit("/home");
      WebElement box = browser.find("#q");
      int height = browser.find("main").getSize().getHeight();
      box.sendKeys("brev til");
      assertThat(browser.shows("[role=option] span", "Brev til styret")).isTrue();
      assertThat(browser.find("main").getSize().getHeight()).isEqualTo(height);
      assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("true");
      assertThat(browser.barriers()).isEmpty();

      box.sendKeys(" st"); // the list was closed when axe took the focus
      assertThat(browser.shows("[role=option]:last-child span", "Brev til styret")).isTrue();
      box.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ARROW_UP);
      String chosen = box.getDomAttribute("aria-activedescendant");
      assertThat(browser.find("#" + chosen).getDomAttribute("aria-selected")).isEqualTo("true");
      box.sendKeys(Keys.ENTER);
      assertThat(browser.find("article.document").isDisplayed()).isTrue();
      assertThat(browser.waitsAt("/d/2015/brev#s-")).isTrue();
    }
  }

  @Test
  void aWordIsSearchedForWithAllThatWasChosenBefore() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      browser.visit("/search?q=x&state=draft");
      WebElement box = browser.find("#q");
      box.clear();
      box.sendKeys("no:sty");
      assertThat(browser.shows("[role=option]", "no:styret")).isTrue();
      browser.find("[role=option]").click();
      assertThat(browser.find(".hit").isDisplayed()).isTrue();
      assertThat(browser.isAt("/search?q=no%3Astyret&state=draft")).isTrue();
    }
  }

  @Test
  void escapeLeavesWhatWasTypedAndEnterSearchesForIt() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      browser.visit("/help");
      WebElement box = browser.find("#q");
      box.sendKeys("styr");
      assertThat(browser.shows("[role=option]", "styret")).isTrue();
      box.sendKeys(Keys.ESCAPE);
      assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("false");
      assertThat(box.getDomProperty("value")).isEqualTo("styr");
      box.sendKeys(Keys.ENTER);
      assertThat(browser.find(".summary").isDisplayed()).isTrue();
      assertThat(browser.isAt("/search?q=styr")).isTrue();
    }
  }

  @Test
  void withoutJavaScriptTheBoxIsAFormAndCorrectionsAreLinks() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.withoutJavaScript().signedIn(testServer)) {
      browser.visit("/home");
      browser.find("#q").sendKeys("stryet" + Keys.ENTER);
      assertThat(browser.find(".spelling ins").getText()).isEqualTo("styret");
      browser.find(".hit h3 a").click();
      assertThat(browser.waitsAt("/d/2015/vedtak?q=styret&hit=0#s-")).isTrue();
    }
  }
}
