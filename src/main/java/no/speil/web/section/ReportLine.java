package no.speil.web.section;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.ReportEvent;
import no.speil.record.ReportVerdict;
import no.speil.record.TrackedReport;
import no.speil.status.TrackedSection;
import no.speil.web.page.TaggedText;

/** A report as shown to users who may write. */
public record ReportLine(
    Messages t, LiveDocument document, TrackedSection section, TrackedReport tracked) {

  /** Some of the reports of a section. */
  public static List<ReportLine> of(
      Messages t, LiveDocument document, TrackedSection section, List<TrackedReport> reports) {
    return reports.stream().map(each -> new ReportLine(t, document, section, each)).toList();
  }

  public ReportEvent report() {
    return tracked.report();
  }

  /** Address that the form posts to. */
  public String href() {
    return "/s/" + section.id() + "/reports/" + report().id();
  }

  /** What is wrong and on which side, in words. */
  public String category() {
    String category = t.of("category." + report().reportContent().reportCategory().code());
    String side = t.of(side() == Side.ORIGINAL ? "side.original" : "side.translation");
    return category + " (" + side + ")";
  }

  private Side side() {
    return report().textQuote().side();
  }

  /** The language of the quoted words. */
  public String lang() {
    return TaggedText.lang(document.file(side()));
  }

  /** The verdicts that can be given now. */
  public List<ReportVerdict> choices() {
    return switch (tracked.verdict()) {
      case OPEN -> List.of(ReportVerdict.ACCEPTED, ReportVerdict.MENDED, ReportVerdict.DISMISSED);
      case ACCEPTED -> List.of(ReportVerdict.MENDED, ReportVerdict.OPEN);
      case MENDED, DISMISSED -> List.of(ReportVerdict.OPEN);
    };
  }
}
