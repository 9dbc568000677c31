package no.speil.tracking;

import static no.speil.tracking.Example.A;
import static no.speil.tracking.Example.B;
import static no.speil.tracking.Example.C;
import static no.speil.tracking.Example.D;
import static no.speil.tracking.Example.at;
import static no.speil.tracking.Example.laid;
import static no.speil.tracking.Example.placed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Departure;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a record tells of readers' reports, and to whom. */
class ReportsTest {
  private static final Laid FIRST =
      laid(0, List.of(placed(A, null), placed(B, null), placed(C, null)));
  private static final Comment COMMENT = new Comment(at(1, "kari"), B, "Godt.");
  private static final Report REPORT = report(B);

  @Test
  void anOpenReportIsInNothingThatEverybodyMayKnow() {
    Ledger ledger = ledger(FIRST, COMMENT, REPORT);

    assertThat(ledger.history(B)).containsExactly(COMMENT);
    assertThat(ledger.changed(B)).contains(at(1, "kari").at());
    assertThat(ledger.people()).containsExactly("kari");
    assertThat(ledger.tells(REPORT)).isFalse();
    assertThat(ledger.reports(B)).containsExactly(new Reported(REPORT, null));
  }

  @ParameterizedTest
  @EnumSource
  void theLastVerdictSaysWhetherItIsTold(Verdict verdict) {
    Settle former = new Settle(at(7, "ola"), B, REPORT.id(), Verdict.ACCEPTED);
    Settle settle = new Settle(at(8, "kari"), B, REPORT.id(), verdict);

    Ledger ledger = ledger(FIRST, settle, REPORT, former);

    boolean told = verdict == Verdict.ACCEPTED || verdict == Verdict.MENDED;
    assertThat(ledger.history(B)).isEqualTo(told ? List.of(REPORT, former, settle) : List.of());
    assertThat(Stream.of(REPORT, former, settle).filter(ledger::tells).count())
        .isEqualTo(told ? 3 : 0);
    assertThat(ledger.reports(B)).containsExactly(new Reported(REPORT, settle));
    assertThat(ledger.reports(B).getFirst().verdict()).isEqualTo(verdict);
  }

  @Test
  void aReportStaysWithItsTextAndIsNeverLost() {
    Laid merged = laid(9, List.of(placed(C, A)), new Departure(B, C));
    Laid gone = laid(9, List.of(placed(C, A)), new Departure(B, null));

    assertThat(ledger(FIRST, REPORT, merged).reports(C)).hasSize(1);
    assertThat(ledger(FIRST, REPORT, merged).reports(B)).isEmpty();
    assertThat(ledger(FIRST, REPORT, gone).reports(A)).hasSize(1);
    assertThat(ledger(FIRST, report(D)).reports(A)).hasSize(1);
  }

  @Test
  void whatIsSaidOfAReportThatIsNotThereIsNotTold() {
    var settle = new Settle(at(8, "kari"), B, REPORT.id(), Verdict.ACCEPTED);

    assertThat(ledger(FIRST, settle).history(B)).isEmpty();
  }

  private static Ledger ledger(Event... events) {
    return Ledger.fold(List.of(events));
  }

  private static Report report(SectionId section) {
    return new Report(
        at(5, "reader"),
        section,
        new Complaint(Flaw.MEANING, "Ikke det."),
        new Quotation(Side.TRANSLATION, "must", "", ""),
        new Version("-", "-", "d-0"));
  }
}
