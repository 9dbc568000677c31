package no.speil.record;

import static no.speil.corpus.State.TRANSLATED;
import static no.speil.record.TestSections.A;
import static no.speil.record.TestSections.B;
import static no.speil.record.TestSections.C;
import static no.speil.record.TestSections.D;
import static no.speil.record.TestSections.laid;
import static no.speil.record.TestSections.layout;
import static no.speil.record.TestSections.mark;
import static no.speil.record.TestSections.placed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.record.LayoutEvent.Cause;
import org.junit.jupiter.api.Test;

class RecordStateTest {
  private static final LayoutEvent FIRST =
      laid(0, List.of(placed(A, null), placed(B, null), placed(C, null)));

  @Test
  void emptyRecordHasNothing() {
    RecordState recordState = RecordState.fold(List.of());

    assertThat(recordState.layout()).isEmpty();
    assertThat(recordState.held()).isEmpty();
    assertThat(recordState.people()).isEmpty();
    assertThat(recordState.history(A)).isEmpty();
  }

  @Test
  void firstLayoutStandsInItsOrder() {
    assertThat(order(FIRST)).containsExactly(A, B, C);
  }

  @Test
  void timeOfChangeIsThatOfTheLastLayoutOrActionWhateverTheOrderOfLines() {
    RecordState recordState =
        RecordState.fold(
            List.of(
                FIRST,
                mark(7, "kari", TRANSLATED, "tekst", "text"),
                laid(5, List.of(placed(A, null), placed(B, A)))));

    assertThat(recordState.changed(A)).contains(TestSections.at(7, "kari").at());
    assertThat(recordState.changed(B)).contains(TestSections.at(5, "speil").at());
    assertThat(recordState.changed(C)).contains(TestSections.at(0, "speil").at());
    assertThat(recordState.changed(D)).isEmpty();
  }

  @Test
  void anOriginalIsRevisedByALayoutWithOtherWordsAndNotByOtherTranslationsOrCorrections() {
    LayoutEvent moved = laid(1, List.of(placed(C, null)));
    LayoutEvent translated =
        laid(2, List.of(new SectionPlacement(layout(A, "no " + A, "another"), C)));
    LayoutEvent changed = laid(3, List.of(new SectionPlacement(layout(B, "ny", "en " + B), A)));
    var asked =
        new LayoutEvent(
            TestSections.at(4, "kari"),
            List.of(new SectionPlacement(layout(C, "flyttet", "en " + C), null)),
            List.of(),
            Cause.REALIGNMENT,
            0);
    RecordState recordState = RecordState.fold(List.of(FIRST, moved, translated, changed, asked));

    assertThat(recordState.revised(A)).isEmpty();
    assertThat(recordState.revised(B)).contains(TestSections.at(3, "speil").at());
    assertThat(recordState.revised(C)).isEmpty();
    assertThat(recordState.revised(D)).isEmpty();
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

    RecordState recordState =
        RecordState.fold(List.of(FIRST, laid(1, List.of(new SectionPlacement(changed, A)))));

    assertThat(recordState.layout().get(1)).isEqualTo(changed);
    assertThat(recordState.layout()).hasSize(3);
  }

  @Test
  void removedSectionLeavesTheLayoutAndIsRemembered() {
    RecordState recordState =
        RecordState.fold(List.of(FIRST, laid(1, List.of(), new RemovedSection(B, null))));

    assertThat(ids(recordState)).containsExactly(A, C);
    assertThat(recordState.held()).containsExactlyInAnyOrder(A, B, C);
    assertThat(recordState.removal(B)).contains(new RemovedSection(B, null));
    assertThat(recordState.removal(A)).isEmpty();
    assertThat(recordState.removal(D)).isEmpty();
  }

  @Test
  void mergedSectionLeadsOnThroughLaterMerges() {
    RecordState recordState =
        RecordState.fold(
            List.of(
                FIRST,
                laid(1, List.of(), new RemovedSection(B, A)),
                laid(2, List.of(), new RemovedSection(A, C))));

    assertThat(recordState.removal(B)).contains(new RemovedSection(B, C));
    assertThat(recordState.removal(A)).contains(new RemovedSection(A, C));
  }

  @Test
  void circularMergesLeadToNoSection() {
    RecordState recordState =
        RecordState.fold(
            List.of(FIRST, laid(1, List.of(), new RemovedSection(A, B), new RemovedSection(B, A))));

    assertThat(recordState.removal(A)).contains(new RemovedSection(A, null));
  }

