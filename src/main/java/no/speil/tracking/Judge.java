package no.speil.tracking;

import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import org.jspecify.annotations.Nullable;

/**
 * Tells a section's standing from its texts and its history, and from nothing else.
 *
 * <p>Freshness is about the original. Saving text through the server counts as made against the
 * original that the person saw: the section is current (and a draft) while that original stands,
 * stale when it does not. Text changed outside is {@code unknown}, vouched for by nobody, unless
 * the original has changed as well, which is the graver thing to say. Marking down to draft or
 * untranslated takes back what was vouched of that very pair; it says nothing of older originals. A
 * text vouched for while it had no original is {@code unknown} once one arrives.
 */
public final class Judge {

  /**
   * The standing of a section as its texts are now.
   *
   * @param history of the section, in order ({@link Ledger#history})
   * @param originalElsewhere whether the document's original is held elsewhere
   * @param hadOriginal whether the section once had original blocks
   */
  public Standing judge(
      Section section, List<Event> history, boolean originalElsewhere, boolean hadOriginal) {
    var claims = new Claims(history);
    if (section.translation().isEmpty()) {
      return untranslated(section, claims);
    }
    TextHash translation = TextHash.of(section.translation());
    Reason reason = reason(claims, translation);
    Claims.Marking marking = claims.marking();
    State state =
        reason instanceof Reason.AsMarked && marking != null ? marking.state() : State.DRAFT;
    Claims.Base base = claims.base(translation);
    if (section.original().isEmpty()) {
      Freshness freshness = withoutOriginal(base, translation, originalElsewhere, hadOriginal);
      return new Standing(state, freshness, null, reason, claims.credit());
    }
    Change change = change(section, base);
    Freshness freshness = freshness(base, translation, change);
    return new Standing(state, freshness, change, reason, claims.credit());
  }

  private static Standing untranslated(Section section, Claims claims) {
    Claims.Marking marking = claims.marking();
    boolean removed = marking != null && marking.state() != State.UNTRANSLATED;
    Omit omission = claims.omission();
    Reason reason =
        marking != null && removed
            ? new Reason.TranslationRemoved(marking.state())
            : new Reason.NeverTranslated();
    if (omission != null) {
      reason =
          isSameText(omission.original(), section)
              ? new Reason.LeftOut(omission.signature())
              : new Reason.LeftOutBefore(omission.signature());
    }
    return new Standing(State.UNTRANSLATED, Freshness.UNKNOWN, null, reason, claims.credit());
  }

  /** Whether the original is the one that was left out, markup aside. */
  private static boolean isSameText(Snapshot then, Section section) {
    if (then.hash().equals(TextHash.of(section.original()))) {
      return true;
    }
    String text = then.text();
    return text != null
        && Change.between(text, Snapshot.markdown(section.original())).grade()
            == ChangeClass.MARKUP;
  }

  private static Reason reason(Claims claims, TextHash translation) {
    Claims.Marking marking = claims.marking();
    if (marking == null) {
      return new Reason.NeverMarked();
    }
    if (marking.translation().equals(translation)) {
      return new Reason.AsMarked();
    }
    Edit edit = claims.editThatMade(translation);
    return edit == null
        ? new Reason.EditedOutside(marking.state())
        : new Reason.EditedBy(edit.signature(), marking.state());
  }

  private static Freshness withoutOriginal(
      Claims.@Nullable Base base, TextHash translation, boolean elsewhere, boolean had) {
    if (elsewhere) {
      return Freshness.UNVERIFIABLE;
    }
    if (had) {
      return Freshness.ORPHAN;
    }
    boolean standing = base != null && base.translation().equals(translation);
    return standing ? Freshness.CURRENT : Freshness.UNKNOWN;
  }

  private static @Nullable Change change(Section section, Claims.@Nullable Base base) {
    if (base == null
        || base.original().isEmpty()
        || base.original().hash().equals(TextHash.of(section.original()))) {
      return null;
    }
    String older = base.original().text();
    return older == null
        ? Change.fromUnknown()
        : Change.between(older, Snapshot.markdown(section.original()));
  }

  private static Freshness freshness(
      Claims.@Nullable Base base, TextHash translation, @Nullable Change change) {
    if (base == null || base.original().isEmpty()) {
      return Freshness.UNKNOWN;
    }
    if (change != null && change.grade() != ChangeClass.MARKUP) {
      return Freshness.STALE;
    }
    return base.translation().equals(translation) ? Freshness.CURRENT : Freshness.UNKNOWN;
  }
}
