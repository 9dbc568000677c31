package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.messages.Messages;
import no.speil.web.TestServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Words that are selected are quoted in both languages. */
@NeedsBrowser
class QuotationTest {
  private static final String BAR = "#quote-bar";
  private static final String SHOWN = BAR + ":not([hidden])";
  private static final String BOTH = Messages.ENGLISH.of("quote.copied");
  private static final String ONE = Messages.ENGLISH.of("quote.copied-one");

  @TempDir static Path root;
  @AutoClose private static TestServer testServer;
  @AutoClose private static Browser browser;
  private static String board;

  @BeforeAll
  static void open() throws Exception {
    TestServer.copyFiles("letters", root);
    var original = new StringBuilder("# Langt\n");
    var translation = new StringBuilder("# Long\n");
    for (int i = 1; i <= 30; i++) {
      original.append("\nAvsnitt nummer ").append(i).append(" er her.\n");
      translation.append("\nParagraph number ").append(i).append(" is here.\n");
    }
    original.append("\nHer er[^1] en note. Og mer.\n\n[^1]: Noten.\n");
    translation.append("\nHere is[^1] a note. And more.\n\n[^1]: The note.\n");
    original.append("\n```\nx = *y* < 1\n```\n");
    translation.append("\n```\nx = *y* < 1\n```\n");
    Files.writeString(root.resolve("archive/langt.md"), original);
    Files.writeString(root.resolve("translations/langt.md"), translation);
    testServer = TestServer.again(root);
    board = testServer.section("2015/brev", "Styret må gå").section().id().value();
    browser = Browser.open().at(testServer.address());
  }

  @BeforeEach
  void widen() {
    browser.wide();
    browser.clipboard("granted");
    browser.visit("/d/2015/brev?lang=en");
    browser.run(
        """
        navigator.clipboard.write = async ([item]) => {
          window.copied = {};
          for (const type of item.types) {
            window.copied[type] = await (await item.getType(type)).text();
          }
        };
        navigator.clipboard.writeText = async text => { window.copied = {'text/plain': text}; };""");
  }

  @Test
  void aQuotationHasTheSentenceItsCounterpartTheReferenceAndThePinnedAddress() {
    browser.select(translation(), 4, 9);
    browser.find(SHOWN + " [data-form=text]").click();
    assertThat(browser.shows("#told", BOTH)).isTrue();
    assertThat(copied("text/plain"))
        .startsWith(
            "“The board must go.”\n\n«Styret må gå.»\n\nKvinnegruppa. Letter to the board [Brev til styret]")
        .contains(pinned() + "#:~:text=The%20board%20must%20go. (read ");
    assertThat(copied("text/html"))
        .startsWith(
            "<blockquote lang=\"en\"><p>The board must go.</p></blockquote>"
                + "<blockquote lang=\"nb\"><p>Styret må gå.</p></blockquote><p>Kvinnegruppa.")
        .contains("<a href=\"" + pinned() + "#:~:text=The%20board%20must%20go.\">");
    assertThat(browser.find(BAR).isDisplayed()).isFalse();
  }

  @Test
  void asMarkdownItIsAQuotationToo() {
    browser.select(original(), 0, 40);
    browser.find(SHOWN + " [data-form=markdown]").click();
    assertThat(browser.shows("#told", BOTH)).isTrue();
    assertThat(copied("text/plain"))
        .startsWith(
            "> Styret må gå. Vi krever svar innen 14 dager.\n\n"
                + "> The board must go. We demand an answer within 14 days.\n\nKvinnegruppa.")
        .contains("<" + pinned() + "#:~:text=Styret%20m%C3%A5%20g%C3%A5.%20Vi");
    assertThat(browser.run("return Object.keys(window.copied).join()")).isEqualTo("text/plain");
  }

  @Test
  void theAddressOfAQuotationShowsTheSectionAsItWasQuoted() {
    browser.select(translation(), 4, 9);
    browser.find(SHOWN + " [data-form=text]").click();
    assertThat(browser.shows("#told", BOTH)).isTrue();
    String text = copied("text/plain");
    String address = text.substring(text.indexOf("/s/" + board), text.indexOf(" (read "));
    browser.visit(address);
    assertThat(browser.find(".translation p").getText()).startsWith("The board must go.");
  }

