package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.Actor;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A translator goes through a text on one page: no other is loaded, and nothing typed is lost. */
@NeedsBrowser
class WholeTextTest {
  private static final String TEXT = "2018/tekst";

  /** Whether the box is seen as a whole between the bar and the help. */
  private static final String ABOVE =
      """
      const [bar, box, help] = ['bar', 'markdown', 'help']
          .map(id => document.getElementById(id).getBoundingClientRect());
      return box.top >= bar.bottom && box.bottom <= help.top;
      """;

  @Served private TestServer testServer;
  @AutoClose private Browser browser;

  @BeforeEach
  void serve() throws IOException {
    write(TEXT, 30);
    browser = Browser.open().signedIn(testServer);
    browser.wide();
  }

  private void write(String document, int paragraphs) throws IOException {
    Path file = testServer.root().resolve("archive/" + document + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "---\ntitle: En tekst\n---\n\n"
            + IntStream.rangeClosed(1, paragraphs)
                .mapToObj(i -> "Avsnitt nummer " + i + " i " + document + ".\n")
                .collect(Collectors.joining("\n")));
    testServer.library().sync().look();
  }

  private String original(int number) {
    return "Avsnitt nummer " + number + " ";
  }

  private SectionId id(String document, int number) {
    return testServer.section(document, original(number)).section().id();
  }

  private String editPage(int number) {
    return testServer.editPage(TEXT, original(number));
  }

  private void alt(CharSequence key) {
    browser.press(Keys.chord(Keys.ALT, key));
  }

  private boolean isAt(int number) {
    return browser.isAt(editPage(number)) && browser.says(".at b", "¶ " + number);
  }

  private String translation(int number) {
    return testServer.section(TEXT, original(number)).markdown(Side.TRANSLATION);
  }

  private long top() {
    return Math.round(
        Double.parseDouble(
            browser.run("return document.getElementById('markdown').getBoundingClientRect().top")));
  }

  @Test
  void savingGoesOnInPlaceAndTheNextBoxStandsWhereTheLastOneStood() {
    browser.visit(editPage(12));
    browser.run("window.samePage = true");
    browser.run(
        "scrollTo({top: document.getElementById('markdown').offsetTop, behavior: 'instant'})");
    for (int number = 12; number < 15; number++) {
      long before = top();
      browser.press("Paragraph " + number + ".");
      alt(Keys.ENTER);
      assertThat(isAt(number + 1)).isTrue();
      assertThat(browser.shows(".last", "¶ " + number + " is saved. Undo")).isTrue();
      assertThat(top()).isCloseTo(before, org.assertj.core.data.Offset.offset(2L));
      assertThat(translation(number)).isEqualTo("Paragraph " + number + ".");
      assertThat(browser.hasFocus("markdown")).isTrue();
    }
    assertThat(browser.findAll("#rows .row.is-translated")).hasSize(3);
    assertThat(browser.find(".done").getText()).startsWith("3 of 31 done");
    browser.find(".last button").click();
    assertThat(browser.lacks("#s-" + id(TEXT, 14) + ".is-translated")).isTrue();
    assertThat(translation(14)).isEmpty();
    assertThat(browser.run("return window.samePage")).isEqualTo("true");
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void theHelpFollowsTheBoxAndKeepsItsFolds() {
    testServer.library().marks().comment(id(TEXT, 3), "En kommentar.", new Actor("ola", "web"));
    browser.visit(editPage(2));
    assertThat(browser.find("#colleagues").getDomAttribute("open")).isNull();
    browser.find("#looked-up summary").click();
    browser.find("#s-" + id(TEXT, 3) + " .box").click();
    assertThat(isAt(3)).isTrue();
    assertThat(browser.find("#comments .said").getText()).isEqualTo("En kommentar.");
    assertThat(browser.find("#looked-up").getDomAttribute("open")).isNotNull();
    browser.find("#comments .asked button").click();
    assertThat(browser.lacks("#comments .asked")).isTrue();
    assertThat(browser.hasFocus("markdown")).isTrue();
    assertThat(browser.address()).isEqualTo(editPage(3));
  }

  @Test
  void theSentenceThatIsWrittenIsMarkedInTheOriginal() throws IOException {
    Path file = testServer.root().resolve("archive/2018/setninger.md");
    Files.writeString(
        file, "---\ntitle: Tre\n---\n\nDen første er *kort*. Den andre er lengre. Den siste.\n");
    testServer.library().sync().look();
    browser.visit(testServer.editPage("2018/setninger", "Den første"));
    assertThat(browser.marked("sentence")).isEqualTo("Den første er kort.");
    browser.press("The first one is short. The");
    assertThat(browser.marks("sentence", "Den andre er lengre.")).isTrue();
    browser.press(" second is longer. Here is the last. And one more.");
    assertThat(browser.marks("sentence", "Den siste.")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, Keys.HOME));
    assertThat(browser.marks("sentence", "Den første er kort.")).isTrue();
  }

