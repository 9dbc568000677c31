package no.speil.library;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused.NotNow;
import no.speil.library.ActionRefused.NotNow.Reason;
import no.speil.tracking.Complaint;
import no.speil.tracking.Quotation;
import no.speil.tracking.Report;
import no.speil.tracking.Reported;
import no.speil.tracking.Settle;
import no.speil.tracking.Signature;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Verdict;

/** What readers report, and what comes of it. */
final class Reporting {
  /** More of one section say nothing new, and would fill its page. */
  private static final int MOST_PENDING = 20;

  private final Desk desk;

  Reporting(Desk desk) {
    this.desk = desk;
  }

  /** Takes a report; one that says the same as one that waits is there already. */
  Reported report(
      DocumentId document, SectionId id, Complaint complaint, Quotation quotation, Said said) {
    return desk.at(
        document,
        loaded -> {
          TrackedSection now = Desk.section(loaded, id);
          Signature signature = desk.signature(said.reader(), loaded);
          var report =
              new Report(signature, id, complaint, quotation.placedIn(now.section()), said.seen());
          List<Reported> pending = now.pendingReports();
          Optional<Reported> same =
              pending.stream().filter(each -> each.report().saysTheSameAs(report)).findFirst();
          if (same.isPresent()) {
            return same.get();
          }
          if (pending.size() >= MOST_PENDING) {
            throw new NotNow(Reason.MANY_REPORTS);
          }
          desk.write(loaded, List.of(report));
          return new Reported(report, null);
        });
  }

  TrackedSection settle(
      DocumentId document, SectionId id, String report, Verdict verdict, Actor actor) {
    return desk.at(
        document,
        loaded -> {
          TrackedSection now = Desk.section(loaded, id);
          Reported known =
              now.reports().stream()
                  .filter(each -> each.report().id().equals(report))
                  .findFirst()
                  .orElseThrow(() -> new NotNow(Reason.NO_REPORT));
          if (known.verdict() == verdict) {
            return now;
          }
          var settle = new Settle(desk.signature(actor, loaded), id, report, verdict);
          return Desk.section(desk.write(loaded, List.of(settle)), id);
        });
  }
}
