package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alignment is put right with the keyboard alone, and with forms where scripts are off. */
@NeedsBrowser
class AlignKeysTest {
  @TempDir Path root;

  @Test
  void keysJoinConfirmAndUndo() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      browser.visit("/align/2015/brev");
      browser.find("body").sendKeys("jjj");
      String row = "#" + browser.find(".row.here").getDomAttribute("id");

      browser.find("body").sendKeys("n");

      assertThat(browser.shows(row + " .share", "2–2")).isTrue();
      assertThat(browser.shows(row + " .how", "confirmed by a person")).isTrue();
      browser.find("body").sendKeys("s");
      assertThat(browser.find(row + " select[name=original]:focus").isDisplayed()).isTrue();
      browser.find(row + " summary").sendKeys("z");
      assertThat(browser.shows(row + " .share", "1–1")).isTrue();
      browser.find("body").sendKeys("c");
      assertThat(browser.shows(row + " .how", "confirmed by a person")).isTrue();
    }
  }

  @Test
  void formsJoinWithoutJavaScript() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.withoutJavaScript().signedIn(testServer)) {
      browser.visit("/align/2015/brev");
      String row = "#" + browser.findAll(".bead").get(2).getDomAttribute("id");

      browser.find(row + " button[value=join-next]").click();

      assertThat(browser.shows(row + " .share", "2–2")).isTrue();
    }
  }
}
