package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.web.Served;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Text that is pasted with its formatting. */
@NeedsBrowser
class PasteTest {
  private static final String HTML =
      "<p>The <b>board</b> <a href='https://board.example/'>must go</a>.</p>";
  private static final String WORDS = "The board must go.";
  private static final String MARKDOWN = "The **board** [must go](https://board.example/).";

  @Served private TestServer testServer;
  @AutoClose private Browser browser;

  @BeforeEach
  void visit() {
    browser = Browser.open().signedIn(testServer);
    browser.visit("/s/" + testServer.section("2015/brev", "Styret").section().id() + "/edit");
    browser.press(Keys.chord(Keys.CONTROL, "a"), "So: ");
  }

  /** Whether the page leaves the paste to the browser. */
  private boolean paste(String html, String words) {
    String script =
        """
        const data = new DataTransfer();
        data.setData("text/html", arguments[0]);
        data.setData("text/plain", arguments[1]);
        return document.activeElement.dispatchEvent(new ClipboardEvent("paste",
            { clipboardData: data, bubbles: true, cancelable: true }));
        """;
    return browser.run(script, html, words).equals("true");
  }

  @Test
  void formattedTextBecomesMarkdownAndUndoneOnceThePlainWords() {
    assertThat(paste(HTML, WORDS)).isFalse();
    assertThat(browser.holds("#markdown", "So: " + MARKDOWN)).isTrue();
    browser.press(" Now.");
    assertThat(browser.holds("#markdown", "So: " + MARKDOWN + " Now.")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, "z"));
    browser.press(Keys.chord(Keys.CONTROL, "z"));
    assertThat(browser.holds("#markdown", "So: " + WORDS)).isTrue();
  }

  @Test
  void whatIsNotFormattedIsLeftToTheBrowser() {
    assertThat(paste("<meta charset=utf-8><span>" + WORDS + "</span>", WORDS)).isTrue();
    assertThat(paste("", WORDS)).isTrue();
    assertThat(paste("<b>x</b>".repeat(100_000), "x".repeat(100_000))).isTrue();
  }

  @Test
  void thePlainWordsStayWhereTheServerDoesNotAnswer() {
    testServer.close();
    assertThat(paste(HTML, WORDS)).isFalse();
    assertThat(browser.holds("#markdown", "So: " + WORDS)).isTrue();
  }

  @Test
  void nothingIsPastedWhileTheTextIsBeingSaved() {
    browser.run("window.fetch = () => new Promise(() => {})");
    browser.press(Keys.chord(Keys.CONTROL, "s"));
    paste(HTML, WORDS);
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("So: ");
  }
}