  @Test
  void inALongSectionItIsSaidWhichSentenceIsWritten() throws IOException {
    Path file = testServer.root().resolve("archive/2018/setninger.md");
    Files.writeString(file, "Dette er en setning. ".repeat(30).strip() + "\n\nKort. Og godt.\n");
    testServer.library().sync().look();
    browser.visit(testServer.editPage("2018/setninger", "Dette er"));
    assertThat(browser.shows("#sentence", ", sentence 1 of 30")).isTrue();
    browser.press("This is one. This is another. And");
    assertThat(browser.shows("#sentence", ", sentence 3 of 30")).isTrue();
    alt(Keys.ARROW_RIGHT);
    assertThat(browser.hides("#sentence")).isTrue();
    assertThat(browser.marks("sentence", "Kort.")).isTrue();
    assertThat(browser.hides("#sentence")).isTrue();
  }

  @Test
  void whatIsTypedStaysInItsBoxWhileOneGoesToOthers() {
    browser.visit(editPage(1));
    browser.press("One, not saved.");
    alt(Keys.ARROW_RIGHT);
    assertThat(isAt(2)).isTrue();
    browser.press("Two, not saved.");
    alt(Keys.ARROW_LEFT);
    assertThat(isAt(1)).isTrue();
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("One, not saved.");
    assertThat(browser.find("#s-" + id(TEXT, 2) + ".typed")).isNotNull();
    browser.press(Keys.END, " Now it is.");
    alt(Keys.ENTER);
    assertThat(isAt(2)).isTrue();
    assertThat(translation(1)).isEqualTo("One, not saved. Now it is.");
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("Two, not saved.");
  }

  @Test
  void theEarlierTextsAreUnfoldedBesideTheBoxAndComeIntoIt() {
    browser.visit(editPage(2));
    for (String text : new String[] {"First.", "Second."}) {
      browser.press(Keys.chord(Keys.CONTROL, "a"), text);
      browser.press(Keys.chord(Keys.CONTROL, "s"));
      assertThat(browser.says("#told", "¶ 2 is saved. ")).isTrue();
      browser.run("document.getElementById('told').textContent = ''");
    }
    browser.press(Keys.chord(Keys.CONTROL, "a"), "Typed.");
    alt("h");
    browser.find("#history .events");
    browser.run("document.querySelectorAll('#history details').forEach(it => it.open = true)");
    browser.findAll("#history a.act").getLast().click();
    assertThat(browser.find("#earlier").getText()).startsWith("The box holds an earlier text");
    assertThat(browser.find("#markdown").getDomProperty("value")).isEqualTo("First.");
    assertThat(browser.find("#kept pre").getText()).isEqualTo("Typed.");
    assertThat(browser.address()).isEqualTo(editPage(2));
  }

  @Test
  void whereTheHelpDoesNotComeItIsSaidAndTheTextIsSavedWhenTheServerIsBack() {
    browser.visit(editPage(1));
    browser.run(
        "const fetched = window.fetch; window.away = true;"
            + "window.fetch = (...all) => window.away ? Promise.reject(new Error()) : fetched(...all)");
    alt(Keys.ARROW_RIGHT);
    browser.press("Typed while the server was away.");
    assertThat(browser.find("#help #unsaved").getText()).startsWith("This cannot be saved now");
    browser.run("window.away = false");
    alt(Keys.ENTER);
    assertThat(isAt(3)).isTrue();
    assertThat(translation(2)).isEqualTo("Typed while the server was away.");
  }

  /** From here on nothing is fetched before {@link #goOn}. */
  private void hold() {
    browser.run(
        "const fetched = window.fetch; const held = new Promise(go => window.goOn = go);"
            + "window.fetch = (...all) => held.then(() => fetched(...all))");
  }

  private void goOn() {
    browser.run("window.goOn()");
  }

