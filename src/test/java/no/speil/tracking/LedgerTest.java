package no.speil.tracking;

import static no.speil.corpus.State.TRANSLATED;
import static no.speil.tracking.Example.A;
import static no.speil.tracking.Example.B;
import static no.speil.tracking.Example.C;
import static no.speil.tracking.Example.D;
import static no.speil.tracking.Example.laid;
import static no.speil.tracking.Example.layout;
import static no.speil.tracking.Example.mark;
import static no.speil.tracking.Example.placed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.Departure;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Laid FIRST =
      laid(0, List.of(placed(A, null), placed(B, null), placed(C, null)));

  @Test
  void emptyRecordHasNothing() {
    Ledger ledger = Ledger.fold(List.of());

    assertThat(ledger.layout()).isEmpty();
    assertThat(ledger.held()).isEmpty();
    assertThat(ledger.people()).isEmpty();
    assertThat(ledger.history(A)).isEmpty();
  }

  @Test
  void firstLayoutStandsInItsOrder() {
    assertThat(order(FIRST)).containsExactly(A, B, C);
  }

  @Test
  void laterLayoutPlacesAfterTheSectionItNames() {
    assertThat(order(FIRST, laid(1, List.of(placed(D, A))))).containsExactly(A, D, B, C);
    assertThat(order(FIRST, laid(1, List.of(placed(C, null))))).containsExactly(C, A, B);
    assertThat(order(FIRST, laid(1, List.of(placed(D, C), placed(A, D)))))
        .containsExactly(B, C, D, A);
  }

  @Test
  void sectionAfterOneThatIsNotThereComesLast() {
    SectionId strange = new SectionId("zzzzzzzzzz");

    assertThat(order(FIRST, laid(1, List.of(placed(A, strange))))).containsExactly(B, C, A);
  }

  @Test
  void changedSectionReplacesItsOlderSelf() {
    SectionLayout changed = layout(B, "nytt", "new");

    Ledger ledger = Ledger.fold(List.of(FIRST, laid(1, List.of(new Placed(changed, A)))));

    assertThat(ledger.layout().get(1)).isEqualTo(changed);
    assertThat(ledger.layout()).hasSize(3);
  }

  @Test
  void goneSectionLeavesTheLayoutAndIsRemembered() {
    Ledger ledger = Ledger.fold(List.of(FIRST, laid(1, List.of(), new Departure(B, null))));

    assertThat(ids(ledger)).containsExactly(A, C);
    assertThat(ledger.held()).containsExactlyInAnyOrder(A, B, C);
    assertThat(ledger.departure(B)).contains(new Departure(B, null));
    assertThat(ledger.departure(A)).isEmpty();
    assertThat(ledger.departure(D)).isEmpty();
  }

  @Test
  void mergedSectionLeadsOnThroughLaterMerges() {
    Ledger ledger =
        Ledger.fold(
            List.of(
                FIRST,
                laid(1, List.of(), new Departure(B, A)),
                laid(2, List.of(), new Departure(A, C))));

    assertThat(ledger.departure(B)).contains(new Departure(B, C));
    assertThat(ledger.departure(A)).contains(new Departure(A, C));
  }

  @Test
  void mergesInACircleEndNowhere() {
    Ledger ledger =
        Ledger.fold(List.of(FIRST, laid(1, List.of(), new Departure(A, B), new Departure(B, A))));

    assertThat(ledger.departure(A)).contains(new Departure(A, null));
  }

  @Test
  void sectionThatComesBackHasNotDeparted() {
    Ledger ledger =
        Ledger.fold(
            List.of(
                FIRST, laid(1, List.of(), new Departure(B, null)), laid(2, List.of(placed(B, A)))));

    assertThat(ids(ledger)).containsExactly(A, B, C);
    assertThat(ledger.departure(B)).isEmpty();
  }

  @Test
  void historyOfAMergedSectionIsNotTheSurvivors() {
    Mark old = mark(1, "kari", TRANSLATED, "no", "en");

    Ledger ledger = Ledger.fold(List.of(FIRST, old, laid(2, List.of(), new Departure(A, B))));

    assertThat(ledger.history(B)).isEmpty();
    assertThat(ledger.history(A)).containsExactly(old);
  }

  @Test
  void layoutsFollowLinesWhateverTheClockSays() {
    Laid future = laid(900_000, List.of(placed(D, A)));
    Laid past = laid(-900_000, List.of(), new Departure(D, null));

    assertThat(order(FIRST, future, past)).containsExactly(A, B, C);
    assertThat(order(laid(500, FIRST.sections()), past, laid(-5, List.of(placed(D, A)))))
        .containsExactly(A, D, B, C);
  }

  @Test
  void actionsFollowTimeAndThenLines() {
    Mark late = mark(5, "kari", TRANSLATED, "no", "en");
    Comment early = new Comment(Example.at(1, "ola"), A, "først");
    Comment same = new Comment(Example.at(5, "ola"), A, "sist");

    Ledger ledger = Ledger.fold(List.of(FIRST, late, same, early));

    assertThat(ledger.history(A)).containsExactly(early, late, same);
    assertThat(ledger.people()).containsExactly("kari", "ola");
  }

  @Test
  void mergedRecordsCountSharedLinesOnce() {
    Mark mine = mark(1, "kari", TRANSLATED, "no", "en");
    Comment theirs = new Comment(Example.at(2, "ola"), A, "ja");
    Laid moved = laid(3, List.of(placed(D, A)));
    Laid away = laid(4, List.of(), new Departure(D, B));

    Ledger ledger =
        Ledger.fold(List.of(FIRST, mine, moved, FIRST, theirs, mine, moved, away, moved));

    assertThat(ids(ledger)).containsExactly(A, B, C);
    assertThat(ledger.history(A)).containsExactly(mine, theirs);
  }

  @Test
  void secondWholeLayoutOfAMergeKeepsItsOrder() {
    Laid elsewhere = laid(2, List.of(placed(A, null), placed(B, null), placed(C, null)));

    assertThat(order(FIRST, elsewhere)).containsExactly(A, B, C);
  }

  @Test
  void linkByAPersonLaysAndIsHistory() {
    Link link =
        new Link(
            Example.at(1, "kari"),
            List.of(new Placed(layout(A, "no", "en"), null)),
            List.of(new Departure(B, A)));

    Ledger ledger = Ledger.fold(List.of(FIRST, link));

    assertThat(ids(ledger)).containsExactly(A, C);
    assertThat(ledger.history(A)).containsExactly(link);
    assertThat(ledger.people()).containsExactly("kari");
  }

  @Test
  void sectionThatLostItsOriginalIsOrphaned() {
    Laid lost =
        laid(
            1,
            List.of(new Placed(layout(A, "", "en"), null), new Placed(layout(D, "", "added"), A)));

    Ledger ledger = Ledger.fold(List.of(FIRST, lost));

    assertThat(ledger.orphaned()).containsExactly(A);
  }

  @Test
  void orphansAreFoundOnceHoweverOftenTheyAreAskedFor() {
    Ledger ledger = Ledger.fold(List.of(FIRST));

    assertThat(ledger.orphaned()).isSameAs(ledger.orphaned());
  }

  @Test
  void eventsOfUnknownSectionsAndKindsAreKept() {
    Unrecognized omit = new Unrecognized(Example.at(1, "kari"), "omit", D);
    Unrecognized strange = new Unrecognized(Example.at(1, "kari"), "report", null);

    Ledger ledger = Ledger.fold(List.of(omit, strange));

    assertThat(ledger.history(D)).containsExactly(omit);
    assertThat(ledger.held()).containsExactly(D);
  }

  private static List<SectionId> order(Event... events) {
    return ids(Ledger.fold(List.of(events)));
  }

  private static List<SectionId> ids(Ledger ledger) {
    return ledger.layout().stream().map(SectionLayout::id).toList();
  }
}
