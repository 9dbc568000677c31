package no.speil.status;

import static no.speil.corpus.Freshness.CURRENT;
import static no.speil.corpus.Freshness.ORPHAN;
import static no.speil.corpus.Freshness.STALE;
import static no.speil.corpus.Freshness.UNKNOWN;
import static no.speil.corpus.Freshness.UNVERIFIABLE;
import static no.speil.corpus.State.DRAFT;
import static no.speil.corpus.State.REVIEWED;
import static no.speil.corpus.State.TRANSLATED;
import static no.speil.corpus.State.UNTRANSLATED;
import static no.speil.record.TestSections.at;
import static no.speil.record.TestSections.confirm;
import static no.speil.record.TestSections.edit;
import static no.speil.record.TestSections.mark;
import static no.speil.record.TestSections.section;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.record.CommentEvent;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.MarkEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.SuggestEvent;
import no.speil.record.TestSections;
import no.speil.record.TextSnapshot;
import no.speil.record.UnknownEvent;
import no.speil.status.grading.Change;
import no.speil.status.grading.ChangeClass;
import org.junit.jupiter.api.Test;

class StatusRuleTest {
  private static final String NO = "Styret har makt.";
  private static final String NO_NOT = "Styret har ikke makt.";
  private static final String EN = "The board has power.";
  private static final String EN_NEW = "The board holds power.";
  private static final MarkEvent TRANSLATED_BY_KARI = mark(1, "kari", TRANSLATED, NO, EN);
  private static final MarkEvent REVIEWED_BY_OLA = mark(2, "ola", REVIEWED, NO, EN);

  @Test
  void textNeverMarkedIsAnUnknownDraft() {
    assertThat(judge(NO, EN))
        .isEqualTo(
            new SectionStatus(
                DRAFT, UNKNOWN, null, new StateReason.NeverMarked(), Attribution.NOBODY));
  }

  @Test
  void sectionWithoutTranslationIsUntranslated() {
    assertThat(judge(NO, ""))
        .isEqualTo(
            new SectionStatus(
                UNTRANSLATED,
                UNKNOWN,
                null,
                new StateReason.NeverTranslated(),
                Attribution.NOBODY));
  }

  @Test
  void removedTranslationSaysSo() {
    SectionStatus sectionStatus = judge(NO, "", TRANSLATED_BY_KARI);

    assertThat(sectionStatus.state()).isEqualTo(UNTRANSLATED);
    assertThat(sectionStatus.freshness()).isEqualTo(UNKNOWN);
    assertThat(sectionStatus.reason()).isEqualTo(new StateReason.TranslationRemoved(TRANSLATED));
  }

  @Test
  void markedPairIsAsMarked() {
    assertThat(judge(NO, EN, TRANSLATED_BY_KARI, REVIEWED_BY_OLA))
        .isEqualTo(
            new SectionStatus(
                REVIEWED,
                CURRENT,
                null,
                new StateReason.AsMarked(),
                new Attribution(at(2, "ola"), at(2, "ola"), at(1, "kari"))));
  }

  @Test
  void editedOriginalMakesReviewedSectionStale() {
    SectionStatus sectionStatus = judge(NO_NOT, EN, REVIEWED_BY_OLA);

    assertThat(sectionStatus.state()).isEqualTo(REVIEWED);
    assertThat(sectionStatus.freshness()).isEqualTo(STALE);
    assertThat(sectionStatus.change()).isEqualTo(TestSections.change(NO, NO_NOT));
    assertThat(TestSections.change(NO, NO_NOT).grade()).isEqualTo(ChangeClass.FACTS);
  }

  @Test
  void changeIsAgainstTheTextLastConfirmed() {
    ConfirmEvent confirm = confirm(3, "kari", NO_NOT, EN);

    assertThat(judge(NO_NOT, EN, REVIEWED_BY_OLA, confirm))
        .extracting(SectionStatus::state, SectionStatus::freshness)
        .containsExactly(REVIEWED, CURRENT);
    assertThat(judge("Styret har ikke makta.", EN, REVIEWED_BY_OLA, confirm).change())
        .isEqualTo(TestSections.change(NO_NOT, "Styret har ikke makta."));
  }

