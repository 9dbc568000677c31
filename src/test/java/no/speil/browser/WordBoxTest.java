package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.messages.Messages;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A word is looked up where it stands. */
@NeedsBrowser
class WordBoxTest {
  private static final String BOX = "#word-box";
  private static final String WORD = "#word-box h2";
  private static final String HERE = "#word-box .here";
  private static final String RIGHTS =
      "Women's rights are human rights. – Kvinners rettigheter er menneskerettigheter.";

  @TempDir static Path root;
  @AutoClose private static TestServer testServer;
  @AutoClose private static Browser browser;
  private static String board;

  @BeforeAll
  static void open() throws IOException {
    TestServer.copyFiles("letters", root);
    Files.writeString(root.resolve("archive/tall.md"), "# Tall\n\nVi var 12 stykker.\n");
    Files.writeString(root.resolve("translations/tall.md"), "# Number\n\nThere were 13 of us.\n");
    testServer = TestServer.again(root);
    board = testServer.section("2015/brev", "Styret må gå").section().id().value();
    browser = Browser.open().at(testServer.address());
  }

  @BeforeEach
  void widen() {
    browser.wide();
    browser.visit("/d/2015/brev?lang=en");
  }

  @Test
  void aDoubleClickShowsWhatTheWordMeansAndWhatStandsForItHere() {
    long top = top();
    browser.doubleClick(original(), "svar");
    assertThat(browser.shows(HERE, "answer (marked)")).isTrue();
    assertThat(browser.find(WORD).getText()).isEqualTo("svar");
    assertThat(browser.find(BOX + " .senses").getText()).contains("answer");
    assertThat(browser.marked("looked-up")).isEqualTo("svar");
    assertThat(browser.marked("stands-for-it")).isEqualTo("answer");
    assertThat(browser.run("return CSS.highlights.has('sentence')")).isEqualTo("false");
    assertThat(browser.find("#counterpart").getDomProperty("textContent"))
        .contains("svar", "answer (marked)");
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");
    assertThat(top()).isEqualTo(top);
    assertThat(browser.find(BOX + " .ways a:last-child").getDomAttribute("href"))
        .isEqualTo("/word/svar?in=no");
    assertThat(browser.barriers()).isEmpty();
    browser.press(Keys.ESCAPE);
    assertThat(browser.find(BOX).isDisplayed()).isFalse();
    assertThat(browser.run("return CSS.highlights.size")).isEqualTo("0");
  }

  @Test
  void theBoxIsBelowItsParagraphAndNotOverTheCounterpart() {
    for (String view : List.of("", "?view=lines")) {
      browser.visit("/d/2015/brev" + view);
      browser.doubleClick(original(), "svar");
      assertThat(browser.shows(HERE, "answer (marked)")).isTrue();
      String covered =
          """
          const box = document.querySelector('#word-box').getBoundingClientRect();
          return [...document.querySelectorAll('#s-%s .cell')].filter(each => {
            const cell = each.getBoundingClientRect();
            return cell.left < box.right && cell.right > box.left
              && cell.top < box.bottom && cell.bottom > box.top;
          }).length""";
      assertThat(browser.run(covered.formatted(board))).as(view).isEqualTo("0");
      assertThat(browser.outside(BOX)).isEmpty();
    }
  }

  @Test
  void aWordOfTheTranslationIsLookedUpInItsLanguage() {
    browser.doubleClick(translation(), "answer");
    assertThat(browser.shows(HERE, "svar (marked)")).isTrue();
    assertThat(browser.marked("stands-for-it")).isEqualTo("svar");
    browser.visit("/d/2015/brev?view=en");
    browser.doubleClick(translation(), "answer");
    assertThat(browser.shows(HERE, "svar")).isTrue();
    assertThat(browser.run("return CSS.highlights.has('stands-for-it')")).isEqualTo("false");
  }

  @Test
  void ofAWordThatStandsTwiceTheOneThatIsClickedIsLookedUp() {
    String rights = testServer.section("2015/brev", "Kvinners").section().id().value();
    browser.doubleClick("#s-" + rights + " .translation", "human rights");
    assertThat(browser.shows(WORD, "rights")).isTrue();
    assertThat(browser.find(HERE).getText()).isNotEmpty();
    String start = "return [...CSS.highlights.get('looked-up')][0].startOffset";
    assertThat(browser.run(start)).isEqualTo(String.valueOf("Women's rights are human ".length()));
  }

