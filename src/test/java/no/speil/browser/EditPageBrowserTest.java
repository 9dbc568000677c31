package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import no.speil.corpus.Freshness;
import no.speil.corpus.Role;
import no.speil.library.actions.Actor;
import no.speil.people.People;
import no.speil.record.EditEvent;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The edit page as a translator has it in a browser. */
@NeedsBrowser
class EditPageBrowserTest {
  private static final String SIGN_IN = ".top a[href^='/sign-in']";

  @TempDir Path root;
  @AutoClose private TestServer testServer;
  @AutoClose private Browser browser;
  private String editPage;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", root);
    editPage = testServer.editPage("2015/brev", "Styret");
    browser = Browser.open().signedIn(testServer);
    browser.visit(editPage);
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheWindowWasClosed() {
    browser.press(Keys.chord(Keys.CONTROL, "a"), "Typed and not saved.");
    browser.reopen();
    browser.visit(editPage);
    assertThat(browser.find("#kept .said").getText())
        .matches("Your unsaved text from \\d+:\\d\\d.* is back in the box\\.");
    assertThat(browser.find("#kept pre").isDisplayed()).isFalse();
    assertThat(browser.find("[data-kept=use]").isDisplayed()).isFalse();
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("Typed and not saved.");
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    browser.visit(editPage);
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
    assertThat(browser.find("#markdown").getText()).isEqualTo("Typed and not saved.");
  }

  @Test
  void anotherPersonOnTheSameBrowserNeverSeesWhatWasTyped() {
    People people = People.of(root, Clock.systemUTC());
    accept(people.add("kari", Role.KEEPER));
    type();
    signOut();
    assertThat(browser.answers(false)).contains("in 1 sections", "shown to nobody else");
    browser.find(SIGN_IN); // else the way out ends the way to the invitation
    accept(people.add("ola", Role.TRANSLATOR));
    browser.visit(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).startsWith("The board must go.");
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
    signOut();
    browser.find(SIGN_IN);
    signIn();
    browser.visit(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("Typed and not saved.");
    signOut();
    assertThat(browser.answers(true)).contains("Delete it?");
    browser.find(SIGN_IN);
    signIn();
    browser.visit(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).startsWith("The board must go.");
  }

  @Test
  void whatASessionsEndInterruptedIsThereForItsWriterAgain() {
    People people = People.of(root, Clock.systemUTC());
    accept(people.add("kari", Role.KEEPER));
    type();
    people.add("ola", Role.KEEPER);
    people.disable("kari"); // which ends her sessions
    people.enable("kari");
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.find("#unsaved a").getText()).isNotEmpty();
    signIn();
    browser.visit(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("Typed and not saved.");
  }

  private void type() {
    browser.visit(editPage);
    browser.press(Keys.chord(Keys.CONTROL, "a"), "Typed and not saved.");
  }

  private void accept(String invitation) {
    browser.visit("/invitation?token=" + invitation);
    browser.find("#password").sendKeys("en lang setning", Keys.ENTER);
    browser.find(".top a[href='/account']");
  }

  private void signIn() {
    browser.visit("/sign-in");
    browser.find("#name").sendKeys("kari");
    browser.find("#password").sendKeys("en lang setning", Keys.ENTER);
    browser.find(".top a[href='/account']");
  }

  private void signOut() {
    browser.visit("/account");
    browser.find("form[action='/sign-out'] button").click();
  }

  @Test
  void whatIsThrownAwayIsNotOfferedAgain() {
    browser.press("More. ");
    browser.visit(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).contains("More. ");
    browser.find("[data-kept=drop]").click();
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
    assertThat(browser.find("#markdown").getDomProperty("value")).startsWith("The board must go.");
    browser.visit(editPage);
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
    assertThat(browser.find("#markdown").getText()).startsWith("The board must go.");
  }

  @Test
  void aTranslationThatWasChangedMeanwhileIsShownBesideWhatWasTyped() {
    browser.press(Keys.chord(Keys.CONTROL, "a"), "Typed and not saved.");
    saveAsOla("The board has to go.");
    browser.visit(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("The board has to go.");
    assertThat(browser.find("#kept .said").getText())
        .startsWith("You have unsaved text from ")
        .endsWith("The translation has changed since and is in the box; yours is here.");
    assertThat(browser.find("#kept pre").getText()).isEqualTo("Typed and not saved.");
    assertThat(browser.barriers()).isEmpty();
    browser.find("[data-kept=use]").sendKeys(Keys.ENTER);
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("Typed and not saved.");
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
  }

  @Test
  void whatWasTypedOnAnOlderOriginalIsSavedAgainstIt() throws IOException {
    browser.press(Keys.chord(Keys.CONTROL, "a"), "Typed and not saved.");
    Path original = root.resolve("archive/2015/brev.md");
    Files.writeString(original, Files.readString(original).replace("må gå", "må ikke gå"));
    testServer.library().sync().look();
    browser.visit(editPage);
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("Typed and not saved.");
    assertThat(browser.find("#kept .said").getText())
        .endsWith("The original has changed since you wrote it.");
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.find("#news:not([hidden])").getText()).startsWith("Your text is saved.");
    assertThat(browser.find(".stale .diff ins").getText()).startsWith("ikke");
    assertThat(browser.find(".current .original ins").getText()).startsWith("ikke");
    assertThat(testServer.section("2015/brev", "Typed and not").sectionStatus().freshness())
        .isEqualTo(Freshness.STALE);
  }

  @Test
  void aConflictIsShownInPlaceAndSaidOnce() throws IOException {
    browser.press(Keys.chord(Keys.CONTROL, Keys.END), " Soon.");
    saveAsOla("The board has to go. We demand an answer within 14 days.");
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows("#clash", "Somebody else changed this section")).isTrue();
    assertThat(browser.hasFocus("clash")).isTrue();
    assertThat(browser.address()).isEqualTo(editPage);
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();

    String merged = "The board has to go. We demand an answer within 14 days. Soon.";
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo(merged);
    browser.find("#markdown").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    assertThat(testServer.section("2015/brev", "Soon.").history())
        .filteredOn(EditEvent.class::isInstance)
        .hasSize(2);
    browser.visit(editPage);
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
  }

