package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long text as its readers see it: numbers, menus and marks are where they belong. */
@NeedsBrowser
class ReadingLayoutTest {
  private static final String LONG = "/d/2020/lang";

  @TempDir static Path root;
  private static TestServer testServer;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    TestServer.copyOf("letters", root).close();
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
    for (String name : List.of("2020/a", "2020/z")) {
      Files.writeString(
          root.resolve("archive/" + name + ".md"), "# Menneskerettighetskommisjonens vedtekter\n");
    }
    testServer = TestServer.again(root);
    browser = Browser.open().signedIn(testServer);
  }

  @AfterAll
  static void close() {
    browser.close();
    testServer.close();
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
