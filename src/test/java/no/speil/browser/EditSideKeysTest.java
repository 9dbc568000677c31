package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void whatIsLookedUpDoesNotMoveTheTextAndWhatIsTranslatedComesFirst() {
    browser.run("window.scrollTo(0, 0)");
    alt("f");
    browser.press("standardene", Keys.ENTER);
    assertThat(browser.shows("#found li:first-child .counterpart", "This on the standards is translated."))
        .isTrue();
    assertThat(browser.run("return String(Math.round(scrollY))")).isEqualTo("0");
    assertThat(browser.outside("#phrase, #found li:first-child")).isEmpty();
  }
}
