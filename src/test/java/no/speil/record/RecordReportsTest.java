package no.speil.record;

import static no.speil.record.TestSections.A;
import static no.speil.record.TestSections.B;
import static no.speil.record.TestSections.C;
import static no.speil.record.TestSections.D;
import static no.speil.record.TestSections.at;
import static no.speil.record.TestSections.laid;
import static no.speil.record.TestSections.placed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.record.ReportEvent.ReportContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which readers' reports of a record are public. */
class RecordReportsTest {
  private static final LayoutEvent FIRST =
      laid(0, List.of(placed(A, null), placed(B, null), placed(C, null)));
  private static final CommentEvent COMMENT = new CommentEvent(at(1, "kari"), B, "Godt.");
  private static final ReportEvent REPORT = report(B);

  @Test
  void openReportIsNotPublic() {
    RecordState recordState = ledger(FIRST, COMMENT, REPORT);

    assertThat(recordState.history(B)).containsExactly(COMMENT);
    assertThat(recordState.changed(B)).contains(at(1, "kari").at());
    assertThat(recordState.people()).containsExactly("kari");
    assertThat(recordState.isPublic(REPORT)).isFalse();
    assertThat(recordState.reports(B)).containsExactly(new TrackedReport(REPORT, null));
  }

  @ParameterizedTest
  @EnumSource
  void lastVerdictDecidesWhetherAReportIsPublic(ReportVerdict verdict) {
    ReportResolveEvent former =
        new ReportResolveEvent(at(7, "ola"), B, REPORT.id(), ReportVerdict.ACCEPTED);
    ReportResolveEvent reportResolveEvent =
        new ReportResolveEvent(at(8, "kari"), B, REPORT.id(), verdict);

    RecordState recordState = ledger(FIRST, reportResolveEvent, REPORT, former);

    boolean told = verdict == ReportVerdict.ACCEPTED || verdict == ReportVerdict.MENDED;
    assertThat(recordState.history(B))
        .isEqualTo(told ? List.of(REPORT, former, reportResolveEvent) : List.of());
    assertThat(Stream.of(REPORT, former, reportResolveEvent).filter(recordState::isPublic).count())
        .isEqualTo(told ? 3 : 0);
    assertThat(recordState.reports(B))
        .containsExactly(new TrackedReport(REPORT, reportResolveEvent));
    assertThat(recordState.reports(B).getFirst().verdict()).isEqualTo(verdict);
  }

  @Test
  void aReportStaysWithItsTextAndIsNeverLost() {
    LayoutEvent merged = laid(9, List.of(placed(C, A)), new RemovedSection(B, C));
    LayoutEvent gone = laid(9, List.of(placed(C, A)), new RemovedSection(B, null));

    assertThat(ledger(FIRST, REPORT, merged).reports(C)).hasSize(1);
    assertThat(ledger(FIRST, REPORT, merged).reports(B)).isEmpty();
    assertThat(ledger(FIRST, REPORT, gone).reports(A)).hasSize(1);
    assertThat(ledger(FIRST, report(D)).reports(A)).hasSize(1);
  }

  @Test
  void verdictOnAnUnknownReportIsNotPublic() {
    var reportResolveEvent =
        new ReportResolveEvent(at(8, "kari"), B, REPORT.id(), ReportVerdict.ACCEPTED);

    assertThat(ledger(FIRST, reportResolveEvent).history(B)).isEmpty();
  }

  private static RecordState ledger(Event... events) {
    return RecordState.fold(List.of(events));
  }

  private static ReportEvent report(SectionId section) {
    return new ReportEvent(
        at(5, "reader"),
        section,
        new ReportContent(ReportCategory.MEANING, "Ikke det."),
        new TextQuote(Side.TRANSLATION, "must", "", ""),
        new SectionVersion("-", "-", "d-0"));
  }
}
