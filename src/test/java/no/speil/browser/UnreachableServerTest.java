package no.speil.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.record.EditEvent;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A translator saves while the server is away: nothing typed is lost, and the page stays. */
@NeedsBrowser
class UnreachableServerTest {
  private static final String TYPED = "Typed while the server was away.";
  private static final String AWAY =
      "This cannot be saved now: the server is away or busy."
          + " Your text is kept here, and Speil tries again automatically.";

  private static final String MISSING = "In the original and not in the text: 14";

  @TempDir Path root;
  @AutoClose private TestServer testServer;
  @AutoClose private Browser browser;
  private int port;
  private String editPage;

  @BeforeEach
  void typeAndTakeTheServerAway() {
    testServer = TestServer.copyOf("letters", root);
    port = testServer.port();
    editPage = testServer.editPage("2015/brev", "Styret");
    browser = Browser.open().signedIn(testServer);
    browser.visit(editPage);
    browser.press(Keys.chord(Keys.CONTROL, "a"), TYPED);
    testServer.close();
  }

  @Test
  void thePageSaysSoAndKeepsTheTextAndSavesItWhenAskedAgain() throws IOException {
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows("#unsaved", AWAY)).isTrue();
    assertThat(browser.find("#unsaved").getDomAttribute("role")).isEqualTo("alert");
    checkTheTextIsThere();
    assertThat(
            browser.shows("#checks", "The server does not answer, so the text is not checked now."))
        .isTrue();
    assertThat(browser.find("#checked").getText()).isEqualTo("Checks");
    assertThat(browser.find("#agrees").isDisplayed()).isFalse();
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();

    browser.press("!"); // from here on nothing is sent without asking
    testServer = TestServer.again(root, settings(false));
    browser.find("#again").sendKeys(Keys.ENTER);
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    checkTheTextIsSaved();
    browser.visit(editPage);
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
  }

  @Test
  void itIsTriedAgainWithoutAnybodyAsking() throws IOException {
    browser.press(Keys.chord(Keys.ALT, Keys.ENTER));
    assertThat(browser.shows("#unsaved", AWAY)).isTrue();
    testServer = TestServer.again(root, settings(false));
    assertThat(browser.leaves(editPage)).isTrue();
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    checkTheTextIsSaved();
  }

  @Test
  void whatIsTypedOnIsNotSavedBehindTheTypistsBack() throws IOException {
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows("#unsaved", AWAY)).isTrue();
    browser.press(" And");
    assertThat(
            browser.shows(
                "#unsaved",
                "Not saved yet. Your text is kept here; save it when you have finished."))
        .isTrue();
    testServer = TestServer.again(root, settings(false));
    browser.press(" more.", Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    assertThat(Files.readString(root.resolve("translations/2015/brev.md")))
        .contains(TYPED + " And more.");
    assertThat(testServer.section("2015/brev", TYPED).history())
        .filteredOn(EditEvent.class::isInstance)
        .hasSize(1);
  }

  @Test
  void theErrorPageOfAProxyIsNoAnswerEither() throws IOException {
    for (int status : new int[] {502, 503, 504}) {
      HttpServer proxy = answeringAlways(status);
      try {
        browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
        assertThat(browser.shows("#unsaved", AWAY + " (HTTP " + status + ")")).isTrue();
        checkTheTextIsThere();
      } finally {
        proxy.stop(0);
      }
    }
    testServer = TestServer.again(root, settings(false));
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    checkTheTextIsSaved();
  }

  @Test
  void whoWasSignedOutInTheMiddleOfTypingSignsInElsewhereAndTriesAgain() throws IOException {
    testServer = TestServer.again(root, settings(false));
    browser.await("fetch('/sign-out', {method: 'POST'}).then(() => arguments[0]())");
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(
            browser.shows(
                "#unsaved",
                "You are no longer signed in. Your text is kept here: sign in in another window,"
                    + " and try again. Sign in"))
        .isTrue();
    checkTheTextIsThere();
    browser.press(".");
    assertThat(
            browser.shows(
                "#checks", "You are no longer signed in, so the text is not checked now."))
        .isTrue();
    browser.press(Keys.BACK_SPACE);
    browser.await("fetch('" + testServer.signIn() + "').then(() => arguments[0]())");
    browser.find("#again").click();
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    checkTheTextIsSaved();
  }

  @Test
  void aRefusalSaysWhyAndTheTextStays() {
    testServer = TestServer.again(root, settings(true));
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows("#unsaved", "This was not saved: Read-only. Your text is kept here."))
        .isTrue();
    checkTheTextIsThere();
  }

  @Test
  void afterAReloadTheTextIsBackInTheBox() throws IOException {
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows("#unsaved", AWAY)).isTrue();
    browser.press("!"); // from here on nothing is sent without asking
    testServer = TestServer.again(root, settings(false));
    browser.visit(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo(TYPED + "!");
    assertThat(browser.shows("#checks li:first-child", MISSING)).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    checkTheTextIsSaved();
  }

  private void checkTheTextIsThere() {
    assertThat(browser.address()).isEqualTo(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo(TYPED);
    assertThat(browser.hasFocus("markdown")).isTrue();
  }

  private void checkTheTextIsSaved() throws IOException {
    assertThat(Files.readString(root.resolve("translations/2015/brev.md"))).contains(TYPED);
  }

  private ServerSettings settings(boolean readOnly) {
    return TestServer.settings("127.0.0.1", port, null, "kari", readOnly);
  }

  /** A proxy in front of a server that is away. */
  private HttpServer answeringAlways(int status) throws IOException {
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    byte[] page = "<html><body><center><h1>Bad Gateway</h1></center></body></html>".getBytes(UTF_8);
    proxy.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(status, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    proxy.start();
    return proxy;
  }
}
