package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a sentence is read, what says the same is marked and said. */
@NeedsBrowser
class SentenceKeysTest {
  private static final String SAID = "#counterpart";
  private static final String BOARD = "Styret må gå. – The board must go.";
  private static final String ANSWER =
      "Vi krever svar innen 14 dager. – We demand an answer within 14 days.";

  @TempDir Path root;

  @Test
  void aKeyStepsThroughTheSentencesAndAClickMarksOne() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      String id = testServer.section("2015/brev", "Styret må gå").section().id().value();
      browser.visit("/d/2015/brev#s-" + id);

      browser.find("body").sendKeys("s");
      assertThat(browser.says(SAID, BOARD)).isTrue();
      assertThat(browser.marked("sentence")).isEqualTo("Styret må gå.");
      assertThat(browser.marked("counterpart")).isEqualTo("The board must go.");
      browser.find("body").sendKeys("s");
      assertThat(browser.says(SAID, ANSWER)).isTrue();
      assertThat(browser.marked("counterpart")).isEqualTo("We demand an answer within 14 days.");
      browser.find("body").sendKeys("s");
      assertThat(browser.says(SAID, BOARD)).isTrue();

      browser
          .find(
              "#s-"
                  + testServer.section("2015/brev", "Kvinners").section().id()
                  + " .translation p")
          .click();
      assertThat(
              browser.says(
                  SAID,
                  "Women's rights are human rights. – Kvinners rettigheter er"
                      + " menneskerettigheter."))
          .isTrue();
      assertThat(browser.marked("counterpart")).startsWith("Kvinners rettigheter");
    }
  }
}