  @Test
  void aCommentThatIsBeingWrittenStaysAtItsSection() {
    browser.visit(editPage(1));
    browser.press("One.");
    hold();
    browser.press(Keys.chord(Keys.CONTROL, "s"));
    alt("n");
    browser.press("Is it ");
    goOn();
    assertThat(browser.shows(".last", "¶ 1 is saved. Undo")).isTrue();
    browser.press("right?");
    assertThat(browser.holds("#comments textarea", "Is it right?")).isTrue();
    browser.find("#s-" + id(TEXT, 2) + " .box").click();
    assertThat(isAt(2)).isTrue();
    assertThat(browser.holds("#comments textarea", "")).isTrue();
    alt(Keys.ARROW_LEFT);
    assertThat(isAt(1)).isTrue();
    assertThat(browser.find("#comments textarea").isDisplayed()).isTrue();
    assertThat(browser.holds("#comments textarea", "Is it right?")).isTrue();
    browser.find("#comments .remarking button").click();
    assertThat(browser.shows("#comments .said", "Is it right?")).isTrue();
    assertThat(browser.holds("#comments textarea", "")).isTrue();
    assertThat(browser.hasFocus("markdown")).isTrue();
  }

  @Test
  void theFirstLetterAfterTheKeyToCommentIsInTheComment() {
    browser.visit(editPage(1));
    String pressed = "document.querySelector('[data-alt-key~=n]').click();";
    assertThat(browser.run(pressed + "return document.activeElement.localName"))
        .isEqualTo("textarea");
    assertThat(browser.find("#comments textarea").isDisplayed()).isTrue();
  }

  @Test
  void whatWaitsForTheHelpIsDoneInItsOwnBoxOnly() {
    browser.visit(editPage(1));
    hold();
    alt(Keys.ARROW_RIGHT);
    browser.press("Two.");
    alt(Keys.ENTER);
    browser.find("#s-" + id(TEXT, 5) + " .box").click();
    browser.press("Five, not finished");
    goOn();
    assertThat(isAt(5)).isTrue();
    alt(Keys.ARROW_RIGHT);
    assertThat(isAt(6)).isTrue();
    assertThat(translation(5)).isEmpty();
    assertThat(browser.find("#s-" + id(TEXT, 2) + ".typed .box").getDomProperty("value"))
        .isEqualTo("Two.");
  }

  @Test
  void rowsThatDoNotComeAreFetchedAgain() throws IOException {
    write("2018/lang", 300);
    browser.visit("/edit/2018/lang");
    browser.run(
        "const fetched = window.fetch;"
            + "window.fetch = () => { window.fetch = fetched;"
            + " return Promise.resolve(new Response('<h1>Sign in</h1>')); }");
    browser.run("document.querySelector('#rows .row:last-child').scrollIntoView()");
    assertThat(browser.find("#s-" + id("2018/lang", 250))).isNotNull();
  }

  @Test
  void rowsComeAsOneScrollsAndWritingInALongTextTakesNoLongerThanInAShortOne() throws IOException {
    write("2018/kort", 10);
    write("2018/lang", 1000);
    String typing =
        """
        const done = arguments[0];
        const box = document.getElementById('markdown');
        const steps = [];
        const step = () => {
          const before = performance.now();
          box.setRangeText('word ', box.value.length, box.value.length, 'end');
          box.dispatchEvent(new Event('input', {bubbles: true}));
          box.getBoundingClientRect();
          document.body.offsetHeight;
          steps.push(performance.now() - before);
          // The middle one: of a single one the processor may have been taken away.
          steps.length < 61 ? requestAnimationFrame(step)
            : done(Math.ceil(steps.sort((a, b) => a - b)[30]));
        };
        step();
        """;
    browser.visit(testServer.editPage("2018/kort", original(5)));
    long brief = Long.parseLong(browser.await(typing));
    browser.visit(testServer.editPage("2018/lang", original(150)));
    assertThat(browser.findAll("#rows .row")).hasSizeGreaterThanOrEqualTo(200);
    for (int last = 250; last <= 1000; last += 150) {
      String row = "#s-" + id("2018/lang", last);
      browser.run("document.querySelector('#rows .row:last-child').scrollIntoView()");
      assertThat(browser.find(row).isDisplayed()).isTrue();
    }
    assertThat(browser.lacks("#rows .paging")).isTrue();
    browser.find("#s-" + id("2018/lang", 1000) + " .box").click();
    assertThat(browser.says(".at b", "¶ 1000")).isTrue();
    assertThat(browser.findAll("#rows .row")).hasSize(1001);
    long whole = Long.parseLong(browser.await(typing));
    assertThat(whole).as("beside %s ms in a short text", brief).isLessThan(200 + 10 * brief);
  }