  @Test
  void aLinkLeadsToTheWholeWordsThatAreSelected() {
    browser.select(translation(), 5, 12);
    browser.find(SHOWN + " [data-form=link]").click();
    assertThat(browser.shows("#told", Messages.ENGLISH.of("quote.link-copied"))).isTrue();
    assertThat(copied("text/plain"))
        .isEqualTo(testServer.address() + "/d/2015/brev#s-" + board + ":~:text=board%20must");
    browser.run("getSelection().removeAllRanges()");
    assertThat(browser.hides(BAR)).isTrue();
    browser.visit("/d/langt?view=en");
    browser.run(
        "navigator.clipboard.writeText = async text => { window.copied = {'text/plain': text}; }");
    String third = testServer.section("langt", "Avsnitt nummer 3 ").section().id().value();
    browser.select("#s-" + third + " .translation", 0, 9);
    browser.find(SHOWN + " [data-form=link]").click();
    assertThat(browser.shows("#told", Messages.ENGLISH.of("quote.link-copied"))).isTrue();
    assertThat(copied("text/plain"))
        .isEqualTo(
            testServer.address()
                + "/d/langt?view=en#s-"
                + third
                + ":~:text=Paragraph,-number%203%20is");
  }

  @Test
  void aSelectionOverSeveralSectionsIsQuotedFromTheTextInWhichItBegan() {
    String last = testServer.section("2015/brev", "Kvinners").section().id().value();
    select(translation() + " p", 22, "#s-" + last + " .translation p", 5);
    browser.find(SHOWN + " [data-form=text]").click();
    assertThat(browser.shows("#told", BOTH)).isTrue();
    assertThat(copied("text/plain"))
        .startsWith(
            "“We demand an answer within 14 days.\n\nWomen's rights are human rights.”\n\n"
                + "«Vi krever svar innen 14 dager.\n\nKvinners rettigheter er menneskerettigheter.»")
        .contains(
            "/d/2015/brev?v=",
            "#:~:text=We%20demand%20an%20answer%20within,Women's%20rights%20are%20human%20rights. (read");
  }

  @Test
  void aSelectionOverBothColumnsIsOfTheTextInWhichItBegan() {
    select(original() + " p", 0, translation() + " p", 5);
    browser.find(SHOWN + " [data-form=text]").click();
    assertThat(browser.shows("#told", BOTH)).isTrue();
    assertThat(copied("text/plain"))
        .startsWith(
            "«Styret må gå. Vi krever svar innen 14 dager.»\n\n"
                + "“The board must go. We demand an answer within 14 days.”\n\n");
  }

  @Test
  void whatIsNotTranslatedAndWhatIsCodeIsQuotedToo() {
    String alone = testServer.section("2015/brev", "Dette avsnittet").section().id().value();
    browser.select("#s-" + alone + " .original", 0, 5);
    browser.find(SHOWN + " [data-form=text]").click();
    assertThat(browser.shows("#told", ONE)).isTrue();
    assertThat(copied("text/plain"))
        .startsWith("«Dette avsnittet er ikke oversatt til noe språk.»\n\nKvinnegruppa.");
    browser.visit("/d/langt");
    browser.run(
        "navigator.clipboard.writeText = async text => { window.copied = {'text/plain': text}; }");
    select("pre code", 0, "pre code", 11);
    browser.find(SHOWN + " [data-form=markdown]").click();
    assertThat(browser.shows("#told", BOTH)).isTrue();
    assertThat(copied("text/plain")).startsWith("> x = \\*y\\* \\< 1\n\n> x = \\*y\\* \\< 1\n\n");
  }

  @Test
  void theMarkOfANoteIsNoWordOfTheSentence() {
    String noted = testServer.section("langt", "Her er").section().id().value();
    browser.visit("/d/langt#s-" + noted);
    browser.run(
        "navigator.clipboard.write = async ([item]) => {"
            + " window.copied = {'text/plain': await (await item.getType('text/plain')).text()}; }");
    browser.select("#s-" + noted + " .original", 0, 3);
    browser.find(SHOWN + " [data-form=text]").click();
    assertThat(browser.shows("#told", BOTH)).isTrue();
    assertThat(copied("text/plain")).startsWith("«Her er en note.»\n\n“Here is a note.”\n\n");
  }

