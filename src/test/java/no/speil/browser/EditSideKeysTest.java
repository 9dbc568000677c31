package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.corpus.Side;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The keys for what stands beside the box in which a text is translated. */
@NeedsBrowser
class EditSideKeysTest {
  private static final String TEXT = "Les mer om standardene.";

  @TempDir Path root;
  @AutoClose private TestServer testServer;
  @AutoClose private Browser browser;

  @BeforeEach
  void serve() throws IOException {
    String others = "Så dette om standardene.\n\n".repeat(40);
    write("archive/en.md", "# En\n\n" + TEXT + "\n\n" + others + "Til slutt.\n");
    write("archive/to.md", "# To\n\n" + TEXT + "\n");
    write("archive/tre.md", "# Tre\n\nDette om standardene er oversatt.\n");
    write("translations/tre.md", "# Three\n\nThis on the standards is translated.\n");
    testServer = TestServer.again(root);
    browser = Browser.open().signedIn(testServer);
    browser.wide();
    browser.visit(testServer.editPage("en", TEXT));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void alt(CharSequence key) {
    browser.press(Keys.chord(Keys.ALT, key));
  }

  private String translation(String document) {
    return testServer.section(document, TEXT).markdown(Side.TRANSLATION);
  }

  @Test
  void aBoxThatHasBeenEmptiedTakesTheOriginalToo() {
    browser.press("Read.");
    browser.press(Keys.chord(Keys.CONTROL, "s"));
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    alt("i");
    assertThat(browser.holds("#markdown", "Read.")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    alt("i");
    assertThat(browser.holds("#markdown", TEXT)).isTrue();
  }

  @Test
  void theKeysThatSaveSendTheCommentThatIsBeingWritten() {
    browser.press("Read");
    for (CharSequence key :
        new CharSequence[] {
          Keys.chord(Keys.ALT, Keys.ENTER),
          Keys.chord(Keys.CONTROL, Keys.ENTER),
          Keys.chord(Keys.CONTROL, "s")
        }) {
      alt("n");
      browser.press("Which ones?");
      browser.press(key);
      assertThat(browser.shows("#comments .said", "Which ones?")).isTrue();
      assertThat(browser.hasFocus("markdown")).isTrue();
      browser.find("#comments .asked button").click();
      assertThat(browser.lacks("#comments .said")).isTrue();
    }
    assertThat(browser.holds("#markdown", "Read")).isTrue();
    assertThat(translation("en")).as("not saved").isEmpty();
  }

  @Test
  void theKeyOfACommentLeadsToItsFieldAgain() {
    alt("n");
    browser.press("Which");
    browser.press(Keys.ESCAPE);
    assertThat(browser.hasFocus("markdown")).isTrue();
    alt("n");
    browser.press(" ones?");
    assertThat(browser.holds("#comments textarea", "Which ones?")).isTrue();
  }

  @Test
  void whatIsLookedUpDoesNotMoveTheTextAndWhatIsTranslatedComesFirst() {
    browser.run("window.scrollTo(0, 0)");
    alt("f");
    browser.press("standardene", Keys.ENTER);
    assertThat(
            browser.shows(
                "#found li:first-child .counterpart", "This on the standards is translated."))
        .isTrue();
    assertThat(browser.run("return String(Math.round(scrollY))")).isEqualTo("0");
    assertThat(browser.outside("#phrase, #found li:first-child")).isEmpty();
  }

  @Test
  void theSameOriginalElsewhereIsFilledInWithAKey() {
    browser.press("Read more.");
    alt(Keys.ENTER);
    assertThat(browser.shows(".repeated p", "One more section has this original. Fill it in too?"))
        .isTrue();
    alt("a");
    assertThat(browser.shows("h1", "The same original elsewhere")).isTrue();
    assertThat(translation("to")).isEqualTo("Read more.");
  }

  @Test
  void theSameOriginalElsewhereIsLeftWithAKey() {
    browser.press("Read more.");
    alt(Keys.ENTER);
    assertThat(browser.shows(".repeated button", "Fill in Alt A")).isTrue();
    alt("x");
    assertThat(browser.lacks(".repeated")).isTrue();
    assertThat(browser.find(".row.current .number").getText()).isEqualTo("3");
    assertThat(translation("to")).isEmpty();
  }
}