  @Test
  void markupOfTheOriginalMakesNothingStale() {
    SectionStatus sectionStatus = judge("**Styret** har makt.", EN, REVIEWED_BY_OLA);

    assertThat(sectionStatus.freshness()).isEqualTo(CURRENT);
    assertThat(sectionStatus.change()).isEqualTo(TestSections.change(NO, "**Styret** har makt."));
    assertThat(TestSections.change(NO, "**Styret** har makt.").grade())
        .isEqualTo(ChangeClass.MARKUP);
  }

  @Test
  void renumberedListMakesItsItemsNotStale() {
    MarkEvent marked = mark(1, "kari", TRANSLATED, "1. styret skal gå", EN);

    assertThat(judge(item("2. styret skal gå", true), marked).freshness()).isEqualTo(CURRENT);
    assertThat(judge(item("2. styret skal bli", true), marked).freshness()).isEqualTo(STALE);
  }

  @Test
  void numberOfAnItemByItselfMayBeAWord() {
    MarkEvent marked = mark(1, "kari", TRANSLATED, "1. verdskrigen er over.", EN);

    SectionStatus sectionStatus = judge(item("2. verdskrigen er over.", false), marked);

    assertThat(sectionStatus.freshness()).isEqualTo(STALE);
    assertThat(sectionStatus.change()).extracting(Change::grade).isEqualTo(ChangeClass.FACTS);
  }

  @Test
  void titleIsReadAsItIsWritten() {
    MarkEvent marked = mark(1, "kari", TRANSLATED, "3. Kvinner", EN);
    Section title =
        new Section(
            TestSections.A,
            List.of(TestSections.block(BlockKind.TITLE, "4. Kvinner")),
            TestSections.run(EN),
            TestSections.AUTOMATIC);

    assertThat(judge(title, marked).change())
        .extracting(Change::grade)
        .isEqualTo(ChangeClass.FACTS);
  }

  @Test
  void reflowingAndComposingChangeNothing() {
    SectionStatus sectionStatus =
        judge(
            "Å ha  makt\ner bra.",
            "To have\npower.",
            mark(1, "kari", REVIEWED, "A\u030A ha makt er bra.", "To have power."));

    assertThat(sectionStatus.state()).isEqualTo(REVIEWED);
    assertThat(sectionStatus.freshness()).isEqualTo(CURRENT);
    assertThat(sectionStatus.change()).isNull();
  }

  @Test
  void translationEditedOutsideBecomesDraftWithAReason() {
    SectionStatus sectionStatus = judge(NO, EN_NEW, REVIEWED_BY_OLA);

    assertThat(sectionStatus.state()).isEqualTo(DRAFT);
    assertThat(sectionStatus.freshness()).isEqualTo(UNKNOWN);
    assertThat(sectionStatus.reason()).isEqualTo(new StateReason.EditedOutside(REVIEWED));
  }

  @Test
  void translationEditedByAPersonBecomesDraftAndNamesThem() {
    SectionStatus sectionStatus =
        judge(NO, EN_NEW, REVIEWED_BY_OLA, edit(3, "kari", NO, EN, EN_NEW));

    assertThat(sectionStatus.state()).isEqualTo(DRAFT);
    assertThat(sectionStatus.freshness()).isEqualTo(CURRENT);
    assertThat(sectionStatus.reason()).isEqualTo(new StateReason.EditedBy(at(3, "kari"), REVIEWED));
    assertThat(sectionStatus.attribution())
        .isEqualTo(new Attribution(at(2, "ola"), at(2, "ola"), at(3, "kari")));
  }