  @Test
  void aFilterShowsItsRowsOnlyAndGoesOnAmongThem() {
    browser.visit("/edit/" + TEXT);
    browser.find("#s-" + id(TEXT, 4) + " .box").click();
    assertThat(isAt(4)).isTrue();
    browser.press("Four.");
    alt("t"); // stays a draft
    alt(Keys.ENTER);
    assertThat(isAt(5)).isTrue();
    browser.find(".show .is-draft").click();
    assertThat(browser.waitsAt("/edit/" + TEXT + "?show=draft")).isTrue();
    assertThat(browser.find(".show [aria-current]").getText()).isEqualTo("Draft 1");
    assertThat(browser.find("#s-" + id(TEXT, 4) + " .said").getText()).isEqualTo("Draft");
  }

  @Test
  void onATelephoneTheButtonsAreAtTheFootAndTheHelpIsADrawer() {
    browser.narrow();
    browser.visit(editPage(2));
    assertThat(browser.overhang()).isZero();
    assertThat(browser.outside("#editing button[value=next], .to-aids")).isEmpty();
    assertThat(browser.find("#words").isDisplayed()).isFalse();
    browser.find(".to-aids").click();
    assertThat(browser.find("#words").isDisplayed()).isTrue();
    assertThat(browser.overhang()).isZero();
    browser.find("#help .close").click();
    assertThat(browser.find("#words").isDisplayed()).isFalse();
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press("Two.");
    browser.find("#editing button[value=next]").click();
    assertThat(isAt(3)).isTrue();
    assertThat(translation(2)).isEqualTo("Two.");
  }

  @Test
  void theBoxStandsAboveTheOpenDrawerAndNothingElseMoves() {
    browser.narrow();
    for (int number : new int[] {4, 30}) {
      browser.visit(editPage(number));
      assertThat(isAt(number)).isTrue();
      browser.run(
          "scrollTo({top: scrollY + arguments[0], behavior: 'instant'})", number == 4 ? -250 : 0);
      browser.find(".to-aids").click();
      assertThat(browser.find("#words").isDisplayed()).isTrue();
      assertThat(browser.run(ABOVE)).as("¶ %s", number).isEqualTo("true");
      long scrolled = scrolled();
      browser.press(Keys.ESCAPE);
      assertThat(browser.hasFocus("markdown")).isTrue();
      browser.find(".to-aids").click();
      assertThat(scrolled()).isEqualTo(scrolled);
      browser.find("#help .close").click();
      assertThat(browser.hasFocus("markdown")).isTrue();
    }
  }

  @Test
  void theHelpStaysOpenWhereACommentIsWrittenInIt() {
    browser.narrow();
    browser.visit(editPage(4));
    browser.find(".to-aids").click();
    browser.find("#colleagues > summary").click();
    browser.find("#comments .remarking summary").click();
    browser.find("#comments textarea").sendKeys("Is it right?");
    browser.find("#comments .remarking button").click();
    assertThat(browser.shows("#comments .said", "Is it right?")).isTrue();
    assertThat(browser.find("#help.open #comments .said").isDisplayed()).isTrue();
    alt(Keys.ARROW_RIGHT);
    assertThat(isAt(5)).isTrue();
    assertThat(browser.lacks("#help.open")).isTrue();
  }

  private long scrolled() {
    return Math.round(Double.parseDouble(browser.run("return scrollY")));
  }

  @Test
  void withoutJavaScriptOneRowIsTheFormAndTheNumbersLeadToTheOthers() {
    try (Browser plain = Browser.withoutJavaScript().signedIn(testServer)) {
      plain.visit(editPage(2));
      plain.find("#s-" + id(TEXT, 3) + " .number").click();
      assertThat(plain.isAt(editPage(3))).isTrue();
      plain.find("#markdown").sendKeys("Three.");
      plain.find("#editing button[value=next]").click();
      assertThat(plain.isAt(editPage(4))).isTrue();
      assertThat(translation(3)).isEqualTo("Three.");
    }
  }
}
