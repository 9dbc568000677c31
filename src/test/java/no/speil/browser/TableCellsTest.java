package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A table is translated cell by cell, and its Markdown follows. */
@NeedsBrowser
class TableCellsTest {
  private static final String TEXT = "2018/tabell";
  private static final String ORIGINAL =
      """
      | **Tidsperiode** | Disk |
      |----|---:|
      | 2007–2009 | SUN 6140 (1TB) |
      | 2016–2019 | *som over* |""";
  private static final String TRANSLATION =
      ORIGINAL
          .replace("Tidsperiode", "Time period")
          .replace("Disk", "Copy on disk")
          .replace("som over", "as above");

  private static final String CELL = ".current .celled .box";

  private static final String ABOVE =
      """
      const [bar, help] = ['bar', 'help']
          .map(id => document.getElementById(id).getBoundingClientRect());
      const cell = [...document.querySelectorAll('.current .celled .box')].at(-1).getBoundingClientRect();
      return cell.top >= bar.bottom && cell.bottom <= help.top;
      """;

  @Served private TestServer testServer;
  @AutoClose private Browser browser;

  @BeforeEach
  void serve() throws IOException {
    write("archive", "---\ntitle: En tabell\n---\n\nFørst.\n\n" + ORIGINAL + "\n\nSist.\n");
    testServer.library().sync().look();
    browser = Browser.open().signedIn(testServer);
    browser.wide();
  }

