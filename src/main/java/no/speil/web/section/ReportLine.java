package no.speil.web.section;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.QuoteMatch;
import no.speil.record.ReportEvent;
import no.speil.record.ReportVerdict;
import no.speil.record.TextQuote;
import no.speil.record.TrackedReport;
import no.speil.status.TrackedSection;
import no.speil.web.page.TaggedText;

/**
 * A report as shown to users who may write.
 *
 * @param href address that the form posts to
 */
public record ReportLine(
    String id, Statement statement, Quote quote, List<Action> actions, String href) {
  public ReportLine {
    actions = List.copyOf(actions);
  }

  public boolean canBeTakenBack() {
    return actions.stream().anyMatch(action -> action.code().equals("open"));
  }

  /**
   * The report's text.
   *
   * @param head who wrote it and when, in words
   * @param verdict in words
   */
  public record Statement(String head, String flaw, String words, String verdict) {}

  /**
   * The quoted words.
   *
   * @param side in words
   * @param text may be empty
   * @param sighting where they are today, in words
   * @param now text that replaces them; may be empty
   */
  public record Quote(String side, String lang, String text, String sighting, String now) {}

  /** A button that settles it, and its keyboard shortcut. */
  public record Action(String code, String label, String key) {}

  /** One report, settled or not; empty if the section does not show it. */
  public static Optional<ReportLine> one(
      Messages t, LiveDocument document, TrackedSection section, String report) {
    return all(t, document, section).stream().filter(line -> line.id().equals(report)).findFirst();
  }

  /** All reports of a section. */
  public static List<ReportLine> all(Messages t, LiveDocument document, TrackedSection section) {
    return lines(t, document, section, section.reports());
  }

  /** The open reports of a section. */
  public static List<ReportLine> pending(
      Messages t, LiveDocument document, TrackedSection section) {
    return lines(t, document, section, section.pendingReports());
  }

  private static List<ReportLine> lines(
      Messages t, LiveDocument document, TrackedSection section, List<TrackedReport> reports) {
    return reports.stream().map(each -> line(t, document, section, each)).toList();
  }

  private static ReportLine line(
      Messages t, LiveDocument document, TrackedSection section, TrackedReport trackedReport) {
    ReportEvent report = trackedReport.report();
    return new ReportLine(
        report.id(),
        new Statement(
            t.of("report.said", HistoryLines.reader(t, report), t.minute(report.signature().at())),
            t.of("flaw." + report.reportContent().reportCategory().code()),
            report.reportContent().words(),
            t.of("verdict." + trackedReport.verdict().code())),
        quote(t, document, section, report),
        actions(t, trackedReport.verdict()),
        "/s/" + section.section().id() + "/reports/" + report.id());
  }

  private static Quote quote(
      Messages t, LiveDocument document, TrackedSection section, ReportEvent report) {
    TextQuote textQuote = report.textQuote();
    Side side = textQuote.side();
    String lang = TaggedText.lang(document.file(side));
    String where = t.of(side == Side.ORIGINAL ? "side.original" : "side.translation");
    boolean moved = !report.section().equals(section.section().id());
    return switch (textQuote.in(section.section())) {
      case QuoteMatch.OfTheWhole whole -> new Quote(where, lang, "", "", "");
      case QuoteMatch.Found found ->
          new Quote(where, lang, textQuote.exact(), t.of("sighting.found"), "");
      case QuoteMatch.Reworded reworded ->
          new Quote(where, lang, textQuote.exact(), t.of("sighting.reworded"), reworded.now());
      case QuoteMatch.Gone gone ->
          new Quote(
              where,
              lang,
              textQuote.exact(),
              t.of(moved ? "sighting.gone.section" : "sighting.gone"),
              "");
    };
  }

  private static List<Action> actions(Messages t, ReportVerdict verdict) {
    return switch (verdict) {
      case OPEN ->
          List.of(
              action(t, ReportVerdict.ACCEPTED, "a"),
              action(t, ReportVerdict.MENDED, "f"),
              action(t, ReportVerdict.DISMISSED, "x"));
      case ACCEPTED ->
          List.of(action(t, ReportVerdict.MENDED, "f"), action(t, ReportVerdict.OPEN, "u"));
      case MENDED, DISMISSED -> List.of(action(t, ReportVerdict.OPEN, "u"));
    };
  }

  private static Action action(Messages t, ReportVerdict verdict, String key) {
    return new Action(verdict.code(), t.of("settle." + verdict.code()), key);
  }
}
