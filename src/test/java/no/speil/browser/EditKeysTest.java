package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A translator writes with the hands on the keyboard: every action has a key. */
@NeedsBrowser
class EditKeysTest {
  private static final String TYPED = "The board[^1] must go.";

  @TempDir Path root;
  @AutoClose private TestServer testServer;
  @AutoClose private Browser browser;
  private String editPage;

  @BeforeEach
  void serve() throws IOException {
    TestServer.copyFiles("letters", root);
    write(
        "archive/2017/lenker.md",
        """
        # Lenker

        Styret[^1] må gå, sier [foreningen](https://forening.example/krav).

        ![Et bilde av styret](styret.png)

        Siste avsnitt om saken.

        [^1]: Valgt i 2015.
        """);
    write("translations/2017/lenker.md", "# Links\n");
    testServer = TestServer.again(root);
    editPage = editPage("Styret[");
    browser = Browser.open().signedIn(testServer);
    browser.visit(editPage);
  }

  private String id(String original) {
    return section(original).section().id().value();
  }

  private String editPage(String original) {
    return testServer.editPage("2017/lenker", original);
  }

  private TrackedSection section(String original) {
    return testServer.section("2017/lenker", original);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String typed() {
    return String.valueOf(browser.find("#markdown").getDomProperty("value"));
  }

  private void alt(CharSequence key) {
    browser.press(Keys.chord(Keys.ALT, key));
  }

  @Test
  void whatIsMissingIsInsertedAtTheCursorOneAfterTheOther() {
    browser.press("The board must go.");
    for (int i = 0; i < " must go.".length(); i++) {
      browser.press(Keys.ARROW_LEFT);
    }
    alt("i");
    assertThat(typed()).isEqualTo(TYPED);
    browser.press(Keys.END, " says ");
    alt("i");
    browser.press("the society");
    assertThat(typed())
        .as("its own words are selected, so that typing replaces them")
        .isEqualTo(TYPED + " says [the society](https://forening.example/krav)");
    assertThat(browser.shows("#agrees", "Links agree. Notes agree: [^1].")).isTrue();
    assertThat(browser.find("#lacking").isDisplayed()).isFalse();
  }

  @Test
  void aLinkGoesAroundWhatIsSelected() {
    browser.press("Says society");
    browser.press(Keys.chord(Keys.CONTROL, Keys.SHIFT, Keys.ARROW_LEFT));
    browser.find(".insertions li[data-words=foreningen] button").click();
    assertThat(typed()).isEqualTo("Says [society](https://forening.example/krav)");
    assertThat(browser.hasFocus("markdown")).isTrue();
  }

  @Test
  void anEmptyBoxTakesTheOriginalFirst() {
    alt("i");
    assertThat(typed())
        .isEqualTo("Styret[^1] må gå, sier [foreningen](https://forening.example/krav).");
  }

  @Test
  void savingMarksAndGoesOnAndMarkingCanBeSwitchedOff() {
    browser.press(TYPED);
    alt("t");
    alt(Keys.ENTER);
    assertThat(browser.isAt(editPage("![Et bilde"))).isTrue();
    assertThat(section("Styret[").sectionStatus().state()).isEqualTo(State.DRAFT);
    alt(Keys.ARROW_LEFT);
    assertThat(browser.isAt(editPage)).isTrue();
    browser.press(" ");
    browser.press(Keys.chord(Keys.CONTROL, "s"));
    browser.find(".row.current.is-translated"); // the first time left the same message
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    assertThat(browser.address()).isEqualTo(editPage);
    assertThat(section("Styret[").sectionStatus().state()).isEqualTo(State.TRANSLATED);
  }

  @Test
  void theSectionsAroundItAreAKeyAway() {
    alt(Keys.ARROW_RIGHT);
    assertThat(browser.isAt(editPage("![Et bilde"))).isTrue();
    alt(Keys.ARROW_LEFT);
    assertThat(browser.isAt(editPage)).isTrue();
    alt("b");
    assertThat(browser.waitsAt("/d/2017/lenker#s-")).isTrue();
  }

  @Test
  void theMarkdownAndTheKeysAreShownWithoutLeavingTheBox() {
    alt("m");
    assertThat(browser.find(".source pre").getText()).startsWith("Styret[^1] må gå");
    alt("?");
    assertThat(browser.find("#key-list").getText()).contains("Alt M").contains("Alt G");
    browser.press(Keys.ESCAPE);
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press("x");
    assertThat(typed()).isEqualTo("x");
  }

  @Test
  void aSelectedWordIsLookedUpWithoutLeavingThePage() {
    browser.press("board");
    browser.press(Keys.chord(Keys.CONTROL, "a"));
    alt("f");
    assertThat(browser.find("#found ul").getText()).contains("The board must go", "Styret må gå");
    assertThat(typed()).isEqualTo("board");
    browser.run("document.activeElement.blur(); document.getSelection().removeAllRanges()");
    browser.select(".current .original", 0, "Styret".length());
    browser.run("document.body.focus()");
    alt("f");
    assertThat(browser.shows("#found a[href='/word/Styret']", "How it has been translated"))
        .isTrue();
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();
  }

  @Test
  void aPhraseIsLookedUpInItsField() {
    alt("f");
    assertThat(browser.hasFocus("phrase")).isTrue();
    browser.press("zzz qqq", Keys.ENTER);
    assertThat(browser.shows("#found", "No results in the archive.")).isTrue();
  }

  @Test
  void aWordIsAddedToTheGlossaryAndNothingTypedIsLost() throws IOException {
    browser.press("The executive committee must");
    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    alt("g");
    assertThat(browser.hasFocus("term-norwegian")).isTrue();
    browser.press("styret", Keys.TAB, "executive committee", Keys.ENTER);
    assertThat(browser.shows(".added", "Added: styret – executive committee")).isTrue();
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press("x");
    assertThat(typed()).as("at the cursor").isEqualTo("The executive committee muxst");
    assertThat(browser.find("#words [data-word=styret] .used").isDisplayed()).isTrue();
    assertThat(Files.readString(root.resolve("glossary.tsv")))
        .contains("styret\texecutive committee");
    alt("g");
    browser.press(Keys.chord(Keys.CONTROL, "a"), "styret", Keys.TAB, "executive committee");
    browser.press(Keys.ENTER);
    assertThat(browser.find("#words [role=alert]").getText()).isNotEmpty();
    assertThat(typed()).isEqualTo("The executive committee muxst");
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void anEarlierTextComesIntoTheBoxAndWhatWasTypedIsOffered() {
    save("First text.");
    save("Second text.");
    browser.visit(editPage);
    browser.press(Keys.chord(Keys.CONTROL, "a"), "Typed and not saved.");
    browser.visit("/s/" + id("Styret[") + "/history");
    browser.run("document.querySelectorAll('details').forEach(it => it.open = true)");
    browser.findAll(".events a.act").getLast().click();
    assertThat(browser.waitsAt("/edit/2017/lenker?s=" + id("Styret[") + "&event=")).isTrue();
    assertThat(typed()).isEqualTo("First text.");
    assertThat(browser.find("#earlier").getText()).startsWith("The box holds an earlier text");
    assertThat(browser.find("#kept pre").getText()).isEqualTo("Typed and not saved.");
    assertThat(browser.barriers()).isEmpty();
    browser.find("#markdown").sendKeys(Keys.chord(Keys.CONTROL, "s"));
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    assertThat(section("Styret[").section().translation().getFirst().markdown())
        .isEqualTo("First text.");
  }

  private void save(String text) {
    TrackedSection now = section("Styret[");
    testServer
        .library()
        .edits()
        .edit(now.section().id(), text, now.version(), new Actor("ola", "web"));
  }

  @Test
  void everyActionNamesItsKey() {
    List<String> named =
        browser.findAll("#key-list kbd").stream()
            .map(it -> it.getDomProperty("textContent"))
            .toList();
    for (var each : browser.findAll("[data-alt-key], [data-insert]")) {
      String key = String.valueOf(each.getDomAttribute("aria-keyshortcuts")).split(" ", -1)[0];
      String written =
          key.replace("Alt+", "Alt ")
              .replace("ArrowLeft", "←")
              .replace("ArrowRight", "→")
              .replace("ArrowUp", "↑")
              .replace("ArrowDown", "↓");
      assertThat(named).contains(written);
    }
  }
}
