package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.people.People;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A keeper invites people, and answers what waits for her. */
@NeedsBrowser
class MyWorkJourneyTest {
  private static final Actor KARI = new Actor("kari", "web");
  private static final Actor OLA = new Actor("ola", "web");

  @TempDir Path root;

  @Test
  void aKeeperInvitesSomebodyAndChangesTheirRole() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open()) {
      arrive(testServer, browser);
      browser.visit("/people");
      browser.find("#name").sendKeys("siri");
      browser.find(".invite button").click();
      assertThat(browser.shows(".notice.link b", "Send this link to siri.")).isTrue();
      assertThat(browser.find("#link").getDomProperty("value")).contains("/invitation?token=");
      assertThat(browser.find("[data-copies=link]").isDisplayed()).isTrue();
      checkWideAndNarrow(browser, "people");

      WebElement change = browser.find(".role .change");
      assertThat(change.isDisplayed()).as("nothing to change yet").isFalse();
      new Select(browser.find(".role select")).selectByValue("reviewer");
      assertThat(change.isDisplayed()).isTrue();
      checkWideAndNarrow(browser, "another role");
      change.click();
      assertThat(browser.shows(".invite + section th", "Name")).isTrue();
      assertThat(people(testServer).find("siri").orElseThrow().role()).isEqualTo(Role.REVIEWER);
      assertThat(browser.find(".role .change").isDisplayed()).isFalse();
    }
  }

  @Test
  void whatWaitsIsAnsweredOneByOneAlsoWithoutJavaScript() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.withoutJavaScript()) {
      waiting(testServer);
      arrive(testServer, browser);
      browser.visit("/work");
      answer(browser);
      assertThat(section(testServer).markdown(Side.TRANSLATION)).isEqualTo("The board has to go.");
      assertThat(section(testServer).comments().getLast().text()).isEqualTo("@ola: Yes.");
    }
  }

  @Test
  void onesWorkFitsWideAndNarrowByDayAndByNight() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open()) {
      waiting(testServer);
      arrive(testServer, browser);
      browser.visit("/work");
      checkWideAndNarrow(browser, "my work");
      browser.visit("/work"); // folded again
      browser.find(".reply summary").click();
      browser.find(".reply textarea:focus").sendKeys("Yes!");
      assertThat(browser.find(".reply textarea").getDomProperty("value")).endsWith(" Yes!");
      checkWideAndNarrow(browser, "an answer");
      browser.dark();
      assertThat(browser.barriersOfColour()).isEmpty();
      browser.light();
      browser.visit("/work");
      answer(browser);
    }
  }

  private static void answer(Browser browser) {
    browser.find("#question .reply summary").click();
    browser.find("#question textarea").sendKeys("Yes.");
    browser.find("#question .reply button").click();
    assertThat(browser.shows(".top nav [href='/work']", "My work 1")).isTrue();
    browser.find("#suggestion button[value=accept]").click();
    assertThat(browser.shows(".top nav [href='/work']", "My work")).isTrue();
    assertThat(browser.lacks("#waiting")).isTrue();
  }

  private static void waiting(TestServer testServer) {
    SectionId id = section(testServer).section().id();
    testServer
        .library()
        .edits()
        .edit(id, "The board must go.", section(testServer).version(), KARI);
    testServer.library().edits().suggest(id, "The board has to go.", OLA);
    testServer.library().marks().comment(id, "@kari: er «må» sterkt nok?", OLA);
  }

  /** Kari comes by her invitation. */
  private static void arrive(TestServer testServer, Browser browser) {
    String secret = people(testServer).add("kari", Role.KEEPER);
    browser.at(testServer.address()).visit("/invitation?token=" + secret);
    browser.find("#password").sendKeys("correct horse battery");
    browser.find(".entry button").click();
    assertThat(browser.shows(".top nav a[href='/account']", "kari")).isTrue();
  }

  private static void checkWideAndNarrow(Browser browser, String what) {
    assertThat(browser.barriers()).as(what).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).as(what + ", narrow").isZero();
    assertThat(browser.barriers()).as(what + ", narrow").isEmpty();
    browser.wide();
  }

  private static People people(TestServer testServer) {
    return People.of(testServer.root(), Clock.systemUTC());
  }

  private static TrackedSection section(TestServer testServer) {
    return testServer.section("2015/brev", "Styret må");
  }
}
