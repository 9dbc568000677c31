package no.speil.tracking;

import static no.speil.corpus.Freshness.CURRENT;
import static no.speil.corpus.Freshness.ORPHAN;
import static no.speil.corpus.Freshness.STALE;
import static no.speil.corpus.Freshness.UNKNOWN;
import static no.speil.corpus.Freshness.UNVERIFIABLE;
import static no.speil.corpus.State.DRAFT;
import static no.speil.corpus.State.REVIEWED;
import static no.speil.corpus.State.TRANSLATED;
import static no.speil.corpus.State.UNTRANSLATED;
import static no.speil.tracking.Example.at;
import static no.speil.tracking.Example.confirm;
import static no.speil.tracking.Example.edit;
import static no.speil.tracking.Example.mark;
import static no.speil.tracking.Example.section;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final String NO = "Styret har makt.";
  private static final String NO_NOT = "Styret har ikke makt.";
  private static final String EN = "The board has power.";
  private static final String EN_NEW = "The board holds power.";
  private static final Mark TRANSLATED_BY_KARI = mark(1, "kari", TRANSLATED, NO, EN);
  private static final Mark REVIEWED_BY_OLA = mark(2, "ola", REVIEWED, NO, EN);

  @Test
  void textNeverMarkedIsAnUnknownDraft() {
    assertThat(judge(NO, EN))
        .isEqualTo(new Standing(DRAFT, UNKNOWN, null, new Reason.NeverMarked(), Credit.NOBODY));
  }

  @Test
  void sectionWithoutTranslationIsUntranslated() {
    assertThat(judge(NO, ""))
        .isEqualTo(
            new Standing(UNTRANSLATED, UNKNOWN, null, new Reason.NeverTranslated(), Credit.NOBODY));
  }

  @Test
  void removedTranslationSaysSo() {
    Standing standing = judge(NO, "", TRANSLATED_BY_KARI);

    assertThat(standing.state()).isEqualTo(UNTRANSLATED);
    assertThat(standing.freshness()).isEqualTo(UNKNOWN);
    assertThat(standing.reason()).isEqualTo(new Reason.TranslationRemoved(TRANSLATED));
  }

  @Test
  void markedPairIsAsMarked() {
    assertThat(judge(NO, EN, TRANSLATED_BY_KARI, REVIEWED_BY_OLA))
        .isEqualTo(
            new Standing(
                REVIEWED,
                CURRENT,
                null,
                new Reason.AsMarked(),
                new Credit(at(2, "ola"), at(2, "ola"), at(1, "kari"))));
  }

  @Test
  void editedOriginalMakesReviewedSectionStale() {
    Standing standing = judge(NO_NOT, EN, REVIEWED_BY_OLA);

    assertThat(standing.state()).isEqualTo(REVIEWED);
    assertThat(standing.freshness()).isEqualTo(STALE);
    assertThat(standing.change()).isEqualTo(Change.between(NO, NO_NOT));
    assertThat(Change.between(NO, NO_NOT).grade()).isEqualTo(ChangeClass.FACTS);
  }

  @Test
  void changeIsAgainstTheTextLastConfirmed() {
    Confirm confirm = confirm(3, "kari", NO_NOT, EN);

    assertThat(judge(NO_NOT, EN, REVIEWED_BY_OLA, confirm))
        .extracting(Standing::state, Standing::freshness)
        .containsExactly(REVIEWED, CURRENT);
    assertThat(judge("Styret har ikke makta.", EN, REVIEWED_BY_OLA, confirm).change())
        .isEqualTo(Change.between(NO_NOT, "Styret har ikke makta."));
  }

  @Test
  void markupOfTheOriginalMakesNothingStale() {
    Standing standing = judge("**Styret** har makt.", EN, REVIEWED_BY_OLA);

    assertThat(standing.freshness()).isEqualTo(CURRENT);
    assertThat(standing.change()).isEqualTo(Change.between(NO, "**Styret** har makt."));
    assertThat(Change.between(NO, "**Styret** har makt.").grade()).isEqualTo(ChangeClass.MARKUP);
  }

  @Test
  void reflowingAndComposingChangeNothing() {
    Standing standing =
        judge(
            "Å ha  makt\ner bra.",
            "To have\npower.",
            mark(1, "kari", REVIEWED, "A\u030A ha makt er bra.", "To have power."));

    assertThat(standing.state()).isEqualTo(REVIEWED);
    assertThat(standing.freshness()).isEqualTo(CURRENT);
    assertThat(standing.change()).isNull();
  }

  @Test
  void translationEditedOutsideFallsToDraftAndSaysWhy() {
    Standing standing = judge(NO, EN_NEW, REVIEWED_BY_OLA);

    assertThat(standing.state()).isEqualTo(DRAFT);
    assertThat(standing.freshness()).isEqualTo(UNKNOWN);
    assertThat(standing.reason()).isEqualTo(new Reason.EditedOutside(REVIEWED));
  }

  @Test
  void translationEditedByAPersonFallsToDraftAndNamesThem() {
    Standing standing = judge(NO, EN_NEW, REVIEWED_BY_OLA, edit(3, "kari", NO, EN, EN_NEW));

    assertThat(standing.state()).isEqualTo(DRAFT);
    assertThat(standing.freshness()).isEqualTo(CURRENT);
    assertThat(standing.reason()).isEqualTo(new Reason.EditedBy(at(3, "kari"), REVIEWED));
    assertThat(standing.credit()).isEqualTo(new Credit(at(2, "ola"), at(2, "ola"), at(3, "kari")));
  }

  @Test
  void editedOutsideAfterAnEditIsOutside() {
    Standing standing = judge(NO, "Other.", REVIEWED_BY_OLA, edit(3, "kari", NO, EN, EN_NEW));

    assertThat(standing.reason()).isEqualTo(new Reason.EditedOutside(REVIEWED));
    assertThat(standing.freshness()).isEqualTo(UNKNOWN);
  }

  @Test
  void savingAgainstAnOlderOriginalIsStaleAtOnce() {
    Standing standing = judge(NO_NOT, EN_NEW, edit(3, "kari", NO, EN, EN_NEW));

    assertThat(standing.state()).isEqualTo(DRAFT);
    assertThat(standing.freshness()).isEqualTo(STALE);
    assertThat(standing.change()).isEqualTo(Change.between(NO, NO_NOT));
  }

  @Test
  void savingAgainstTheOriginalAsItIsMakesAStaleSectionACurrentDraft() {
    assertThat(judge(NO_NOT, EN_NEW, REVIEWED_BY_OLA, edit(3, "kari", NO_NOT, EN, EN_NEW)))
        .extracting(Standing::state, Standing::freshness, Standing::change)
        .containsExactly(DRAFT, CURRENT, null);
  }

  @Test
  void bothSidesChangedOutsideIsStaleRatherThanUnknown() {
    assertThat(judge(NO_NOT, EN_NEW, REVIEWED_BY_OLA))
        .extracting(Standing::state, Standing::freshness)
        .containsExactly(DRAFT, STALE);
  }

  @Test
  void textTakenBackToTheOneReviewedIsReviewedAgain() {
    assertThat(judge(NO, EN, REVIEWED_BY_OLA, edit(3, "kari", NO, EN, EN_NEW)))
        .extracting(Standing::state, Standing::freshness)
        .containsExactly(REVIEWED, CURRENT);
  }

  @Test
  void markingBackTakesBackWhatWasVouchedOfThisPair() {
    Standing standing = judge(NO, EN, TRANSLATED_BY_KARI, mark(3, "kari", DRAFT, NO, EN));

    assertThat(standing.state()).isEqualTo(DRAFT);
    assertThat(standing.freshness()).isEqualTo(UNKNOWN);
    assertThat(standing.credit().judged()).isEqualTo(at(3, "kari"));
    assertThat(standing.credit().vouched()).isNull();
  }

  @Test
  void markingDownAStaleSectionLeavesItStale() {
    assertThat(judge(NO_NOT, EN, REVIEWED_BY_OLA, mark(3, "kari", UNTRANSLATED, NO_NOT, EN)))
        .extracting(Standing::state, Standing::freshness)
        .containsExactly(UNTRANSLATED, STALE);
  }

  @Test
  void changeFromATextThatWasNotKeptIsTheGravest() {
    var bare = new Snapshot(TextHash.of(Example.run(NO)), null);
    var mark = new Mark(at(1, "ola"), Example.A, REVIEWED, bare, Example.text(EN));

    Standing standing = judge("Styret har makt!", EN, mark);

    assertThat(standing.freshness()).isEqualTo(STALE);
    assertThat(standing.change()).isEqualTo(Change.fromUnknown());
    assertThat(Change.fromUnknown().olderTextIsKnown()).isFalse();
  }

  @Test
  void confirmingUnmarkedTextVouchesForItAndLeavesItADraft() {
    assertThat(judge(NO, EN, confirm(1, "kari", NO, EN)))
        .extracting(Standing::state, Standing::freshness, Standing::reason)
        .containsExactly(DRAFT, CURRENT, new Reason.NeverMarked());
  }

  @Test
  void confirmingTextChangedOutsideRenewsBothSides() {
    assertThat(judge(NO, EN_NEW, TRANSLATED_BY_KARI, confirm(3, "kari", NO, EN_NEW)))
        .extracting(Standing::state, Standing::freshness)
        .containsExactly(TRANSLATED, CURRENT);
  }

  @Test
  void translatorsConfirmingIsNoReviewOfTheirOwnNewText() {
    Edit edit = edit(3, "kari", NO, EN, EN_NEW);

    assertThat(judge(NO, EN_NEW, REVIEWED_BY_OLA, edit, confirm(4, "kari", NO, EN_NEW)).state())
        .isEqualTo(TRANSLATED);
    assertThat(judge(NO, EN_NEW, REVIEWED_BY_OLA, edit, confirm(4, "ola", NO, EN_NEW)).state())
        .isEqualTo(REVIEWED);
  }

  @Test
  void whoeverWroteTheTextStaysItsTranslatorWhenAnotherMarksIt() {
    Standing standing =
        judge(NO, EN, edit(1, "kari", NO, "", EN), mark(2, "ola", TRANSLATED, NO, EN));

    assertThat(standing.credit().translated()).isEqualTo(at(1, "kari"));
  }

  @Test
  void translationWithoutOriginalIsJudgedByWhereItsOriginalIs() {
    var judge = new Judge();
    var mark = mark(1, "kari", TRANSLATED, "", EN);

    assertThat(freshness(judge.judge(section("", EN), List.of(mark), true, false)))
        .isEqualTo(UNVERIFIABLE);
    assertThat(freshness(judge.judge(section("", EN), List.of(mark), false, true)))
        .isEqualTo(ORPHAN);
    assertThat(freshness(judge.judge(section("", EN), List.of(mark), false, false)))
        .isEqualTo(CURRENT);
    assertThat(freshness(judge.judge(section("", EN), List.of(), false, false))).isEqualTo(UNKNOWN);
  }

  @Test
  void originalThatArrivesLaterWasComparedByNobody() {
    assertThat(judge(NO, EN, mark(1, "kari", TRANSLATED, "", EN)))
        .extracting(Standing::state, Standing::freshness, Standing::change)
        .containsExactly(TRANSLATED, UNKNOWN, null);
  }

  @Test
  void talkAboutASectionChangesNothing() {
    assertThat(
            judge(
                NO,
                EN,
                REVIEWED_BY_OLA,
                new Comment(at(3, "per"), Example.A, "fint"),
                new Suggest(at(4, "per"), Example.A, "Other.", "refused"),
                new Unrecognized(at(5, "per"), "omit", Example.A)))
        .isEqualTo(judge(NO, EN, REVIEWED_BY_OLA));
  }

  private static Standing judge(String original, String translation, Event... history) {
    return new Judge().judge(section(original, translation), List.of(history), false, false);
  }

  private static Freshness freshness(Standing standing) {
    State state = standing.state();
    assertThat(state).isNotEqualTo(UNTRANSLATED);
    return standing.freshness();
  }
}