  private void write(String side, String text) throws IOException {
    Path file = testServer.root().resolve(side + "/" + TEXT + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void translated(String table) throws IOException {
    write("translations", "---\ntitle: A table\n---\n\nFirst.\n\n" + table + "\n\nLast.\n");
    testServer.library().sync().look();
  }

  private void visit() {
    browser.visit(testServer.editPage(TEXT, "Tidsperiode"));
  }

  private void press(CharSequence... keys) {
    browser.press(Keys.chord(keys));
  }

  private String focus() {
    return browser.run("return document.activeElement.ariaLabel ?? document.activeElement.tagName");
  }

  private String typed() {
    return String.valueOf(browser.find("#markdown").getDomProperty("value"));
  }

  private String cell(int row, int column) {
    String label = "Row %d, column %d:".formatted(row, column);
    String css = ".current .celled .box[aria-label^='%s']".formatted(label);
    return String.valueOf(browser.find(css).getDomProperty("value"));
  }

  private String saved() {
    return testServer.section(TEXT, "Tidsperiode").markdown(Side.TRANSLATION);
  }

  @Test
  void cellsWithWordsAreWrittenOneAfterTheOtherAndSavedAsTheTable() {
    visit();
    assertThat(focus()).isEqualTo("Row 1, column 1: Tidsperiode");
    assertThat(browser.says(".at b", "¶ 2, row 1, column 1")).isTrue();
    assertThat(browser.find("#markdown").isDisplayed()).isFalse();
    assertThat(browser.find(".current .celled .follows").getText())
        .isEqualTo(
            "2 headings and 1 cell to translate. The other 3 cells have no words and are kept.");
    browser.press("**Time period**", Keys.TAB);
    assertThat(browser.says(".at b", "¶ 2, row 1, column 2")).isTrue();
    assertThat(browser.find(".current .original .here").getText()).isEqualTo("Disk");
    browser.press("Copy on disk", Keys.TAB);
    assertThat(focus()).isEqualTo("Row 3, column 2: som over");
    browser.press("*as above*");
    assertThat(typed()).isEqualTo(TRANSLATION);
    assertThat(browser.outside(".at, #editing > .buttons button")).isEmpty();
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();
    assertThat(browser.barriers()).isEmpty();
    browser.find(".to-aids").click();
    assertThat(browser.run(ABOVE)).as("the cell is seen above the help").isEqualTo("true");
    browser.press(Keys.ESCAPE);
    browser.wide();
    press(Keys.ALT, Keys.ENTER);
    assertThat(browser.says(".at b", "¶ 3")).isTrue();
    assertThat(saved()).isEqualTo(TRANSLATION);
    assertThat(browser.lacks(".original .here")).isTrue();
    visit();
    assertThat(cell(1, 2)).isEqualTo("Copy on disk");
  }

  @Test
  void theKeyThatGoesFromCellToCellLeadsOutAtBothEnds() throws IOException {
    translated(TRANSLATION);
    visit();
    press(Keys.SHIFT, Keys.TAB);
    assertThat(browser.run("return document.activeElement.className")).isEqualTo("number");
    browser.press(Keys.TAB, Keys.TAB, Keys.TAB);
    assertThat(focus()).isEqualTo("Row 3, column 2: som over");
    browser.press(Keys.TAB);
    assertThat(browser.run("return document.activeElement.className")).isEqualTo("hop");
    browser.press(Keys.ENTER, Keys.ESCAPE);
    assertThat(focus()).isEqualTo("Row 3, column 2: som over");
  }

  @Test
  void aCellIsOneLineWhoseBarsAndTicksAreNoneOfTheTable() {
    visit();
    browser.press("a | b", Keys.ENTER, "`c|d` ` \\| [e](f)", Keys.TAB, "g ` \\");
    String header = "| a \\| b `c|d` \\` \\| [e](f) | g \\` \\ |";
    assertThat(typed()).startsWith(header + "\n|----|---:|\n| 2007–2009 |");
    press(Keys.CONTROL, "s");
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    assertThat(saved()).startsWith(header);
    assertThat(focus()).isEqualTo("Row 1, column 2: Disk");
    visit();
    assertThat(cell(1, 1)).isEqualTo("a | b `c|d` \\` | [e](f)");
    browser.find(CELL).click();
    browser.press(Keys.END);
    browser.press(" h");
    press(Keys.CONTROL, "z");
    assertThat(typed()).startsWith(header);
    browser.run(
        "const data = new DataTransfer(); data.setData('text/plain', ' i\\n  j '); "
            + "document.activeElement.dispatchEvent(new ClipboardEvent('paste', "
            + "{clipboardData: data, bubbles: true, cancelable: true}))");
    assertThat(cell(1, 1)).endsWith("[e](f)i j");
  }

  @Test
  void whatWasTypedIsBackInItsCellsAndNothingIsThereWhenAllAreEmptied() throws IOException {
    translated(TRANSLATION);
    visit();
    press(Keys.CONTROL, "a");
    browser.press("Years");
    browser.visit("/help");
    visit();
    assertThat(browser.shows("#kept .said", browser.find("#kept .said").getText())).isTrue();
    assertThat(browser.holds(CELL, "Years")).isTrue();
    assertThat(typed()).isEqualTo(TRANSLATION.replace("**Time period**", "Years"));
    browser.find("[data-kept=drop]").click();
    assertThat(browser.holds(CELL, "**Time period**")).isTrue();
    for (int i = 0; i < 3; i++) {
      press(Keys.CONTROL, "a");
      browser.press(Keys.BACK_SPACE, Keys.TAB);
    }
    assertThat(typed()).isEmpty();
    press(Keys.CONTROL, "s");
    assertThat(browser.shows("#clash", "Remove the translation?")).isTrue();
    browser.find("[data-insert=removed]").click();
    assertThat(browser.holds(CELL, "**Time period**")).isTrue();
  }

  @Test
  void aTextOfAnotherShapeIsEditedAsMarkdownAndByCellWhenItHasTheShape() throws IOException {
    translated(TRANSLATION + "\n| 2020 | more |");
    visit();
    assertThat(browser.hasFocus("markdown")).isTrue();
    assertThat(browser.find(".current .celled").getText())
        .isEqualTo(
            "The text is no table with the rows and cells of the original, and so is edited as"
                + " Markdown.");
    assertThat(browser.barriers()).isEmpty();
    press(Keys.CONTROL, "a");
    browser.insert(TRANSLATION.replace("SUN", "sun"));
    browser.find("#table button").click();
    assertThat(browser.shows("#table button", "Edit as Markdown")).isTrue();
    assertThat(cell(2, 2)).as("what has words now").isEqualTo("sun 6140 (1TB)");
    browser.find("#table button").click();
    assertThat(browser.hasFocus("markdown")).isTrue();
    assertThat(browser.lacks(".current .celled:not([hidden])")).isTrue();
    browser.press("!");
    assertThat(typed()).endsWith("|!");
    assertThat(browser.says(".at b", "¶ 2")).isTrue();
    assertThat(browser.find("#table button").getText()).isEqualTo("Edit cell by cell");
  }

  @Test
  void nothingIsWrittenInACellWhileTheTableIsSavedAndAnothersTextComesIntoTheCells()
      throws IOException {
    translated(TRANSLATION);
    visit();
    press(Keys.CONTROL, "a");
    browser.press("Years");
    var now = testServer.section(TEXT, "Tidsperiode");
    String theirs = TRANSLATION.replace("as above", "the same");
    testServer
        .library()
        .edits()
        .edit(now.section().id(), theirs, now.version(), new Actor("ola", "web"));
    browser.run(
        "const fetched = window.fetch; const held = new Promise(go => window.goOn = go);"
            + "window.fetch = (...all) => held.then(() => fetched(...all))");
    press(Keys.CONTROL, "s");
    browser.press("!");
    browser.run("window.goOn()");
    assertThat(browser.shows("#clash", "Somebody else changed this section")).isTrue();
    assertThat(browser.holds("td .box[aria-label^='Row 3']", "*the same*")).isTrue();
    assertThat(cell(1, 1)).isEqualTo("Years");
  }

  @Test
  void anEmptyCellTakesItsOriginalByKey() {
    visit();
    browser.press(Keys.TAB);
    press(Keys.ALT, "i");
    assertThat(cell(1, 2)).isEqualTo("Disk");
    assertThat(cell(1, 1)).isEmpty();
  }

  @Test
  void aCellIsOfferedWhatOtherTablesHaveForItAndWhatIsUsedCanBeUndone() throws IOException {
    Path other = testServer.root().resolve("archive/2019/tabell.md");
    Files.createDirectories(other.getParent());
    Files.writeString(other, "# Bånd\n\n| Disk | Tape |\n|---|---|\n| ny | slitt |\n");
    Path english = testServer.root().resolve("translations/2019/tabell.md");
    Files.createDirectories(english.getParent());
    Files.writeString(english, "# Tapes\n\n| Disk copy | Tape |\n|---|---|\n| new | worn |\n");
    testServer.library().sync().look();
    visit();
    browser.press("x", Keys.TAB);
    assertThat(browser.shows("#memory-1", "Disk copy")).isTrue();
    press(Keys.ALT, "1");
    assertThat(cell(1, 2)).isEqualTo("Disk copy");
    assertThat(typed()).startsWith("| x | Disk copy |");
    press(Keys.CONTROL, "z");
    assertThat(cell(1, 2)).isEmpty();
    assertThat(typed()).startsWith("| x |  |");
    assertThat(browser.barriers()).isEmpty();
    browser.press(Keys.TAB);
    assertThat(browser.lacks(".memory")).as("of another cell").isTrue();
  }

  @Test
  void withoutJavaScriptATableIsItsMarkdown() throws IOException {
    translated(TRANSLATION);
    try (Browser plain = Browser.withoutJavaScript().signedIn(testServer)) {
      plain.visit(testServer.editPage(TEXT, "Tidsperiode"));
      assertThat(plain.find("#markdown").getText()).isEqualTo(TRANSLATION);
      assertThat(plain.hides(".celled, #table")).isTrue();
    }
  }
}
