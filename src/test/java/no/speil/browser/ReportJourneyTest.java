package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.corpus.Side;
import no.speil.tracking.Quotation;
import no.speil.tracking.Report;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Verdict;
import no.speil.web.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader comes upon an error and says so; somebody answers with a key. */
class ReportJourneyTest {
  @TempDir Path root;
  @TempDir Path profile;

  @Test
  void twoClicksAreEnoughAlsoWithoutJavaScript() {
    try (Served served = Served.copyOf("letters", root);
        Browser browser = Browser.withoutJavaScript(profile).at(served.address())) {
      TrackedSection section = section(served);
      browser.visit("/d/2015/brev");
      browser.find("#s-" + section.section().id() + " > a.report").click();
      browser.press("It says stay.");
      browser.find("form.reporting button").click();
      assertThat(browser.shows("h1", "Thank you")).isTrue();
      Report report = section(served).reports().getFirst().report();
      assertThat(report.complaint().words()).isEqualTo("It says stay.");
      assertThat(report.seen()).isEqualTo(section.version());
      assertThat(report.quotation()).isEqualTo(new Quotation(Side.TRANSLATION, "", "", ""));
    }
  }

  @Test
  void theWordsSelectedGoAlongAndAKeyAnswers() {
    try (Served served = Served.copyOf("letters", root);
        Browser browser = Browser.open(profile).at(served.address())) {
      String row = "#s-" + section(served).section().id();
      browser.visit("/d/2015/brev");
      browser.select(row + " .original", 7, 13);
      browser.find(row + " > a.report").click();
      assertThat(browser.find("#exact").getDomProperty("value")).isEqualTo("må gå.");
      checkWideAndNarrow(browser, "the form");
      browser.find("form.reporting button").click();
      assertThat(browser.shows("h1", "Thank you")).isTrue();
      checkWideAndNarrow(browser, "thanks");
      assertThat(section(served).reports().getFirst().report().quotation())
          .isEqualTo(
              new Quotation(Side.ORIGINAL, "må gå.", "Styret ", " Vi krever svar innen 14 dager."));

      browser.visit(row.replace("#s-", "/s/") + "/history");
      checkWideAndNarrow(browser, "the history");
      browser.visit("/queue?task=report");
      checkWideAndNarrow(browser, "the queue");
      browser.press("j", "a");
      assertThat(browser.shows(".settled .verdict", "Right, to be mended.")).isTrue();
      assertThat(verdict(served)).isEqualTo(Verdict.ACCEPTED);
      checkWideAndNarrow(browser, "the queue after an answer");
      browser.press("u");
      assertThat(browser.shows(".reported .verdict", "Waits for an answer.")).isTrue();
      assertThat(verdict(served)).isEqualTo(Verdict.OPEN);
      browser.press("j", "x");
      assertThat(browser.shows(".settled .verdict", "Dismissed.")).isTrue();
      assertThat(verdict(served)).isEqualTo(Verdict.DISMISSED);
    }
  }

  private static void checkWideAndNarrow(Browser browser, String state) {
    assertThat(browser.barriers()).as(state).isEmpty();
    browser.narrow();
    assertThat(browser.overhang()).as(state).isZero();
    browser.wide();
  }

  private static Verdict verdict(Served served) {
    return section(served).reports().getFirst().verdict();
  }

  private static TrackedSection section(Served served) {
    return served.section("2015/brev", "Styret må gå");
  }
}
