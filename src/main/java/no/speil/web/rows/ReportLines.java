package no.speil.web.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Side;
import no.speil.library.LiveDocument;
import no.speil.tracking.Quotation;
import no.speil.tracking.Report;
import no.speil.tracking.Reported;
import no.speil.tracking.Sighting;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Verdict;
import no.speil.web.answer.Wordings;
import no.speil.web.view.Messages;
import no.speil.web.view.ReportLine;

/** Shows reports to those who may write, with what has become of the words and what can be said. */
public final class ReportLines {
  private final Messages t;
  private final LiveDocument document;

  public ReportLines(Messages t, LiveDocument document) {
    this.t = t;
    this.document = document;
  }

  /** One, whatever has come of it; empty where it is not shown at that section. */
  public Optional<ReportLine> one(TrackedSection section, String report) {
    return all(section).stream().filter(line -> line.id().equals(report)).findFirst();
  }

  /** All that were ever made on a section. */
  public List<ReportLine> all(TrackedSection section) {
    return lines(section, section.reports());
  }

  /** Those that wait for somebody. */
  public List<ReportLine> pending(TrackedSection section) {
    return lines(section, section.pendingReports());
  }

  private List<ReportLine> lines(TrackedSection section, List<Reported> reports) {
    return reports.stream().map(each -> line(section, each)).toList();
  }

  private ReportLine line(TrackedSection section, Reported reported) {
    Report report = reported.report();
    return new ReportLine(
        report.id(),
        new ReportLine.Said(
            t.of("report.said", Deeds.reader(t, report), t.minute(report.signature().at())),
            t.of("flaw." + report.complaint().flaw().code()),
            report.complaint().words(),
            t.of("verdict." + reported.verdict().code())),
        quote(section, report),
        acts(reported.verdict()),
        "/s/" + section.section().id() + "/reports/" + report.id());
  }

  private ReportLine.Quote quote(TrackedSection section, Report report) {
    Quotation quotation = report.quotation();
    Side side = quotation.side();
    String lang = Wordings.lang(document.leaf(side));
    String where = t.of(side == Side.ORIGINAL ? "side.original" : "side.translation");
    boolean moved = !report.section().equals(section.section().id());
    return switch (quotation.in(section.section())) {
      case Sighting.OfTheWhole whole -> new ReportLine.Quote(where, lang, "", "", "");
      case Sighting.Found found ->
          new ReportLine.Quote(where, lang, quotation.exact(), t.of("sighting.found"), "");
      case Sighting.Reworded reworded ->
          new ReportLine.Quote(
              where, lang, quotation.exact(), t.of("sighting.reworded"), reworded.now());
      case Sighting.Gone gone ->
          new ReportLine.Quote(
              where,
              lang,
              quotation.exact(),
              t.of(moved ? "sighting.gone.section" : "sighting.gone"),
              "");
    };
  }

  private List<ReportLine.Act> acts(Verdict verdict) {
    var acts = new ArrayList<ReportLine.Act>();
    switch (verdict) {
      case OPEN -> {
        acts.add(act(Verdict.ACCEPTED, "a"));
        acts.add(act(Verdict.MENDED, "f"));
        acts.add(act(Verdict.DISMISSED, "x"));
      }
      case ACCEPTED -> {
        acts.add(act(Verdict.MENDED, "f"));
        acts.add(act(Verdict.OPEN, "u"));
      }
      case MENDED, DISMISSED -> acts.add(act(Verdict.OPEN, "u"));
    }
    return acts;
  }

  private ReportLine.Act act(Verdict verdict, String key) {
    return new ReportLine.Act(verdict.code(), t.of("settle." + verdict.code()), key);
  }
}
