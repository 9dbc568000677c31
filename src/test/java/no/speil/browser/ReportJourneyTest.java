package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.corpus.Side;
import no.speil.record.ReportEvent;
import no.speil.record.ReportVerdict;
import no.speil.record.TextQuote;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader comes upon an error and says so; somebody answers with a key. */
@NeedsBrowser
class ReportJourneyTest {
  @TempDir Path root;

  @Test
  void twoClicksAreEnoughAlsoWithoutJavaScript() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.withoutJavaScript().signedIn(testServer)) {
      TrackedSection section = section(testServer);
      browser.visit("/d/2015/brev");
      browser.find("#s-" + section.section().id() + " > .number").click();
      browser.find("#s-" + section.section().id() + " .section-links .report").click();
      browser.press("It says stay.");
      browser.find("form.reporting button").click();
      assertThat(browser.shows("h1", "Thank you")).isTrue();
      ReportEvent report = section(testServer).reports().getFirst().report();
      assertThat(report.reportContent().words()).isEqualTo("It says stay.");
      assertThat(report.seen()).isEqualTo(section.version());
      assertThat(report.textQuote()).isEqualTo(new TextQuote(Side.TRANSLATION, "", "", ""));
    }
  }

  @Test
  void theWordsSelectedGoAlongAndAKeyAnswers() {
    try (TestServer testServer = TestServer.copyOf("letters", root);
        Browser browser = Browser.open().signedIn(testServer)) {
      String row = "#s-" + section(testServer).section().id();
      browser.visit("/d/2015/brev");
      browser.find(row + " > .number").click();
      browser.select(row + " .original", 7, 13);
      browser.find(row + " .section-links .report").click();
      assertThat(browser.find("#exact").getDomProperty("value")).isEqualTo("må gå.");
      checkWideAndNarrow(browser, "the form");
      browser.find("form.reporting [name=words]").sendKeys("It says nothing of the board.");
      browser.find("form.reporting button").click();
      assertThat(browser.shows("h1", "Thank you")).isTrue();
      checkWideAndNarrow(browser, "thanks");
      assertThat(section(testServer).reports().getFirst().report().textQuote())
          .isEqualTo(
              new TextQuote(Side.ORIGINAL, "må gå.", "Styret ", " Vi krever svar innen 14 dager."));

      browser.visit(row.replace("#s-", "/s/") + "/history");
      checkWideAndNarrow(browser, "the history");
      browser.visit("/queue?task=report");
      checkWideAndNarrow(browser, "the queue");
      browser.press("j", "a");
      assertThat(browser.shows(".settled .verdict", "Confirmed, to be corrected.")).isTrue();
      assertThat(verdict(testServer)).isEqualTo(ReportVerdict.ACCEPTED);
      checkWideAndNarrow(browser, "the queue after an answer");
      browser.press("u");
      assertThat(browser.shows(".reported .verdict", "Waiting for an answer.")).isTrue();
      assertThat(verdict(testServer)).isEqualTo(ReportVerdict.OPEN);
      browser.press("j", "x");
      assertThat(browser.shows(".settled .verdict", "Dismissed.")).isTrue();
      assertThat(verdict(testServer)).isEqualTo(ReportVerdict.DISMISSED);
    }
  }

  private static void checkWideAndNarrow(Browser browser, String state) {
    assertThat(browser.barriers()).as(state).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).as(state).isZero();
    browser.wide();
  }

  private static ReportVerdict verdict(TestServer testServer) {
    return section(testServer).reports().getFirst().verdict();
  }

  private static TrackedSection section(TestServer testServer) {
    return testServer.section("2015/brev", "Styret må gå");
  }
}