  @Test
  void editedOutsideAfterAnEditIsOutside() {
    SectionStatus sectionStatus =
        judge(NO, "Other.", REVIEWED_BY_OLA, edit(3, "kari", NO, EN, EN_NEW));

    assertThat(sectionStatus.reason()).isEqualTo(new StateReason.EditedOutside(REVIEWED));
    assertThat(sectionStatus.freshness()).isEqualTo(UNKNOWN);
  }

  @Test
  void savingAgainstAnOlderOriginalIsStaleAtOnce() {
    SectionStatus sectionStatus = judge(NO_NOT, EN_NEW, edit(3, "kari", NO, EN, EN_NEW));

    assertThat(sectionStatus.state()).isEqualTo(DRAFT);
    assertThat(sectionStatus.freshness()).isEqualTo(STALE);
    assertThat(sectionStatus.change()).isEqualTo(TestSections.change(NO, NO_NOT));
  }

  @Test
  void savingAgainstTheOriginalAsItIsMakesAStaleSectionACurrentDraft() {
    assertThat(judge(NO_NOT, EN_NEW, REVIEWED_BY_OLA, edit(3, "kari", NO_NOT, EN, EN_NEW)))
        .extracting(SectionStatus::state, SectionStatus::freshness, SectionStatus::change)
        .containsExactly(DRAFT, CURRENT, null);
  }

  @Test
  void bothSidesChangedOutsideIsStaleRatherThanUnknown() {
    assertThat(judge(NO_NOT, EN_NEW, REVIEWED_BY_OLA))
        .extracting(SectionStatus::state, SectionStatus::freshness)
        .containsExactly(DRAFT, STALE);
  }

  @Test
  void textTakenBackToTheOneReviewedIsReviewedAgain() {
    assertThat(judge(NO, EN, REVIEWED_BY_OLA, edit(3, "kari", NO, EN, EN_NEW)))
        .extracting(SectionStatus::state, SectionStatus::freshness)
        .containsExactly(REVIEWED, CURRENT);
  }

  @Test
  void markingDownTakesBackWhatWasVouchedForThisPair() {
    SectionStatus sectionStatus = judge(NO, EN, TRANSLATED_BY_KARI, mark(3, "kari", DRAFT, NO, EN));

    assertThat(sectionStatus.state()).isEqualTo(DRAFT);
    assertThat(sectionStatus.freshness()).isEqualTo(UNKNOWN);
    assertThat(sectionStatus.attribution().judged()).isEqualTo(at(3, "kari"));
    assertThat(sectionStatus.attribution().vouched()).isNull();
  }

  @Test
  void markingDownAStaleSectionLeavesItStale() {
    assertThat(judge(NO_NOT, EN, REVIEWED_BY_OLA, mark(3, "kari", UNTRANSLATED, NO_NOT, EN)))
        .extracting(SectionStatus::state, SectionStatus::freshness)
        .containsExactly(UNTRANSLATED, STALE);
  }

  @Test
  void changeFromATextThatWasNotKeptIsTheMostSerious() {
    var bare = new TextSnapshot(TextHash.of(TestSections.run(NO)), null);
    var mark = new MarkEvent(at(1, "ola"), TestSections.A, REVIEWED, bare, TestSections.text(EN));

    SectionStatus sectionStatus = judge("Styret har makt!", EN, mark);

    assertThat(sectionStatus.freshness()).isEqualTo(STALE);
    assertThat(sectionStatus.change()).isEqualTo(Change.fromUnknown());
    assertThat(Change.fromUnknown().olderTextIsKnown()).isFalse();
  }

  @Test
  void confirmingUnmarkedTextVouchesForItAndLeavesItADraft() {
    assertThat(judge(NO, EN, confirm(1, "kari", NO, EN)))
        .extracting(SectionStatus::state, SectionStatus::freshness, SectionStatus::reason)
        .containsExactly(DRAFT, CURRENT, new StateReason.NeverMarked());
  }