  @Test
  void aPreviewKeepsTheFocusInTheBoxAndTheAddress() {
    browser.press(" *Soon*.");
    assertThat(browser.find("#previewed").isDisplayed()).isFalse();
    browser.press(Keys.chord(Keys.ALT, "p"));
    assertThat(browser.shows("#previewed em", "Soon")).isTrue();
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press(Keys.chord(Keys.ALT, "p"));
    assertThat(browser.find("#previewed").isDisplayed()).isFalse();
    assertThat(browser.address()).isEqualTo(editPage);
    assertThat(browser.find("#kept").isDisplayed()).isFalse();
  }

  @Test
  void aSuggestionIsShownBelowTheTextThatStays() {
    browser.press(Keys.chord(Keys.CONTROL, "a"), "Proposed.");
    browser.find("button[value=suggest]").sendKeys(Keys.ENTER);
    assertThat(browser.shows(".suggestion .diff ins", "Proposed")).isTrue();
    assertThat(browser.find("#markdown").getDomProperty("value")).startsWith("The board must go.");
  }

  private void saveAsOla(String text) {
    TrackedSection now = testServer.section("2015/brev", "Styret");
    testServer
        .library()
        .edits()
        .edit(now.section().id(), text, now.version(), new Actor("ola", "web"));
  }

  @Test
  void checksAndPreviewFollowTheTyping() {
    browser.press(Keys.chord(Keys.CONTROL, "a"), "The board must go in 15 days.");
    assertThat(
            browser.shows(
                "#checks",
                "In the original and not in the text: 14\nIn the text and not in the original: 15"))
        .isTrue();
    assertThat(browser.find("#checked").getText()).isEqualTo("2 things to look at");
    assertThat(browser.find("#agrees").getText()).isEmpty();
    browser.press(Keys.chord(Keys.ALT, "p"));
    browser.press(" *Soon*.");
    assertThat(browser.shows("#previewed em", "Soon")).isTrue();
    browser.press(
        Keys.chord(Keys.CONTROL, "a"), "The board must go. We demand an answer within 14 days.");
    assertThat(browser.shows("#checks", "Nothing was found.")).isTrue();
    assertThat(browser.find("#agrees").getText()).isEqualTo("Numbers agree: 14.");
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();
  }
}