  @Test
  void sectionThatComesBackIsNotRemoved() {
    RecordState recordState =
        RecordState.fold(
            List.of(
                FIRST,
                laid(1, List.of(), new RemovedSection(B, null)),
                laid(2, List.of(placed(B, A)))));

    assertThat(ids(recordState)).containsExactly(A, B, C);
    assertThat(recordState.removal(B)).isEmpty();
  }

  @Test
  void historyOfAMergedSectionIsNotTheSurvivors() {
    MarkEvent old = mark(1, "kari", TRANSLATED, "no", "en");

    RecordState recordState =
        RecordState.fold(List.of(FIRST, old, laid(2, List.of(), new RemovedSection(A, B))));

    assertThat(recordState.history(B)).isEmpty();
    assertThat(recordState.history(A)).containsExactly(old);
  }

  @Test
  void layoutsFollowLinesWhateverTheClockSays() {
    LayoutEvent future = laid(900_000, List.of(placed(D, A)));
    LayoutEvent past = laid(-900_000, List.of(), new RemovedSection(D, null));

    assertThat(order(FIRST, future, past)).containsExactly(A, B, C);
    assertThat(order(laid(500, FIRST.sections()), past, laid(-5, List.of(placed(D, A)))))
        .containsExactly(A, D, B, C);
  }

  @Test
  void actionsFollowTimeAndThenLines() {
    MarkEvent late = mark(5, "kari", TRANSLATED, "no", "en");
    CommentEvent early = new CommentEvent(TestSections.at(1, "ola"), A, "først");
    CommentEvent same = new CommentEvent(TestSections.at(5, "ola"), A, "sist");

    RecordState recordState = RecordState.fold(List.of(FIRST, late, same, early));

    assertThat(recordState.history(A)).containsExactly(early, late, same);
    assertThat(recordState.people()).containsExactly("kari", "ola");
  }

  @Test
  void mergedRecordsCountSharedLinesOnce() {
    MarkEvent mine = mark(1, "kari", TRANSLATED, "no", "en");
    CommentEvent theirs = new CommentEvent(TestSections.at(2, "ola"), A, "ja");
    LayoutEvent moved = laid(3, List.of(placed(D, A)));
    LayoutEvent away = laid(4, List.of(), new RemovedSection(D, B));

    RecordState recordState =
        RecordState.fold(List.of(FIRST, mine, moved, FIRST, theirs, mine, moved, away, moved));

    assertThat(ids(recordState)).containsExactly(A, B, C);
    assertThat(recordState.history(A)).containsExactly(mine, theirs);
  }

  @Test
  void secondWholeLayoutOfAMergeKeepsItsOrder() {
    LayoutEvent elsewhere = laid(2, List.of(placed(A, null), placed(B, null), placed(C, null)));

    assertThat(order(FIRST, elsewhere)).containsExactly(A, B, C);
  }

  @Test
  void linkEventChangesTheLayoutAndIsHistory() {
    LayoutEvent link =
        new LayoutEvent(
            TestSections.at(1, "kari"),
            List.of(new SectionPlacement(layout(A, "no", "en"), null)),
            List.of(new RemovedSection(B, A)),
            Cause.CORRECTION,
            0);

    RecordState recordState = RecordState.fold(List.of(FIRST, link));

    assertThat(ids(recordState)).containsExactly(A, C);
    assertThat(recordState.history(A)).containsExactly(link);
    assertThat(recordState.people()).containsExactly("kari");
  }

  @Test
  void sectionThatLostItsOriginalIsOrphaned() {
    LayoutEvent lost =
        laid(
            1,
            List.of(
                new SectionPlacement(layout(A, "", "en"), null),
                new SectionPlacement(layout(D, "", "added"), A)));

    RecordState recordState = RecordState.fold(List.of(FIRST, lost));

    assertThat(recordState.orphaned()).containsExactly(A);
  }

  @Test
  void orphansAreComputedOnce() {
    RecordState recordState = RecordState.fold(List.of(FIRST));

    assertThat(recordState.orphaned()).isSameAs(recordState.orphaned());
  }

  @Test
  void eventsOfUnknownSectionsAndKindsAreKept() {
    UnknownEvent omit = new UnknownEvent(TestSections.at(1, "kari"), "omit", D);
    UnknownEvent strange = new UnknownEvent(TestSections.at(1, "kari"), "report", null);

    RecordState recordState = RecordState.fold(List.of(omit, strange));

    assertThat(recordState.history(D)).containsExactly(omit);
    assertThat(recordState.held()).containsExactly(D);
  }

  private static List<SectionId> order(Event... events) {
    return ids(RecordState.fold(List.of(events)));
  }

  private static List<SectionId> ids(RecordState recordState) {
    return recordState.layout().stream().map(SectionLayout::id).toList();
  }
}
