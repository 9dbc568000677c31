package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import no.speil.corpus.Role;
import no.speil.people.People;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Signed out in the middle of typing: one signs in, is back in the box, and nothing is lost. */
@NeedsBrowser
class SessionEndTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String TYPED = "Typed while the session ended.";

  @TempDir Path root;
  @AutoClose private TestServer testServer;
  private People people;
  private String editPage;
  private String secret;

  @BeforeEach
  void invite() {
    testServer = TestServer.copyOf("letters", root);
    people = People.of(root, Clock.systemUTC());
    people.add("kari", Role.KEEPER);
    secret = people.add("siri", Role.TRANSLATOR);
    editPage = testServer.editPage("2015/brev", "Styret");
  }

  @Test
  void whoSavesSignsInBesideTheBoxAndSavesAgain() throws IOException {
    try (Browser browser = Browser.open()) {
      typeUntilTheSessionEnds(browser);
      browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
      assertThat(browser.shows("#unsaved a", "Sign in")).isTrue();
      assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo(TYPED);
      assertThat(browser.barriers()).isEmpty();

      browser.find("#unsaved a").click();
      browser.inTheOtherWindow(
          () -> {
            signIn(browser);
            assertThat(browser.shows(".top nav a[href='/account']", "siri")).isTrue();
          });
      assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo(TYPED);
      browser.find("#again").sendKeys(Keys.ENTER);
      assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
      checkTheTextIsSaved();
    }
  }

  @Test
  void whoLoadsThePageAnewSignsInAndIsBackInTheBox() throws IOException {
    try (Browser browser = Browser.open()) {
      typeUntilTheSessionEnds(browser);
      browser.visit(editPage);
      assertThat(browser.waitsAt("/sign-in?back=")).isTrue();
      assertThat(browser.barriers()).isEmpty();
      signIn(browser);
      assertThat(browser.waitsAt("/edit/2015/brev?s=")).isTrue();
      assertThat(browser.hasFocus("markdown")).isTrue();
      assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo(TYPED);
      browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
      assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
      checkTheTextIsSaved();
      browser.visit(editPage);
      assertThat(browser.find("#kept").isDisplayed()).isFalse();
    }
  }

  @Test
  void withoutJavaScriptTheFormWaitsUntilOneHasSignedIn() throws IOException {
    try (Browser browser = Browser.withoutJavaScript()) {
      typeUntilTheSessionEnds(browser);
      browser.find("#editing button[value=save]").click();
      assertThat(browser.find("#typed").getDomProperty("value")).isEqualTo(TYPED);
      signIn(browser);
      assertThat(browser.shows("h1", "Signed in again")).isTrue();
      assertThat(browser.hasFocus("typed")).isTrue();
      browser.press(" And more.");
      browser.find(".entry button").click();
      assertThat(browser.waitsAt("/d/2015/brev#s-")).isTrue();
      assertThat(Files.readString(root.resolve("translations/2015/brev.md"))).contains("And more.");
      checkTheTextIsSaved();
    }
  }

  private void typeUntilTheSessionEnds(Browser browser) {
    browser.at(testServer.address()).visit("/invitation?token=" + secret);
    browser.find("#password").sendKeys(PASSWORD);
    browser.find(".entry button").click();
    assertThat(browser.shows(".top nav a[href='/account']", "siri")).isTrue();
    browser.visit(editPage);
    browser.press(Keys.chord(Keys.CONTROL, "a"), TYPED);
    people.disable("siri"); // and her sessions are over
    people.enable("siri");
  }

  private static void signIn(Browser browser) {
    browser.find("#name").sendKeys("siri");
    browser.find("#password").sendKeys(PASSWORD);
    browser.find(".entry button").click();
  }

  private void checkTheTextIsSaved() throws IOException {
    assertThat(Files.readString(root.resolve("translations/2015/brev.md"))).contains(TYPED);
  }
}
