package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A translator works through the queue and never lets go of the keyboard. */
@NeedsBrowser
class QueueKeysTest {
  private static final String BREV = "2015/brev";
  private static final String UNANSWERED =
      "The server did not answer. Reload the page to see whether it was done.";

  @TempDir Path root;
  @AutoClose private TestServer testServer;
  @AutoClose private Browser browser;

  @BeforeEach
  void serve() throws Exception {
    testServer = TestServer.copyOf("letters", root);
    TrackedSection board = testServer.section(BREV, "Styret");
    testServer
        .library()
        .marks()
        .mark(board.section().id(), State.TRANSLATED, board.version(), new Actor("kari", "web"));
    Path original = root.resolve("archive/2015/brev.md");
    Files.writeString(original, Files.readString(original).replace("må gå", "må ikke gå"));
    Files.setLastModifiedTime(original, FileTime.from(Instant.now().minusSeconds(60)));
    testServer.library().sync().look();
    browser = Browser.open().signedIn(testServer);
    browser.visit("/queue?q=doc:2015/brev");
  }

  @Test
  void theWholeQueueIsWorkedThroughWithKeysAndTheFocusIsAlwaysOnTheNextRow() {
    List<String> rows = rows();
    browser.press("j");
    assertThat(browser.hasFocus(rows.get(0))).isTrue();
    browser.press("jjk");
    assertThat(browser.hasFocus(rows.get(1))).isTrue();
    browser.press("k");
    assertThat(browser.hasFocus(rows.get(0))).isTrue();

    browser.press("d");
    assertThat(browser.find("#" + rows.get(0) + " details.changed").getDomAttribute("open"))
        .isNull();
    browser.press("d");
    assertThat(browser.find("#" + rows.get(0) + " .diff ins").getText().strip()).isEqualTo("ikke");
    browser.press("c");
    assertThat(browser.hasFocus(rows.get(1))).isTrue();
    assertThat(standing("Styret").freshness()).isEqualTo(Freshness.CURRENT);

    // the row to translate
    browser.press(Keys.ENTER);
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press(Keys.chord(Keys.ALT, "i"));
    assertThat(browser.find("#markdown").getDomProperty("value"))
        .isEqualTo("Dette avsnittet er ikke oversatt til noe språk.");
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, "a"), "This paragraph is not translated.");
    saveAndGoBack();
    assertThat(browser.hasFocus(rows.get(2))).isTrue();
    assertThat(testServer.section(BREV, "Dette").section().translation().getFirst().text())
        .isEqualTo("This paragraph is not translated.");

    // the first draft: rewritten, marked and on
    browser.press("e");
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press(Keys.chord(Keys.CONTROL, Keys.END), " ");
    browser.press(Keys.chord(Keys.ALT, Keys.ENTER));
    assertThat(browser.waitsAt(editPage(rows.get(3)))).isTrue();
    assertThat(state(rows.get(2))).isEqualTo(State.TRANSLATED);

    // the next without returning to the queue, then one further on and back to it
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.press(Keys.chord(Keys.ALT, Keys.PAGE_DOWN));
    assertThat(browser.waitsAt(editPage(rows.get(4)))).isTrue();
    browser.press(Keys.chord(Keys.ALT, Keys.PAGE_UP));
    assertThat(browser.waitsAt(editPage(rows.get(3)))).isTrue();
    saveAndGoBack();
    assertThat(browser.hasFocus(rows.get(4))).isTrue();

    browser.press("m");
    assertThat(browser.hasFocus(rows.get(5))).isTrue();
    assertThat(state(rows.get(4))).isEqualTo(State.TRANSLATED);

    browser.press("r"); // nobody else works here
    assertThat(browser.hasFocus(rows.get(6))).isTrue();
    assertThat(state(rows.get(5))).isEqualTo(State.REVIEWED);
  }

  private void saveAndGoBack() {
    browser.press(Keys.chord(Keys.CONTROL, Keys.ENTER));
    assertThat(browser.find(".last:not(:empty)").isDisplayed()).isTrue();
    browser.visit("/queue?q=doc:2015/brev");
    browser.press("j");
  }

  private static String editPage(String row) {
    return "/edit/2015/brev?s=" + row.substring(2) + "&";
  }

  @Test
  void aKeyForWhatIsNotOfferedSaysWhy() {
    TrackedSection other = testServer.section(BREV, "Kvinners");
    testServer.library().marks().comment(other.section().id(), "Hei.", new Actor("ola", "web"));
    browser.visit("/queue?q=doc:2015/brev");
    List<String> rows = rows();

    browser.press("jr"); // translated by kari
    String own = "You translated this, so someone else has to review it.";
    assertThat(browser.shows("#told", own)).isTrue();
    assertThat(browser.find("#told").getDomAttribute("role")).isEqualTo("status");
    assertThat(browser.find("#" + rows.get(0) + " [data-refused=r]").getText()).isEqualTo(own);
    assertThat(browser.hasFocus(rows.get(0))).isTrue();
    browser.press("j", "c"); // never translated
    assertThat(browser.shows("#told", "The key c does nothing in this row.")).isTrue();
    assertThat(browser.hasFocus(rows.get(1))).isTrue();
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();

    assertThat(standing("Styret").state()).isEqualTo(State.TRANSLATED);
    assertThat(rows()).isEqualTo(rows);
  }

  @Test
  void theFirstRowOpensAtOnceAndOtherKeysChooseItFirst() {
    String first = rows().getFirst();
    browser.press("m");
    assertThat(browser.hasFocus(first)).isTrue();
    assertThat(browser.address()).isEqualTo("/queue?q=doc:2015/brev");
    browser.visit("/queue?q=doc:2015/brev");
    browser.press(Keys.ENTER);
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.visit("/queue?q=doc:2015/brev");
    browser.press("e");
    assertThat(browser.hasFocus("markdown")).isTrue();
  }

  @Test
  void commentsSuggestionsAndChecksAreAnsweredWithKeysAndOneGoesOn() {
    TrackedSection second = testServer.section(BREV, "Kvinners");
    testServer.library().edits().suggest(second.section().id(), "Rights.", new Actor("ola", "web"));
    String row = "s-" + second.section().id();
    browser.visit("/queue?q=doc:2015/brev&task=suggestion#" + row);
    assertThat(browser.hasFocus(row)).isTrue();
    browser.press("n");
    browser.find("#" + row + " .remarking textarea:focus").sendKeys("Hei.", Keys.ESCAPE);
    assertThat(browser.hasFocus(row)).isTrue();
    browser.find("#" + row + " .remarking button").click();
    assertThat(browser.shows("#" + row + " .asked .said", "Hei.")).isTrue();
    browser.press("j", "a");
    assertThat(browser.lacks("#" + row)).isTrue();
    assertThat(testServer.section(BREV, "Kvinners").markdown(Side.TRANSLATION))
        .isEqualTo("Rights.");

    browser.visit("/queue?q=doc:2015/brev&task=check");
    List<String> checked = rows();
    browser.press("j", "w");
    browser.find("#" + checked.getFirst() + " .dismissing input:focus").sendKeys("So.", Keys.ENTER);
    assertThat(browser.lacks("#" + checked.getFirst() + " .failed li:nth-child(2)")).isTrue();
  }

  @Test
  void pastTheLastRowOneGoesOnInTheNextPageAndBack() throws Exception {
    var text = new StringBuilder("# Langt\n");
    for (int i = 1; i <= 25; i++) {
      text.append("\nAvsnitt ").append(i).append(".\n");
    }
    Files.writeString(root.resolve("archive/langt.md"), text);
    testServer.library().sync().look();
    browser.visit("/queue?q=doc:langt");
    String last = rows().getLast();
    browser.press("j".repeat(rows().size() + 1));
    assertThat(browser.isAt("/queue?q=doc%3Alangt&page=2#first")).isTrue();
    assertThat(browser.hasFocus(rows().getFirst())).isTrue();
    browser.press("k");
    assertThat(browser.hasFocus(last)).isTrue();
  }

  @Test
  void aKeyThatIsPressedBeforeTheHelpIsHereWaitsForIt() {
    List<String> rows = rows();
    browser.press("je");
    assertThat(browser.hasFocus("markdown")).isTrue();
    browser.run(
        """
        for (const key of ["PageDown", "PageUp"]) {
          document.dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true }));
        }
        """);
    assertThat(browser.waitsAt(editPage(rows.get(0)))).isTrue();
  }

  @Test
  void whatIsStillAccurateIsSaidWithOneKeyWhereItIsEdited() {
    browser.press("je");
    assertThat(browser.hasFocus("markdown")).isTrue();
    assertThat(browser.find(".queued").getText()).contains("1 of 9 left to do");
    String first = browser.address();
    browser.press(Keys.chord(Keys.ALT, "c"));
    assertThat(browser.leaves(first)).isTrue();
    assertThat(browser.shows(".queued a[href^='/queue']", "1 of 9 left to do")).isTrue();
    assertThat(standing("Styret").freshness()).isEqualTo(Freshness.CURRENT);
    assertThat(testServer.get("/queue?q=doc:2015/brev&task=check").body())
        .contains("Check failed · To review"); // a "not" is missing, whoever vouches
  }

  @Test
  void whileTheServerDoesNotAnswerThePageSaysSoAndOneStaysAtTheRow() {
    List<String> rows = rows();
    browser.press("jjj");
    int port = testServer.port();
    testServer.close();
    for (String key : List.of("m", "m")) {
      browser.press(key);
      assertThat(browser.shows("#told", UNANSWERED)).isTrue();
      assertThat(browser.address()).isEqualTo("/queue?q=doc:2015/brev");
      assertThat(browser.hasFocus(rows.get(2))).isTrue();
    }
    assertThat(browser.barriers()).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).isZero();

    testServer =
        TestServer.again(root, TestServer.settings("127.0.0.1", port, null, "kari", false));
    browser.press("m");
    assertThat(browser.hasFocus(rows.get(3))).isTrue();
    assertThat(state(rows.get(2))).isEqualTo(State.TRANSLATED);
  }

  private List<String> rows() {
    return browser.findAll("article.work").stream()
        .map(row -> String.valueOf(row.getDomAttribute("id")))
        .toList();
  }

  private no.speil.status.SectionStatus standing(String beginning) {
    return testServer.section(BREV, beginning).sectionStatus();
  }

  private State state(String row) {
    return testServer
        .library()
        .ids()
        .section(new no.speil.corpus.SectionId(row.substring("s-".length())))
        .sectionStatus()
        .state();
  }

  @Test
  void aKeyInAnEmptyQueueDoesNothing() {
    browser.visit("/queue?q=doc:2015/none");
    browser.run("addEventListener('error', event => { document.title = event.message; })");
    String title = browser.run("return document.title");
    browser.press("e", "m", Keys.ENTER);
    assertThat(browser.run("return document.title")).isEqualTo(title);
  }
}
