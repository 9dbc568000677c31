package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** A long text as its readers see it: numbers, menus and marks are where they belong. */
@NeedsBrowser
class ReadingLayoutTest {
  private static final String LONG = "/d/2020/lang";

  @TempDir static Path root;
  @AutoClose private static TestServer testServer;
  @AutoClose private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    TestServer.copyFiles("letters", root);
    for (String folder : List.of("archive/2020", "translations/2020")) {
      boolean original = folder.startsWith("archive");
      String sections =
          IntStream.rangeClosed(1, 55)
              .mapToObj(
                  i ->
                      (original ? "## Del %d\n\nTekst %d." : "## Part %d\n\nText %d.")
                          .formatted(i, i))
              .collect(Collectors.joining("\n\n"));
      Path file = root.resolve(folder + "/lang.md");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          (original ? "# Lang tekst" : "# Long text")
              + "\n\n---\n\n***\n\n<!-- hidden -->\n\n"
              + sections
              + "\n");
    }
    Files.writeString(
        root.resolve("archive/2020/merket.md"),
        "# Merket\n\n## Om styret\n\n| Navn | År |\n|---|---|\n| Kari | 2015 |\n\nDe krever 14 ting.\n\nStyret må gå.\n\n> Kort.\n");
    Files.writeString(
        root.resolve("translations/2020/merket.md"),
        "# Marked\n\n## About the board\n\n| Name | Year |\n|---|---|\n| Kari | 2015 |\n\n"
            + "They demand 15 things.\n\n```\nprint(42)\n```\n\n> Short.\n");
    for (String name : List.of("2020/a", "2020/z")) {
      Files.writeString(
          root.resolve("archive/" + name + ".md"),
          "---\ndate: 2020\n---\n\n# Menneskerettighetskommisjonens vedtekter\n\nOm vedtekter.\n");
    }
    testServer = TestServer.again(root);
    browser = Browser.open().signedIn(testServer);
  }

  @BeforeEach
  void widen() {
    browser.wide();
  }

  @Test
  void everyNumberStandsAtTheFirstLineOfItsSection() {
    browser.visit(LONG);
    assertThat(
            browser.run(
                """
                const middle = it => (it.top + it.bottom) / 2;
                const first = node => {
                  const range = document.createRange();
                  range.selectNodeContents(node);
                  return range.getClientRects()[0];
                };
                return [...document.querySelectorAll('.rows .row:has(.original :is(p, h2))')].filter(row =>
                  Math.abs(middle(first(row.querySelector('.number')))
                    - middle(first(row.querySelector('.original :is(p, h2)')))) > 8)
                  .map(row => row.querySelector('.number').textContent).join()"""))
        .isEmpty();
    assertThat(browser.findAll(".rows .row")).hasSizeGreaterThan(100);
  }

  @Test
  void whatIsHiddenInTheTextHasNoRow() {
    browser.visit(LONG);
    assertThat(
            browser.run(
                "return [...document.querySelectorAll('.rows .row')]"
                    + ".filter(row => !row.querySelector('.cell > *')).length"))
        .isEqualTo("0");
    assertThat(browser.find("article").getDomProperty("innerHTML")).doesNotContain("hidden --");
  }

  @Test
  void whatIsTheSameInBothLanguagesStandsOnceOnATelephone() {
    String shownTwice =
        """
        return [...document.querySelectorAll('.rows .row')]
          .map(row => [...row.querySelectorAll('.cell')].filter(cell => cell.offsetParent))
          .filter(cells => cells.length == 2 && cells[0].innerHTML == cells[1].innerHTML).length""";
    browser.visit(LONG);
    assertThat(browser.run(shownTwice)).isEqualTo("2");
    browser.narrow();
    assertThat(browser.run(shownTwice)).isEqualTo("0");
    assertThat(browser.run("return document.querySelectorAll('.cell hr').length > 2"))
        .isEqualTo("true");
  }

  @Test
  void numbersOfShortSectionsDoNotLieOnEachOther() {
    browser.visit(LONG);
    assertThat(
            browser.run(
                """
                const boxes = [...document.querySelectorAll('.rows .number')].slice(0, 4)
                  .map(it => it.getBoundingClientRect());
                return boxes.every((it, at) => it.height >= 24
                  && (at === 0 || it.top >= boxes[at - 1].bottom - 1))"""))
        .isEqualTo("true");
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void everyMenuOpensInTheWindow() {
    for (String language : List.of("nb", "en")) {
      for (boolean narrow : List.of(false, true)) {
        if (narrow) {
          browser.narrow();
        } else {
          browser.wide();
        }
        browser.visit(LONG + "?lang=" + language);
        for (var menu : browser.findAll(".reader .menu > summary")) {
          if (menu.isDisplayed()) {
            menu.click();
            assertThat(browser.outside(".reader .menu[open] > :not(summary)"))
                .as(language + menu.getText() + narrow)
                .isEmpty();
          }
        }
      }
    }
    browser.visit("/?lang=en");
  }

  @Test
  void onATelephoneTheBarOfAReaderIsOneLine() {
    browser.narrow();
    for (String language : List.of("en", "nb")) {
      browser.visit(LONG + "?lang=" + language);
      assertThat(
              browser.run(
                  """
                  document.querySelector('.reader > .menu:not(.wide-only, .narrow-only)').remove(); // Work
                  const shown = [...document.querySelectorAll('.reader a, .reader summary')].filter(it => it.offsetWidth && !it.closest('.menu li'));
                  return new Set(shown.map(it => it.getBoundingClientRect().top)).size"""))
          .as(language)
          .isEqualTo("1");
    }
  }

  @Test
  void onATelephoneTheBarLeadsToDownloadSearchAndPrint() {
    browser.narrow();
    browser.visit(LONG + "?lang=en");
    WebElement more = browser.findAll(".reader details.narrow-only > summary").getFirst();
    more.click();
    assertThat(browser.findAll(".reader details.narrow-only li"))
        .extracting(WebElement::getText)
        .containsExactly("English first", "Cite", "Download", "Search in this text", "Print");
    browser.findAll(".reader details.narrow-only a[href='#within']").getFirst().click();
    assertThat(browser.isAt(LONG + "?lang=en#within")).isTrue();
    assertThat(browser.outside("#within")).isEmpty();
    assertThat(browser.lacks(".reader details[open]")).isTrue();
    assertThat(browser.overhang()).isZero();
  }

  @Test
  void lineByLineBothTextsAreAsBlackAndTheTitleStaysWhereItIs() {
    browser.visit(LONG);
    String title = titlePlace();
    browser.visit(LONG + "?view=lines");
    assertThat(titlePlace()).isEqualTo(title);
    assertThat(colour(".rows .translation")).isEqualTo(colour(".rows .original"));
    assertThat(
            browser.run(
                "const rows = document.querySelector('.rows').getBoundingClientRect();"
                    + "const page = document.querySelector('.flow').parentElement.getBoundingClientRect();"
                    + "return Math.abs((rows.left - page.left) - (page.right - rows.right)) < 2"))
        .as("centred, as one language alone")
        .isEqualTo("true");
  }

  @Test
  void numbersDoNotShowBesideTheBarThatStays() {
    browser.visit(LONG);
    browser.run("scrollTo({top: 900, behavior: 'instant'})");
    assertThat(
            browser.run(
                """
                const bar = document.querySelector('.reader').getBoundingClientRect();
                const shadow = getComputedStyle(document.querySelector('.reader')).boxShadow;
                return bar.top === 0 && shadow !== 'none'"""))
        .isEqualTo("true");
  }

  @Test
  void theOtherLanguageIsAtTheTopOfATelephoneToo() {
    browser.narrow();
    for (String page : List.of("/", "/search?q=del", LONG, "/queue")) {
      browser.visit(page);
      assertThat(browser.outside(".top nav a[hreflang]")).as(page).isEmpty();
      assertThat(browser.overhang()).as(page).isZero();
    }
  }

  @Test
  void theLinksOfASectionWrapOnATelephone() {
    browser.narrow();
    String id = testServer.section("2020/lang", "Tekst 20.").section().id().value();
    browser.visit(LONG + "?lang=nb#s-" + id);
    List<String> outside = browser.outside(".row:target .section-links a");
    long overhang = browser.overhang();
    browser.visit("/?lang=en");
    assertThat(outside).isEmpty();
    assertThat(overhang).isZero();
  }

  @Test
  void theLinksOfASectionCoverNoMark() {
    browser.visit("/d/2020/merket");
    assertThat(
            browser.run(
                """
                const row = document.querySelector('.row:has(.waiting)');
                row.classList.add('here');
                const links = row.querySelector('.section-links').getBoundingClientRect();
                const seen = it => {
                  const box = it.getBoundingClientRect();
                  return document.elementFromPoint(box.left + 5, box.top + box.height / 2) === it;
                };
                return [...row.querySelectorAll('.section-links a')].every(seen) && links.top >= row.querySelector('summary').getBoundingClientRect().bottom"""))
        .isEqualTo("true");
  }

  @Test
  void inAConcordanceTheTitleEndsBeforeTheWords() {
    browser.visit("/kwic?q=vedtekter");
    assertThat(
            browser.run(
                """
                const title = document.querySelector('.kwic th:has(a)');
                const end = title.querySelector('a').getBoundingClientRect().right;
                const year = title.querySelector('.year').getBoundingClientRect();
                return end < year.left && year.right <= title.getBoundingClientRect().right"""))
        .isEqualTo("true");
  }

  @Test
  void whereThereIsNoTextWhatIsSaidOfItStandsInItsPlace() {
    browser.visit("/d/2015/kilde?view=no");
    assertThat(
            browser.run(
                """
                const left = css => document.querySelector(css).getBoundingClientRect().left;
                return left('.source-notice') - left('.reader')"""))
        .isEqualTo("0");
  }

  @Test
  void onPaperThereAreMarksAndALegendAndNothingThatIsForScreens() {
    browser.visit("/d/2020/merket");
    assertThat(browser.findAll(".note .inside")).isNotEmpty();
    assertThat(browser.find(".mark-legend").isDisplayed()).isFalse();
    browser.onPaper(true);
    for (boolean narrow : List.of(false, true)) {
      if (narrow) {
        browser.narrow();
      } else {
        browser.wide();
      }
      for (String css : List.of(".inside", ".files", ".search-within", ".claim", ".unmarked")) {
        assertThat(browser.hides(css)).as(css).isTrue();
      }
      assertThat(browser.find(".notice-missing .note > summary").getText()).isEqualTo("Missing");
      assertThat(browser.find(".mark-legend").getText())
          .isEqualTo(
              "Added: The translator added this. It is not in the original."
                  + " Missing: This section has not been translated.");
      assertThat(style(".row.heading", "breakAfter")).isEqualTo("avoid");
      assertThat(style(".row:has(table)", "breakInside")).isEqualTo("auto");
      assertThat(style(".row:has(table) tr", "breakInside")).isEqualTo("avoid");
      assertThat(style(".row pre", "padding")).isEqualTo("0px");
      assertThat(style(".row.text:not(:has(table, pre))", "breakInside")).isEqualTo("avoid");
    }
    browser.onPaper(false);
  }

  private static String style(String css, String property) {
    return browser.run(
        "return getComputedStyle(document.querySelector('%s')).%s".formatted(css, property));
  }

  @Test
  void theNextTextIsInTheWindowOfASmallTelephone() {
    browser.narrow();
    browser.visit(LONG);
    browser.run("document.querySelector('.onward').style.width = '280px'");
    assertThat(
            browser.run(
                "const it = document.querySelector('.onward'); return it.scrollWidth - it.clientWidth"))
        .isEqualTo("0");
  }

  private static String titlePlace() {
    return browser.run(
        "const it = document.querySelector('h1'); const box = it.getBoundingClientRect();"
            + "return [box.left, box.top, getComputedStyle(it).color].join()");
  }

  private static String colour(String css) {
    return browser.run(
        "return getComputedStyle(document.querySelector('%s')).color".formatted(css));
  }
}