  @Test
  void wLooksWordsUpOneAfterTheOtherAndEscapeGivesTheFocusBack() {
    browser.visit("/d/2015/brev#s-" + board);
    browser.press("jk");
    browser.press("w");
    assertThat(browser.hasFocus("word-box")).isTrue();
    assertThat(browser.marks("looked-up", "Styret")).isTrue();
    assertThat(browser.shows(HERE, "board (marked)")).isTrue();
    browser.press("w");
    assertThat(browser.marks("looked-up", "må")).isTrue();
    browser.press("W");
    assertThat(browser.marks("looked-up", "Styret")).isTrue();
    assertThat(browser.find(BOX).getDomAttribute("role")).isEqualTo("dialog");
    browser.press(Keys.ESCAPE);
    assertThat(browser.find(BOX).isDisplayed()).isFalse();
    assertThat(browser.run("return document.activeElement.className")).isEqualTo("number");
  }

  @Test
  void wLooksUpTheChosenWordAndAfterASentenceItsFirst() {
    browser.select(translation(), 4, 9);
    browser.press("w");
    assertThat(browser.marks("looked-up", "board")).isTrue();
    browser.press(Keys.ESCAPE);
    browser.run("getSelection().removeAllRanges(); location.hash = '#s-" + board + "'");
    browser.press("ss");
    assertThat(browser.marks("sentence", "Vi krever svar innen 14 dager.")).isTrue();
    browser.press("w");
    assertThat(browser.marks("looked-up", "Vi")).isTrue();
  }

  @Test
  void whereACheckHasFoundSomethingWDismissesItUnlessAWordIsChosen() {
    String id = testServer.section("tall", "Vi var").section().id().value();
    try (Browser writer = Browser.open().signedIn(testServer)) {
      writer.visit("/d/tall#s-" + id);
      writer.press("w");
      assertThat(writer.find("#s-" + id + " .dismissing[open]").isDisplayed()).isTrue();
      assertThat(writer.find(BOX).isDisplayed()).isFalse();
      writer.visit("/d/2015/brev");
      writer.visit("/d/tall#s-" + id);
      writer.select("#s-" + id + " .original", 0, 2);
      writer.press("w");
      assertThat(writer.hasFocus("word-box")).isTrue();
      assertThat(writer.marked("looked-up")).isEqualTo("Vi");
    }
  }

  @Test
  void onAPhoneALongPressOpensTheBoxAtTheFoot() {
    browser.narrow();
    browser.visit("/d/2015/brev");
    browser.longPress(translation(), "answer");
    assertThat(browser.shows(HERE, "svar (marked)")).isTrue();
    assertThat(browser.outside(BOX)).isEmpty();
    assertThat(browser.overhang()).isZero();
    String clear =
        "const box = document.querySelector('#word-box').getBoundingClientRect();"
            + "return ['looked-up', 'stands-for-it'].every(name =>"
            + " [...CSS.highlights.get(name)][0].getBoundingClientRect().bottom <= box.top)"
            + " && box.bottom === innerHeight && box.height <= .61 * innerHeight";
    assertThat(browser.run(clear)).isEqualTo("true");
    assertThat(browser.barriers()).isEmpty();
    browser.find(BOX + " .close").click();
    assertThat(browser.find(BOX).isDisplayed()).isFalse();
  }

  @Test
  void aShortTouchLooksNothingUp() {
    browser.narrow();
    browser.visit("/d/2015/brev");
    String rights = testServer.section("2015/brev", "Kvinners").section().id().value();
    browser.find("#s-" + rights + " .translation p").click();
    assertThat(browser.says("#counterpart", RIGHTS)).isTrue();
    assertThat(browser.find(BOX).isDisplayed()).isFalse();
  }

  @Test
  void whereTheServerIsAwayThatIsSaid() {
    browser.run(
        "const all = window.fetch; window.fetch = (url, ...more) =>"
            + " String(url).includes('/word/') ? Promise.reject(new Error('away')) : all(url, ...more)");
    browser.doubleClick(original(), "svar");
    assertThat(browser.shows(BOX + " .content", Messages.ENGLISH.of("lookup.away"))).isTrue();
  }

  @Test
  void withoutJavaScriptAFormLeadsToTheWord() {
    try (Browser plain = Browser.withoutJavaScript().at(testServer.address())) {
      plain.visit("/help?lang=nb");
      plain.find("#word-field").sendKeys("svar");
      plain.find(".look-up button").click();
      assertThat(plain.isAt("/word/svar")).isTrue();
      assertThat(plain.find(".senses").getText()).contains("answer");
      plain.visit("/word/svar?in=no&section=" + board);
      assertThat(plain.find("#lookup .here").getText()).isEqualTo("answer");
    }
  }

  private static String original() {
    return "#s-" + board + " .original";
  }

  private static String translation() {
    return "#s-" + board + " .translation";
  }

  private static long top() {
    return Long.parseLong(browser.run("return Math.round(scrollY)"));
  }
}
