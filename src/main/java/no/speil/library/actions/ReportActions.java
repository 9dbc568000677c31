package no.speil.library.actions;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.SectionId;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.documents.ActionRefusedException.NotNow.Reason;
import no.speil.library.documents.LiveSection;
import no.speil.record.ReportEvent;
import no.speil.record.ReportEvent.ReportContent;
import no.speil.record.ReportResolveEvent;
import no.speil.record.ReportVerdict;
import no.speil.record.SectionVersion;
import no.speil.record.TextQuote;
import no.speil.record.TrackedReport;
import no.speil.status.TrackedSection;

/** What readers report, and what comes of it. */
public final class ReportActions {
  /** More of one section say nothing new, and would fill its page. */
  private static final int MOST_PENDING = 20;

  private final ActionRunner runner;

  public ReportActions(ActionRunner runner) {
    this.runner = runner;
  }

  /**
   * Takes a reader's report that something is wrong. Only {@link TrackedSection#reports} has it
   * until it is accepted.
   *
   * @param seen the version that the reader saw
   * @param reader under the name that they gave
   * @return the report, or one that says the same and waits already
   * @throws no.speil.library.documents.ActionRefusedException if many wait there already
   */
  public TrackedReport report(
      SectionId id,
      ReportContent reportContent,
      TextQuote textQuote,
      SectionVersion seen,
      Actor reader) {
    return runner.at(
        id,
        loaded -> {
          TrackedSection now = loaded.require(id);
          var report =
              new ReportEvent(
                  runner.signature(reader, loaded),
                  id,
                  reportContent,
                  textQuote.placedIn(now.section()),
                  seen);
          List<TrackedReport> pending = now.pendingReports();
          Optional<TrackedReport> same =
              pending.stream().filter(each -> each.report().hasSameContent(report)).findFirst();
          if (same.isPresent()) {
            return same.get();
          }
          if (pending.size() >= MOST_PENDING) {
            throw new NotNow(Reason.MANY_REPORTS);
          }
          runner.write(loaded, List.of(report));
          return new TrackedReport(report, null);
        });
  }

  /**
   * Says what comes of a report; {@link ReportVerdict#OPEN} takes back what was said.
   *
   * @param id the section that the report is shown at
   * @throws no.speil.library.documents.ActionRefusedException if no such report is shown there
   */
  public LiveSection settle(SectionId id, String report, ReportVerdict verdict, Actor actor) {
    return runner.act(
        id,
        actor,
        (now, signature) -> {
          TrackedReport known =
              now.section().reports().stream()
                  .filter(each -> each.report().id().equals(report))
                  .findFirst()
                  .orElseThrow(() -> new NotNow(Reason.NO_REPORT));
          return known.verdict() == verdict
              ? null
              : new ReportResolveEvent(signature, id, report, verdict);
        });
  }
}
