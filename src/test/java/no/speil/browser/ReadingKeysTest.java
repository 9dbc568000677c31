package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.speil.messages.Messages;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** A document read with the keys, and with the mouse where there is one. */
@NeedsBrowser
class ReadingKeysTest {
  @TempDir static Path root;
  @AutoClose private static TestServer testServer;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void open() {
    testServer = TestServer.copyOf("letters", root);
    browser = Browser.open().signedIn(testServer);
  }

  @BeforeEach
  void widen() {
    browser.wide();
  }

  @Test
  void oGoesToTheOtherLanguageAtTheSamePlace() {
    browser.visit("/d/2015/brev");
    press("jjjj");
    String row = here();
    press("o");
    assertThat(browser.find("article.no").isDisplayed()).isTrue();
    assertThat(browser.isAt("/d/2015/brev?view=no#" + row)).isTrue();
    press("o");
    assertThat(browser.find("article.en").isDisplayed()).isTrue();
    assertThat(browser.isAt("/d/2015/brev?view=en#" + row)).isTrue();
  }

  @Test
  void whoeverWritesCommentsAndEditsWithKeys() {
    browser.visit("/d/2015/brev");
    press("jj");
    String row = here();
    press("n");
    assertThat(browser.find("#" + row + " .remarking textarea:focus").isDisplayed()).isTrue();
    browser.visit("/progress");
    browser.visit("/d/2015/brev#" + row);
    press("e");
    assertThat(browser.hasFocus("markdown")).isTrue();
  }

  @Test
  void aLayoutChosenWithTheMouseKeepsThePlaceReadTo() {
    browser.narrow();
    browser.visit("/d/2015/brev");
    String row = browser.findAll(".rows .row").get(3).getDomAttribute("id");
    browser.run("scrollTo({top: 0, behavior: 'instant'})");
    browser.find(".views a[href*='view=no']").click();
    assertThat(browser.isAt("/d/2015/brev?view=no")).isTrue();
    browser.visit("/d/2015/brev");
    browser.run(
        "scrollBy({behavior: 'instant', top:"
            + " document.getElementById('%s').getBoundingClientRect().top - innerHeight * .28})"
                .formatted(row));
    browser.find(".views a[href*='view=en']").click();
    assertThat(browser.find("article.en").isDisplayed()).isTrue();
    assertThat(browser.isAt("/d/2015/brev?view=en#" + row)).isTrue();
  }

  @Test
  void aTurnToAnotherLayoutAddsNothingToTheHistory() {
    browser.visit("/progress");
    browser.visit("/d/2015/brev");
    press("v");
    assertThat(browser.find("article.lines").isDisplayed()).isTrue();
    press("o");
    assertThat(browser.find("article.no").isDisplayed()).isTrue();
    browser.find(".views a[href*='view=en']").click();
    assertThat(browser.find("article.en").isDisplayed()).isTrue();
    browser.back();
    assertThat(browser.waitsAt("/progress")).isTrue();
  }

  @Test
  void theLayoutOneHasChosenGoesAlongFromTextToText() {
    browser.visit("/d/2015/brev");
    press("v");
    assertThat(browser.find("article.lines").isDisplayed()).isTrue();
    browser.visit("/browse");
    browser.find(".titles a.t[href='/d/2015/brev']").click();
    assertThat(browser.waitsAt("/d/2015/brev?view=lines")).isTrue();
    browser.find(".views a").click();
    assertThat(browser.find("article.side").isDisplayed()).isTrue();
    browser.visit("/browse");
    browser.find(".titles a.t[href='/d/2015/brev']").click();
    assertThat(browser.waitsAt("/d/2015/brev")).isTrue();
  }

  @Test
  void theBarSaysHowFarOneHasRead() {
    browser.visit("/d/2015/brev");
    int sections = browser.findAll(".rows .row").size();
    assertThat(browser.shows(".so-far", "¶ 1 of " + sections)).isTrue();
    press("jjjj");
    assertThat(browser.shows(".so-far", "¶ 3 of " + sections)).isTrue();
  }

