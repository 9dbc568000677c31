package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The desk as a translator has it in a browser. */
class EditPageBrowserTest {
  @TempDir Path root;
  @TempDir Path profile;
  private TestServer testServer;
  private Browser browser;
  private String desk;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", root);
    desk = "/s/" + testServer.section("2015/brev", "Styret").section().id() + "/edit";
    browser = Browser.open(profile).at(testServer.address());
    browser.visit(desk);
  }

  @AfterEach
  void close() {
    browser.close();
    testServer.close();
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheWindowWasClosed() {
    browser.press(Keys.chord(Keys.CONTROL, "a"), "Typed and not saved.");
    browser.close();
    browser = Browser.open(profile).at(testServer.address());
    browser.visit(desk);
    assertThat(browser.find("#kept .said").getText())
        .startsWith("You have text from ")
        .endsWith(" that was not saved.");
    assertThat(browser.find("#kept pre").getText()).isEqualTo("Typed and not saved.");
    assertThat(browser.barriers()).isEmpty();

    browser.find("[data-kept=use]").click();
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("Typed and not saved.");
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.find("article.document").isDisplayed()).isTrue();
    browser.visit(desk);
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
    assertThat(browser.find("#markdown").getText()).isEqualTo("Typed and not saved.");
  }

  @Test
  void whatIsThrownAwayIsNotOfferedAgain() {
    browser.press("More. ");
    browser.close();
    browser = Browser.open(profile).at(testServer.address());
    browser.visit(desk);
    browser.find("[data-kept=drop]").click();
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
    browser.visit(desk);
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
    assertThat(browser.find("#markdown").getText()).startsWith("The board must go.");
  }

  @Test
  void checksAndPreviewFollowTheTyping() {
    browser.press(Keys.chord(Keys.CONTROL, "a"), "The *board* must go in 15 days.");
    assertThat(
            browser.shows(
                "#checks",
                "In the original and not in the text: 14\nIn the text and not in the original: 15"))
        .isTrue();
    assertThat(browser.find("#previewed em").getText()).isEqualTo("board");
    browser.press(
        Keys.chord(Keys.CONTROL, "a"), "The board must go. We demand an answer within 14 days.");
    assertThat(browser.shows("#checks", "Nothing was found.")).isTrue();
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();
  }
}
