package no.speil.web.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import no.speil.corpus.Section;
import no.speil.record.ReportEvent;
import no.speil.record.TextQuote.QuoteMatch;
import no.speil.record.TrackedReport;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * A report for programs.
 *
 * @param section that it is about
 * @param now where the quoted words are today
 */
public record ReportJson(
    String id,
    String section,
    String at,
    String by,
    String flaw,
    String text,
    String version,
    @Nullable Object quote,
    QuoteMatchJson now,
    String outcome) {

  public static ReportJson of(TrackedReport trackedReport, Section section) {
    ReportEvent report = trackedReport.report();
    return new ReportJson(
        report.id(),
        report.section().value(),
        report.at().toString(),
        report.by(),
        report.reportContent().reportCategory().code(),
        report.reportContent().words(),
        report.seen().toString(),
        Objects.requireNonNull(EventJson.of(report).get("quote")),
        QuoteMatchJson.of(report.textQuote().in(section)),
        trackedReport.verdict().code());
  }

  public static List<ReportJson> all(TrackedSection tracked) {
    return tracked.reports().stream().map(each -> of(each, tracked.section())).toList();
  }

  public static List<ReportJson> pending(TrackedSection tracked) {
    return tracked.pendingReports().stream().map(each -> of(each, tracked.section())).toList();
  }

  /**
   * Where the quoted words are today.
   *
   * @param text that replaces them, if they were changed
   */
  record QuoteMatchJson(
      String words, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text) {
    static QuoteMatchJson of(QuoteMatch quoteMatch) {
      return switch (quoteMatch) {
        case QuoteMatch.OfTheWhole whole -> new QuoteMatchJson("none", null);
        case QuoteMatch.Found found -> new QuoteMatchJson("found", null);
        case QuoteMatch.Reworded reworded -> new QuoteMatchJson("reworded", reworded.now());
        case QuoteMatch.Gone gone -> new QuoteMatchJson("gone", null);
      };
    }
  }
}