  @Test
  void theSectionsLinkIsCopiedAndThatIsSaid() {
    browser.clipboard("granted");
    browser.visit("/d/2015/brev");
    press("jj");
    String id = here().substring("s-".length());
    press(".");
    assertThat(browser.shows("#told", "The link to the section is copied.")).isTrue();
    browser.find("#q").sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertThat(browser.find("#q").getDomProperty("value"))
        .isEqualTo(testServer.address() + "/s/" + id);
  }

  @Test
  void whereNothingMayBeCopiedTheLinkIsSelected() {
    browser.clipboard("denied");
    browser.visit("/d/2015/brev");
    press("jj");
    String id = here().substring("s-".length());
    press(".");
    assertThat(browser.hasFocus("address")).isTrue();
    assertThat(browser.run("return getSelection().toString()"))
        .isEqualTo(testServer.address() + "/s/" + id);
    assertThat(browser.shows("#told", Messages.ENGLISH.of("link.select"))).isTrue();
    assertThat(browser.barriers()).isEmpty();
    browser.press(Keys.ESCAPE);
    assertThat(browser.find("#address").isDisplayed()).isFalse();
    browser.clipboard("granted");
  }

  /** Else a text of a hundred sections has four hundred stops. */
  @Test
  void theLinksOfASectionAreStopsOnceItIsChosen() {
    browser.visit("/d/2015/brev");
    browser.run("document.querySelector('.rows .number').focus()");
    browser.press(Keys.TAB);
    assertThat(focus()).isEqualTo("number 1");
    browser.press(Keys.ENTER);
    browser.find(".rows .row:target .copy-link");
    browser.run("document.querySelector('.rows .row:target .copy-link').focus()");
    assertThat(focus()).isEqualTo("copy-link 1");
  }

  private static String focus() {
    return browser.run(
        """
        const row = document.activeElement.closest('.rows .row');
        return `${document.activeElement.className} ${[...document.querySelectorAll('.rows .row')].indexOf(row)}`""");
  }