  @Test
  void confirmingTextChangedOutsideRenewsBothSides() {
    assertThat(judge(NO, EN_NEW, TRANSLATED_BY_KARI, confirm(3, "kari", NO, EN_NEW)))
        .extracting(SectionStatus::state, SectionStatus::freshness)
        .containsExactly(TRANSLATED, CURRENT);
  }

  @Test
  void translatorsConfirmingIsNoReviewOfTheirOwnNewText() {
    EditEvent edit = edit(3, "kari", NO, EN, EN_NEW);

    assertThat(judge(NO, EN_NEW, REVIEWED_BY_OLA, edit, confirm(4, "kari", NO, EN_NEW)).state())
        .isEqualTo(TRANSLATED);
    assertThat(judge(NO, EN_NEW, REVIEWED_BY_OLA, edit, confirm(4, "ola", NO, EN_NEW)).state())
        .isEqualTo(REVIEWED);
  }

  @Test
  void writerStaysTranslatorWhenAnotherPersonMarksTheText() {
    SectionStatus sectionStatus =
        judge(NO, EN, edit(1, "kari", NO, "", EN), mark(2, "ola", TRANSLATED, NO, EN));

    assertThat(sectionStatus.attribution().translated()).isEqualTo(at(1, "kari"));
  }

  @Test
  void freshnessWithoutOriginalDependsOnWhereItsOriginalIs() {
    var statusRule = TestSections.RULE;
    var mark = mark(1, "kari", TRANSLATED, "", EN);

    assertThat(
            freshness(
                statusRule.judge(section("", EN), List.of(mark), List.of(), null, true, false)))
        .isEqualTo(UNVERIFIABLE);
    assertThat(
            freshness(
                statusRule.judge(section("", EN), List.of(mark), List.of(), null, false, true)))
        .isEqualTo(ORPHAN);
    assertThat(
            freshness(
                statusRule.judge(section("", EN), List.of(mark), List.of(), null, false, false)))
        .isEqualTo(CURRENT);
    assertThat(
            freshness(statusRule.judge(section("", EN), List.of(), List.of(), null, false, false)))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void originalThatArrivesLaterMakesFreshnessUnknown() {
    assertThat(judge(NO, EN, mark(1, "kari", TRANSLATED, "", EN)))
        .extracting(SectionStatus::state, SectionStatus::freshness, SectionStatus::change)
        .containsExactly(TRANSLATED, UNKNOWN, null);
  }

  @Test
  void whatIsKeptWithoutItsOriginalIsCurrentUntilATextChanges() {
    ConfirmEvent kept = confirm(3, "kari", "", EN);

    assertThat(freshness(orphan(EN, TRANSLATED_BY_KARI))).isEqualTo(ORPHAN);
    assertThat(freshness(orphan(EN, TRANSLATED_BY_KARI, kept))).isEqualTo(CURRENT);
    assertThat(freshness(orphan(EN_NEW, TRANSLATED_BY_KARI, kept))).isEqualTo(ORPHAN);
    assertThat(freshness(judge(NO, EN, TRANSLATED_BY_KARI, kept))).isEqualTo(CURRENT);
    assertThat(freshness(judge(NO_NOT, EN, TRANSLATED_BY_KARI, kept))).isEqualTo(STALE);
  }

  private static SectionStatus orphan(String translation, Event... history) {
    return TestSections.RULE.judge(
        section("", translation), List.of(history), List.of(), null, false, true);
  }

  @Test
  void aSmallChangeIsACorrectionOnlyWhereTwoPeopleLooked() {
    EditEvent first = edit(1, "kari", NO, "", EN);
    EditEvent change = edit(2, "ola", NO, EN, EN_NEW);
    MarkEvent approval = mark(2, "ola", REVIEWED, NO, EN_NEW);
    var suggestion =
        new SuggestEvent(at(2, "per"), TestSections.A, EN_NEW, SuggestEvent.Reason.PROPOSED);
    var draft =
        new SuggestEvent(at(2, "kari"), TestSections.A, EN_NEW, SuggestEvent.Reason.MACHINE);

    assertThat(translator(first, change)).isEqualTo("ola");
    assertThat(translator(first, change, approval)).isEqualTo("kari");
    assertThat(translator(first, change, mark(3, "ola", REVIEWED, NO, EN_NEW))).isEqualTo("ola");
    assertThat(translator(first, suggestion, accepted(suggestion), change)).isEqualTo("kari");
    assertThat(translator(draft, accepted(draft), edit(2, "ola", NO, "", EN_NEW))).isEqualTo("ola");
    assertThat(translator(suggestion, accepted(suggestion), edit(2, "ola", NO, "", EN_NEW)))
        .isEqualTo("per");
  }

  @Test
  void aTextThatIsTakenOutAndPutBackIsItsTranslators() {
    EditEvent first = edit(1, "kari", NO, "", EN);

    assertThat(translator(first, edit(2, "ola", NO, EN, ""), edit(3, "ola", NO, "", EN)))
        .isEqualTo("kari");
  }

  private static ResolveEvent accepted(SuggestEvent suggestion) {
    return new ResolveEvent(
        at(2, "ola"), TestSections.A, suggestion.id(), ResolveEvent.Outcome.ACCEPTED);
  }

  private static String translator(Event... history) {
    return Objects.requireNonNull(judge(NO, EN_NEW, history).attribution().translated()).by();
  }

  @Test
  void commentsAndSuggestionsDoNotChangeTheStatus() {
    assertThat(
            judge(
                NO,
                EN,
                REVIEWED_BY_OLA,
                new CommentEvent(at(3, "per"), TestSections.A, "fint"),
                new SuggestEvent(
                    at(4, "per"), TestSections.A, "Other.", SuggestEvent.Reason.PROPOSED),
                new UnknownEvent(at(5, "per"), "omit", TestSections.A)))
        .isEqualTo(judge(NO, EN, REVIEWED_BY_OLA));
  }

  @Test
  void aTextThatNobodyHasCheckedIsStaleOnceTheOriginalItCameWithHasChanged() {
    var came = new TextSnapshot(TextHash.of(TestSections.run(NO)), NO);
    SectionStatus changed = judgeSince(came, NO_NOT);
    assertThat(changed.state()).isEqualTo(DRAFT);
    assertThat(changed.freshness()).isEqualTo(STALE);
    assertThat(Objects.requireNonNull(changed.change()).grade()).isEqualTo(ChangeClass.FACTS);
    assertThat(judgeSince(came, NO).freshness()).isEqualTo(UNKNOWN);
    assertThat(judgeSince(came, "Styret har **makt**.").freshness()).isEqualTo(UNKNOWN);
    assertThat(judgeSince(came, NO_NOT, mark(1, "kari", TRANSLATED, NO_NOT, EN)).freshness())
        .isEqualTo(CURRENT);
  }

  private static SectionStatus judgeSince(TextSnapshot baseline, String now, Event... history) {
    return TestSections.RULE.judge(
        section(now, EN), List.of(history), List.of(), baseline, false, false);
  }

  private static SectionStatus judge(String original, String translation, Event... history) {
    return TestSections.RULE.judge(
        section(original, translation), List.of(history), List.of(), null, false, false);
  }

  private static SectionStatus judge(Section section, Event... history) {
    return TestSections.RULE.judge(section, List.of(history), List.of(), null, false, false);
  }

  private static Section item(String markdown, boolean listed) {
    var source = new Block.Source(0, 1, markdown);
    var block = new Block(BlockKind.ITEM, 0, source, markdown, listed);
    return new Section(
        TestSections.A, List.of(block), TestSections.run(EN), TestSections.AUTOMATIC);
  }

  private static Freshness freshness(SectionStatus sectionStatus) {
    State state = sectionStatus.state();
    assertThat(state).isNotEqualTo(UNTRANSLATED);
    return sectionStatus.freshness();
  }
}