  @Test
  void moreThanTwentySectionsAreNotQuotedAtOnceAndThatIsSaid() {
    browser.visit("/d/langt");
    List<String> rows =
        browser.findAll(".rows .row").stream().map(row -> row.getDomAttribute("id")).toList();
    select("#" + rows.get(1) + " .original p", 0, "#" + rows.get(26) + " .original p", 5);
    browser.find(SHOWN + " [data-form=text]").click();
    assertThat(browser.shows("#told", Messages.ENGLISH.of("quote.many"))).isTrue();
    browser.run("window.copied = null");
  }

  @Test
  void aKeyQuotesTheMarkedSentence() {
    browser.run("location.hash = '#s-" + board + "'");
    browser.press("ss");
    assertThat(
            browser.says(
                "#counterpart",
                "Vi krever svar innen 14 dager. – We demand an answer within 14 days."))
        .isTrue();
    browser.press("q");
    assertThat(browser.shows("#told", BOTH)).isTrue();
    assertThat(copied("text/plain"))
        .startsWith(
            "«Vi krever svar innen 14 dager.»\n\n“We demand an answer within 14 days.”\n\n");
    browser.press(Keys.ESCAPE);
    browser.press("q");
    assertThat(browser.shows("#told", Messages.ENGLISH.of("quote.none"))).isTrue();
  }

  @Test
  void whereNothingMayBeCopiedTheQuotationIsSelected() {
    browser.run(
        "navigator.clipboard.write = navigator.clipboard.writeText ="
            + " () => Promise.reject(new Error('no'))");
    browser.select(translation(), 4, 9);
    browser.find(SHOWN + " [data-form=text]").click();
    assertThat(browser.hasFocus("address")).isTrue();
    assertThat(browser.run("return getSelection().toString()"))
        .startsWith("“The board must go.”\n\n«Styret må gå.»");
    assertThat(browser.shows("#told", Messages.ENGLISH.of("link.select"))).isTrue();
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void theBarIsByTheWordsAndOnAPhoneAtTheFoot() {
    browser.select(translation(), 0, 18);
    assertThat(browser.find(SHOWN + " [data-form=text]").isDisplayed()).isTrue();
    assertThat(browser.outside(BAR)).isEmpty();
    assertThat(browser.find(BAR).getDomAttribute("role")).isEqualTo("toolbar");
    browser.press(Keys.ESCAPE);
    assertThat(browser.find(BAR).isDisplayed()).isFalse();
    browser.narrow();
    browser.visit("/d/2015/brev");
    browser.select(translation(), 0, 18);
    assertThat(browser.find(SHOWN + " [data-form=link]").isDisplayed()).isTrue();
    assertThat(
            browser.run(
                "return document.querySelector('#quote-bar').getBoundingClientRect().bottom"))
        .isEqualTo("740");
    assertThat(browser.overhang()).isZero();
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void oneClosesTheOther() {
    browser.select(translation(), 0, 18);
    assertThat(browser.find(SHOWN + " [data-form=text]").isDisplayed()).isTrue();
    browser.doubleClick(original(), "svar");
    assertThat(browser.shows("#word-box .here", "answer (marked)")).isTrue();
    assertThat(browser.hides(BAR)).isTrue();
    browser.select(translation(), 0, 18);
    assertThat(browser.hides("#word-box")).isTrue();
    assertThat(browser.find(SHOWN + " [data-form=text]").isDisplayed()).isTrue();
  }

  private static String original() {
    return "#s-" + board + " .original";
  }

  private static String translation() {
    return "#s-" + board + " .translation";
  }

  private static String pinned() {
    var section = testServer.section("2015/brev", "Styret må gå");
    return testServer.address() + "/s/" + board + "?v=" + section.version();
  }

  private static String copied(String type) {
    return browser.run("return window.copied[arguments[0]]", type);
  }

  /** Selects from a place in the first text of an element to one in that of another. */
  private static void select(String from, int start, String to, int end) {
    browser.run(
        """
        const text = css => document.createTreeWalker(document.querySelector(css), 4).nextNode();
        document.getSelection().setBaseAndExtent(text(arguments[0]), arguments[1], text(arguments[2]), arguments[3]);""",
        from,
        start,
        to,
        end);
  }
}
