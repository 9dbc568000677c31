package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The question mark shows the keys of a page, where they can be seen. */
@NeedsBrowser
class KeyListTest {
  @TempDir static Path root;
  @AutoClose private static TestServer testServer;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void open() {
    testServer = TestServer.copyOf("letters", root);
    browser = Browser.open().signedIn(testServer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home",
        "/search?q=styret",
        "/kwic?q=styret",
        "/browse",
        "/help",
        "/glossary",
        "/nothing",
        "/d/2015/brev",
        "/queue",
        "/align/2015/brev",
        "/work"
      })
  void theListIsInTheWindowAndGoesAgain(String page) {
    for (boolean narrow : List.of(false, true)) {
      if (narrow) {
        browser.narrow();
      } else {
        browser.wide();
      }
      browser.visit(page);
      browser.run("document.activeElement.blur()");
      browser.press("?");
      assertThat(browser.findAll("#key-list kbd")).hasSizeGreaterThan(1);
      assertThat(browser.outside("#key-list kbd, #key-list dd")).isEmpty();
      browser.press(Keys.ESCAPE);
      assertThat(browser.find("#key-list").isDisplayed()).isFalse();
      browser.find(".keyhelp").click();
      assertThat(browser.outside("#key-list kbd, #key-list dd")).isEmpty();
      assertThat(browser.overhang()).isZero();
    }
  }

  @Test
  void aPageSaysOnlyTheKeysThatItHas() {
    browser.wide();
    browser.visit("/browse");
    assertThat(keys()).containsExactly("/", "?");
    browser.visit("/d/2015/brev");
    assertThat(keys())
        .containsExactly(
            "j", "k", "s", "w", "q", "v", "o", "i", ".", "e", "m", "r", "c", "n", "a", "w", "/",
            "?");
    browser.visit("/align/2015/brev");
    assertThat(keys()).contains("c", "p", "n", "z").doesNotContain("v", "o");
  }

  @Test
  void aSlashLeadsToTheSearchAlsoWhereTheBoxIsOnAPageOfItsOwn() {
    browser.narrow();
    browser.visit("/browse");
    browser.press("/");
    assertThat(browser.waitsAt("/search")).isTrue();
  }

  @Test
  void theListOfTheWritingPageIsInTheWindowWideAndNarrow() {
    String editPage = testServer.editPage("2015/brev", "Styret");
    browser.wide();
    browser.visit(editPage);
    browser.press(Keys.chord(Keys.ALT, "?"));
    assertThat(browser.outside("#key-list kbd, #key-list dd")).isEmpty();
    browser.narrow();
    browser.visit(editPage);
    browser.press(Keys.chord(Keys.ALT, "?"));
    assertThat(browser.outside("#key-list kbd, #key-list dd")).isEmpty();
  }

  private static List<String> keys() {
    return browser.findAll("#key-list kbd").stream()
        .map(it -> String.valueOf(it.getDomProperty("textContent")))
        .toList();
  }
}
