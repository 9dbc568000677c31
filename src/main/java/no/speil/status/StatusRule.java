package no.speil.status;

import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleTextReader;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.OmitEvent;
import no.speil.record.RecordState;
import no.speil.record.TextSnapshot;
import no.speil.status.grading.Change;
import no.speil.status.grading.ChangeClass;
import no.speil.status.grading.ChangeGrader;
import org.jspecify.annotations.Nullable;

/**
 * Computes a section's status from its texts and its history only.
 *
 * <p>Freshness is about the original. Text saved through the server counts as made from the
 * original that the person saw: the section is current (and a draft) while that original stays, and
 * stale when it changes. Text changed outside is {@code unknown}, since nobody vouched for it,
 * unless the original has changed as well, which is more serious. Where nobody has vouched for
 * anything, the original beside which the translation came into the archive is what it was made
 * from. Marking down to draft or untranslated takes back what was vouched for this pair, but says
 * nothing about older originals. A text vouched for while it had no original is {@code unknown}
 * once one arrives, unless it was vouched for with one before. A text that was kept when its
 * original went is {@code current}.
 */
public final class StatusRule {
  private final ChangeGrader grader;

  /**
   * @param reader reads the texts in the record and the current ones
   */
  public StatusRule(VisibleTextReader reader) {
    this.grader = new ChangeGrader(reader);
  }

  /**
   * The status of a section with its current texts.
   *
   * @param history of the section, in order ({@link RecordState#history})
   * @param merged the histories of sections that were merged into it
   * @param baseline the original beside which the translation came into the archive, if it was
   *     another ({@link RecordState#baseline}); counts where nobody has vouched for anything
   * @param originalElsewhere whether the document's original is held elsewhere
   * @param hadOriginal whether the section once had original blocks
   */
  public SectionStatus judge(
      Section section,
      List<Event> history,
      List<List<Event>> merged,
      @Nullable TextSnapshot baseline,
      boolean originalElsewhere,
      boolean hadOriginal) {
    var statusHistory = new StatusHistory(history);
    if (section.translation().isEmpty()) {
      return untranslated(section, statusHistory);
    }
    TextHash translation = TextHash.of(section.translation());
    if (!merged.isEmpty()) {
      statusHistory.join(merged.stream().map(StatusHistory::new).toList(), section.translation());
    }
    StateReason reason = reason(statusHistory, translation);
    StatusHistory.Marking marking = statusHistory.marking();
    State state =
        reason instanceof StateReason.AsMarked && marking != null ? marking.state() : State.DRAFT;
    boolean hasOriginal = !section.original().isEmpty();
    StatusHistory.Base base = statusHistory.base(translation, hasOriginal);
    if (!hasOriginal) {
      boolean isOrphan = hadOriginal && !ConfirmEvent.keeps(history, translation);
      Freshness freshness = withoutOriginal(base, translation, originalElsewhere, isOrphan);
      return new SectionStatus(state, freshness, null, reason, statusHistory.credit());
    }
    Change change = change(section, base == null ? baseline : base.original());
    Freshness freshness = freshness(base, translation, change);
    return new SectionStatus(state, freshness, change, reason, statusHistory.credit());
  }

  private SectionStatus untranslated(Section section, StatusHistory statusHistory) {
    StatusHistory.Marking marking = statusHistory.marking();
    OmitEvent omission = statusHistory.omission();
    StateReason reason =
        marking != null && marking.state() != State.UNTRANSLATED
            ? new StateReason.TranslationRemoved(marking.state())
            : new StateReason.NeverTranslated();
    if (omission != null) {
      reason =
          isSameText(omission.original(), section)
              ? new StateReason.LeftOut(omission.signature())
              : new StateReason.LeftOutBefore(omission.signature());
    }
    return new SectionStatus(
        State.UNTRANSLATED, Freshness.UNKNOWN, null, reason, statusHistory.credit());
  }

  /** Whether the original is the same as when it was left out, apart from markup. */
  private boolean isSameText(TextSnapshot then, Section section) {
    if (then.hash().equals(TextHash.of(section.original()))) {
      return true;
    }
    String text = then.text();
    return text != null && changeOfOriginal(text, section).grade() == ChangeClass.MARKUP;
  }

  private static StateReason reason(StatusHistory statusHistory, TextHash translation) {
    StatusHistory.Marking marking = statusHistory.marking();
    if (marking == null) {
      return new StateReason.NeverMarked();
    }
    if (marking.translation().equals(translation)) {
      return new StateReason.AsMarked();
    }
    EditEvent edit = statusHistory.editThatMade(translation);
    return edit == null
        ? new StateReason.EditedOutside(marking.state())
        : new StateReason.EditedBy(edit.signature(), marking.state());
  }

  private static Freshness withoutOriginal(
      StatusHistory.@Nullable Base base,
      TextHash translation,
      boolean elsewhere,
      boolean isOrphan) {
    if (elsewhere) {
      return Freshness.UNVERIFIABLE;
    }
    if (isOrphan) {
      return Freshness.ORPHAN;
    }
    boolean standing = base != null && base.translation().equals(translation);
    return standing ? Freshness.CURRENT : Freshness.UNKNOWN;
  }

  private @Nullable Change change(Section section, @Nullable TextSnapshot original) {
    if (original == null
        || original.isEmpty()
        || original.hash().equals(TextHash.of(section.original()))) {
      return null;
    }
    String older = original.text();
    return older == null ? Change.fromUnknown() : changeOfOriginal(older, section);
  }

  private Change changeOfOriginal(String older, Section section) {
    String newer = TextSnapshot.markdown(section.original());
    return grader.change(older, newer, TextRole.of(section.original()));
  }

  private static Freshness freshness(
      StatusHistory.@Nullable Base base, TextHash translation, @Nullable Change change) {
    if (change != null && change.grade() != ChangeClass.MARKUP) {
      return Freshness.STALE;
    }
    if (base == null || base.original().isEmpty()) {
      return Freshness.UNKNOWN;
    }
    return base.translation().equals(translation) ? Freshness.CURRENT : Freshness.UNKNOWN;
  }
}
