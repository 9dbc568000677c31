package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The box that a translation is written in: what is put into it can be undone, and all is seen. */
@NeedsBrowser
class EditBoxTest {
  private static final String LINK = "Styret må gå, sier [foreningen](https://forening.example).";

  @Served private TestServer testServer;
  @AutoClose private Browser browser;

  @BeforeEach
  void serve() throws IOException {
    String words = "Et langt avsnitt om styret som ikke vil gå av. ".repeat(60).strip();
    write(
        "archive/2016/om.md",
        "---\ntitle: Hva vi krever av styret\n---\n\n## Hva vi krever av styret\n\n"
            + LINK
            + "\n\n"
            + words
            + "\n\n"
            + "Kort avsnitt.\n\n- Krav til styret i dag\n");
    write("translations/2016/om.md", "## The board\n\n- Demands on the board today\n");
    write(
        "archive/2017/om.md",
        "---\ntitle: Hva vi krever av styret nå\n---\n\n"
            + LINK
            + "\n\nNoe annet.\n\nKrav til styret i dag\n");
    write("translations/2017/om.md", "Out with the board.\n\nSomething else.\n");
    write(
        "archive/2018/om.md",
        "# Nytt\n\nVi trenger en avklaring før jul. Foreningen har betalt husleien siden mars."
            + " Kassereren ba om innsyn i regnskapet i går.\n");
    write(
        "archive/2019/om.md",
        "# Eldre\n\nMøtet ble hevet etter to timer. Foreningen har betalt husleien siden mars."
            + " Neste gang møtes vi hos Randi.\n");
    write(
        "translations/2019/om.md",
        "# Older\n\nThe meeting closed after two hours. The association has paid the rent since"
            + " March. Next time we meet at Randi's.\n");
    testServer.library().sync().look();
    browser = Browser.open().signedIn(testServer);
    browser.wide();
  }