  @Test
  void theKeysAreShownByKeyAndByMouse() {
    browser.visit("/d/2015/brev");
    press("?");
    assertThat(browser.find("dialog#key-list").isDisplayed()).isTrue();
    assertThat(browser.findAll("dialog#key-list kbd")).hasSizeGreaterThan(6);
    browser.press("j");
    assertThat(browser.run("return document.querySelectorAll('.here').length")).isEqualTo("0");
    browser.press("?");
    assertThat(browser.find("dialog#key-list").isDisplayed()).isFalse();
    browser.find(".keyhelp").click();
    assertThat(browser.find("dialog#key-list").isDisplayed()).isTrue();
    browser.find("dialog#key-list button").click();
    assertThat(browser.find("dialog#key-list").isDisplayed()).isFalse();
    press("?");
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void theOutlineStaysAtHandAndMarksWhereOneIs() {
    browser.visit("/d/2015/brev?view=no");
    String last = browser.findAll(".outline a").getLast().getDomProperty("hash");
    browser.find("body").sendKeys("jjjjjjjjjjjjjj");
    assertThat(browser.find(".outline a[aria-current]").getDomProperty("hash")).isEqualTo(last);
    browser.visit("/d/2015/brev");
    assertThat(outlineIsSeen()).isEqualTo("false");
    browser.find(".outline summary").click();
    assertThat(outlineIsSeen()).isEqualTo("true");
    browser.findAll(".outline a").getLast().click();
    assertThat(browser.isAt("/d/2015/brev" + last)).isTrue();
  }

  @Test
  void onPaperThereAreBothTextsAndWhereTheyAreFrom() {
    browser.visit("/d/2015/kilde");
    browser.onPaper(true);
    for (String css : List.of(".top", ".reader", ".bottom", ".section-links", ".citation-files")) {
      assertThat(browser.find(css).isDisplayed()).as(css).isFalse();
    }
    assertThat(browser.find("#about > div > .citation").getText())
        .contains(testServer.address() + "/d/2015/kilde?v=");
    assertThat(browser.find("#about .facts").isDisplayed()).isFalse();
    assertThat(browser.find(".source-notice a").isDisplayed()).isTrue();
    assertThat(browser.find(".rows .number").isDisplayed()).isTrue();
    browser.onPaper(false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingMovesWhileAPageIsLoaded(boolean wide) throws Exception {
    if (!wide) {
      browser.narrow();
    }
    try (var parts = new PageInParts(testServer.address())) {
      for (String page :
          List.of(
              "/home",
              "/d/2015/brev",
              "/d/2015/brev?view=en",
              "/d/2015/brev?view=lines",
              "/search?q=styret")) {
        browser.visit(parts.address(page), WATCH);
        assertThat(browser.run("return moved.join('\\n')")).as(page).isEmpty();
      }
    }
  }

  /** Notes in {@code moved} which words of the page stand elsewhere than in the frame before. */
  private static final String WATCH =
      """
      var moved = [];
      const places = new Map();
      const watch = () => {
        const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
        for (let text; text = texts.nextNode();) {
          const range = document.createRange();
          range.selectNodeContents(text);
          const box = range.getClientRects()[0];
          if (!box?.width || !text.data.trim() || text.parentElement.closest('.unseen')
              || !text.parentElement.checkVisibility({visibilityProperty: true})) continue;
          const here = {x: box.left + scrollX, y: box.top + scrollY};
          const before = places.get(text) ?? here;
          if (Math.hypot(here.x - before.x, here.y - before.y) > 1)
            moved.push(`${text.data.trim()} in ${text.parentElement.outerHTML} from ${before.x}, ${before.y} to ${here.x}, ${here.y}`);
          places.set(text, here);
        }
        requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
      """;

  /** A row is painted as far as it has come. */
  @Test
  void nothingMovesWhenTheLastOfARowArrives() {
    for (String page : List.of("/d/2015/brev", "/d/2015/brev?view=lines", "/d/2015/brev?view=no")) {
      browser.visit(page);
      assertThat(
              browser.run(
                  """
                  const row = document.querySelector('.rows .row');
                  const place = () => row.querySelector('.cell').getBoundingClientRect().left;
                  const whole = place();
                  row.querySelector('.section-links').remove();
                  return place() - whole;"""))
          .as(page)
          .isEqualTo("0");
    }
  }

  @Test
  void linesAreAsLongAsIsGoodToRead() {
    for (String page : List.of("/d/2015/brev", "/d/2015/brev?view=lines", "/d/2015/brev?view=no")) {
      browser.visit(page);
      String characters =
          browser.run(
              """
              const cell = document.querySelector('.rows .original[lang] p');
              cell.textContent = 'Styret har ikke oppfylt sin plikt til å rådføre seg med medlemmene før vedtaket ble fattet. '.repeat(40);
              const height = parseFloat(getComputedStyle(cell).lineHeight);
              return Math.round(cell.textContent.length / (cell.getBoundingClientRect().height / height))""");
      assertThat(Integer.parseInt(characters)).as(page).isBetween(60, 75);
    }
  }

  /** Asked of the browser itself, which knows what style unfolds. */
  private static String outlineIsSeen() {
    return browser.run(
        "const box = document.querySelector('.outline li:last-child a').getBoundingClientRect();"
            + "return document.querySelector('.outline li:last-child a').checkVisibility()"
            + " && box.top >= 0 && box.bottom <= innerHeight");
  }

  private static void press(String keys) {
    browser.find("body").sendKeys(keys);
  }

  private static String here() {
    return String.valueOf(browser.find(".row.here").getDomAttribute("id"));
  }
}
