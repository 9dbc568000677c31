package no.speil.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.record.QuoteMatch;
import no.speil.record.ReportEvent;
import no.speil.record.ReportVerdict;
import no.speil.record.TextQuote;
import no.speil.record.TrackedReport;
import no.speil.status.TrackedSection;

/** Prepares reports for users who may write: where the quoted words are today, and the buttons. */
public final class ReportLines {
  private final Messages t;
  private final LiveDocument document;

  public ReportLines(Messages t, LiveDocument document) {
    this.t = t;
    this.document = document;
  }

  /** One report, settled or not; empty if the section does not show it. */
  public Optional<ReportLine> one(TrackedSection section, String report) {
    return all(section).stream().filter(line -> line.id().equals(report)).findFirst();
  }

  /** All reports of a section. */
  public List<ReportLine> all(TrackedSection section) {
    return lines(section, section.reports());
  }

  /** The open reports of a section. */
  public List<ReportLine> pending(TrackedSection section) {
    return lines(section, section.pendingReports());
  }

  private List<ReportLine> lines(TrackedSection section, List<TrackedReport> reports) {
    return reports.stream().map(each -> line(section, each)).toList();
  }

  private ReportLine line(TrackedSection section, TrackedReport trackedReport) {
    ReportEvent report = trackedReport.report();
    return new ReportLine(
        report.id(),
        new ReportLine.Statement(
            t.of("report.said", HistoryLines.reader(t, report), t.minute(report.signature().at())),
            t.of("flaw." + report.reportContent().reportCategory().code()),
            report.reportContent().words(),
            t.of("verdict." + trackedReport.verdict().code())),
        quote(section, report),
        actions(trackedReport.verdict()),
        "/s/" + section.section().id() + "/reports/" + report.id());
  }

  private ReportLine.Quote quote(TrackedSection section, ReportEvent report) {
    TextQuote textQuote = report.textQuote();
    Side side = textQuote.side();
    String lang = TaggedTexts.lang(document.leaf(side));
    String where = t.of(side == Side.ORIGINAL ? "side.original" : "side.translation");
    boolean moved = !report.section().equals(section.section().id());
    return switch (textQuote.in(section.section())) {
      case QuoteMatch.OfTheWhole whole -> new ReportLine.Quote(where, lang, "", "", "");
      case QuoteMatch.Found found ->
          new ReportLine.Quote(where, lang, textQuote.exact(), t.of("sighting.found"), "");
      case QuoteMatch.Reworded reworded ->
          new ReportLine.Quote(
              where, lang, textQuote.exact(), t.of("sighting.reworded"), reworded.now());
      case QuoteMatch.Gone gone ->
          new ReportLine.Quote(
              where,
              lang,
              textQuote.exact(),
              t.of(moved ? "sighting.gone.section" : "sighting.gone"),
              "");
    };
  }

  private List<ReportLine.Action> actions(ReportVerdict verdict) {
    var actions = new ArrayList<ReportLine.Action>();
    switch (verdict) {
      case OPEN -> {
        actions.add(action(ReportVerdict.ACCEPTED, "a"));
        actions.add(action(ReportVerdict.MENDED, "f"));
        actions.add(action(ReportVerdict.DISMISSED, "x"));
      }
      case ACCEPTED -> {
        actions.add(action(ReportVerdict.MENDED, "f"));
        actions.add(action(ReportVerdict.OPEN, "u"));
      }
      case MENDED, DISMISSED -> actions.add(action(ReportVerdict.OPEN, "u"));
    }
    return actions;
  }

  private ReportLine.Action action(ReportVerdict verdict, String key) {
    return new ReportLine.Action(verdict.code(), t.of("settle." + verdict.code()), key);
  }
}