  private void write(String path, String text) throws IOException {
    Path file = testServer.root().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String visit(String document, String original) {
    String editPage = testServer.editPage(document, original);
    browser.visit(editPage);
    return editPage;
  }

  private String typed() {
    return String.valueOf(browser.find("#markdown").getDomProperty("value"));
  }

  private void alt(CharSequence key) {
    browser.press(Keys.chord(Keys.ALT, key));
  }

  private void undo() {
    browser.press(Keys.chord(Keys.CONTROL, "z"));
  }

  @Test
  void whatAKeyPutsInIsUndoneAndWhatWasTypedBeforeToo() {
    visit("2016/om", "Styret");
    browser.press("My own words, ");
    alt("i");
    assertThat(typed()).isEqualTo("My own words, [foreningen](https://forening.example)");
    undo();
    assertThat(typed()).isEqualTo("My own words, ");
    alt("1");
    assertThat(typed()).isEqualTo("Out with the board.");
    undo();
    assertThat(typed()).isEqualTo("My own words, ");
    browser.press(Keys.chord(Keys.CONTROL, "y"));
    assertThat(typed()).isEqualTo("Out with the board.");
  }

  @Test
  void theInsertedOriginalIsUndone() {
    visit("2016/om", "Styret");
    browser.press("x", Keys.BACK_SPACE);
    browser.find("#whole button").click();
    assertThat(typed()).isEqualTo(LINK);
    undo();
    assertThat(typed()).isEmpty();
  }

  @Test
  void aTextTranslatedBeforeTakesThePlaceOfTheTextOrOfWhatIsSelected() {
    visit("2016/om", "Styret");
    browser.press("typed words");
    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    alt("1");
    assertThat(typed()).as("never into a word").isEqualTo("Out with the board.");
    browser.press(" Now.");
    browser.press(Keys.chord(Keys.SHIFT, Keys.ARROW_LEFT.toString().repeat(4)));
    alt("1");
    assertThat(typed()).isEqualTo("Out with the board. Out with the board.");
  }

  @Test
  void aSentenceTranslatedBeforeGoesToTheCursorAndNotIntoAWord() {
    visit("2018/om", "Vi trenger");
    browser.press("We need it first");
    browser.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
    alt("1");
    assertThat(typed())
        .isEqualTo("We need it first The association has paid the rent since March.");
    undo();
    assertThat(typed()).isEqualTo("We need it first");
  }

  @Test
  void aTextTranslatedBeforeLeavesTheMarksOfItsOwnKindBehind() {
    visit("2017/om", "Krav til");
    alt("1");
    assertThat(typed()).isEqualTo("Demands on the board today");
  }

  @Test
  void theBoxIsAsHighAsItsTextAndItsOriginalAndALongOriginalStaysBesideIt() {
    visit("2016/om", "Kort avsnitt");
    int line = height();
    assertThat(line).isLessThan(80);
    browser.press("One\n\nTwo\n\nThree\n\nFour");
    assertThat(height()).isGreaterThan(line + 100);
    visit("2016/om", "Et langt");
    int beside = height();
    assertThat(beside).isBetween(400, 900);
    browser.insert("word ".repeat(1500));
    assertThat(height()).isGreaterThan(beside * 2);
    browser.run("scrollTo({top: 1500, behavior: 'instant'})");
    assertThat(browser.outside(".current .original")).as("beside a long box").isEmpty();
    assertThat(browser.outside("#help, #editing > .buttons button")).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();
  }

  private int height() {
    return Integer.parseInt(browser.run("return document.getElementById('markdown').offsetHeight"));
  }

  @Test
  void thatNobodyIsSignedInAnyLongerIsSaidInTheWindow() {
    visit("2016/om", "Et langt");
    browser.insert("word ".repeat(800));
    browser.run(
        "const fetched = window.fetch; window.fetch = (to, how) => how?.signal"
            + " && String(to).includes('/translation') ? Promise.resolve(new Response('', {status: 401}))"
            + " : fetched(to, how)");
    alt(Keys.ENTER);
    assertThat(browser.find("#unsaved a").getText()).isEqualTo("Sign in");
    assertThat(browser.outside("#unsaved, #again")).isEmpty();
    browser.narrow();
    browser.find("#again").click();
    assertThat(browser.find("#unsaved a").getText()).isEqualTo("Sign in");
    assertThat(browser.outside("#unsaved, #again")).isEmpty();
  }

  @Test
  void whatWasLookedUpIsSeenAndEscapeLeadsBackToTheBox() {
    visit("2016/om", "Styret");
    browser.press("Here");
    alt("f");
    browser.press("styret", Keys.ENTER);
    assertThat(browser.find("#found li mark").isDisplayed()).isTrue();
    assertThat(browser.outside("#found li:first-child, #found > p")).isEmpty();
    for (String field : new String[] {"phrase", "q", "term-norwegian"}) {
      browser.run("document.querySelectorAll('#help details').forEach(it => it.open = true)");
      browser.run("document.getElementById('%s').focus()".formatted(field));
      browser.press(Keys.ESCAPE);
      assertThat(browser.hasFocus("markdown")).as(field).isTrue();
    }
    browser.press("!");
    assertThat(typed()).isEqualTo("Here!");
  }

  @Test
  void nothingIsHeadedByWhatIsMissing() {
    visit("2016/om", "Kort avsnitt");
    browser.run("window.fetch = () => new Promise(() => {})");
    assertThat(browser.find("#lacking").isDisplayed()).isTrue();
    browser.press("x");
    assertThat(browser.find("#lacking").isDisplayed()).isFalse();
  }

  @Test
  void aTextThatIsBackInTheBoxIsChecked() {
    String editPage = visit("2016/om", "Kort avsnitt");
    browser.press("In 1999");
    browser.visit("/help");
    browser.visit(editPage);
    assertThat(typed()).isEqualTo("In 1999");
    assertThat(browser.find("#checks li[data-kind]").getText()).contains("1999");
  }

  @Test
  void inAnEmptiedBoxThereIsNothingToCheckYet() {
    visit("2017/om", "Noe annet");
    browser.press(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    assertThat(browser.shows("#checks", "There is no text yet.")).isTrue();
    browser.press("Something");
    assertThat(browser.find("#checks li[data-kind=end]").isDisplayed()).isTrue();
  }

  @Test
  void anEmptiedBoxIsAskedAboutInPlaceAndARemovedTextComesBack() throws IOException {
    String editPage = visit("2017/om", "Noe annet");
    Path file = testServer.root().resolve("translations/2017/om.md");
    browser.press(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    browser.press(Keys.chord(Keys.CONTROL, "s"));
    assertThat(browser.shows("#clash", "Remove the translation?")).isTrue();
    assertThat(browser.outside(".clash h2, .clash pre, .clash button, .clash a")).isEmpty();
    assertThat(browser.barriers()).isEmpty();
    browser.find("[data-insert=removed]").click();
    assertThat(typed()).isEqualTo("Something else.");
    assertThat(browser.lacks(".clash:not([hidden])")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    alt(Keys.ENTER);
    browser.find("button[value=remove]").click();
    assertThat(browser.find(".removed").getText()).startsWith("The translation has been removed.");
    assertThat(browser.address()).isEqualTo(editPage);
    assertThat(Files.readString(file)).doesNotContain("Something else.");
    browser.find(".removed button").click();
    assertThat(browser.shows(".last", "¶ 2 is saved. Undo")).isTrue();
    assertThat(browser.address()).isEqualTo(editPage);
    assertThat(typed()).isEqualTo("Something else.");
    assertThat(Files.readString(file)).contains("Something else.");
  }

  @Test
  void withoutJavaScriptAnEmptiedBoxIsAskedAboutToo() throws IOException {
    Path file = testServer.root().resolve("translations/2017/om.md");
    String editPage = testServer.editPage("2017/om", "Noe annet");
    try (Browser plain = Browser.withoutJavaScript().signedIn(testServer)) {
      plain.visit(editPage);
      plain.find("#markdown").clear();
      plain.find("button[value=next]").click();
      assertThat(plain.find("#clash").getText()).isEqualTo("Remove the translation?");
      assertThat(Files.readString(file)).contains("Something else.");
      plain.find("button[value=remove]").click();
      assertThat(plain.find(".removed").getText()).startsWith("The translation has been removed.");
      assertThat(Files.readString(file)).doesNotContain("Something else.");
      plain.find(".removed button").click();
      assertThat(plain.isAt(editPage)).isTrue();
      assertThat(Files.readString(file)).contains("Something else.");
    }
  }
}
