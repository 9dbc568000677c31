package no.speil.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Block;
import no.speil.corpus.Role;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.record.ConfirmEvent;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;
import no.speil.record.OmitEvent;
import no.speil.record.ResolveEvent;
import no.speil.record.StatusEvent;
import no.speil.record.SuggestEvent;
import no.speil.record.TextSnapshot;
import org.jspecify.annotations.Nullable;

/** Folds a section's events, in order, to what they say about its status. */
final class StatusHistory {
  private final List<Base> bases = new ArrayList<>();
  private @Nullable EditEvent lastEdit;
  private @Nullable Marking marking;
  private final Map<EventSignature, EventSignature> suggested = new HashMap<>();
  private final Set<EventSignature> approved = new HashSet<>();
  private @Nullable EventSignature judged;
  private @Nullable EventSignature translator;
  private @Nullable TextHash credited;
  private @Nullable OmitEvent omission;

  /** A pair of texts that a person has marked, confirmed or written for each other. */
  record Base(
      EventSignature signature, TextSnapshot original, TextHash translation, boolean vouched) {}

  /** A state given to a text. */
  record Marking(State state, TextHash translation) {}

  StatusHistory(List<Event> history) {
    Event.all(history, ResolveEvent.class).forEach(resolve -> findAuthor(resolve, history));
    Event.all(history, MarkEvent.class)
        .filter(mark -> mark.state() == State.REVIEWED)
        .forEach(mark -> approved.add(mark.signature()));
    for (StatusEvent event : Event.all(history, StatusEvent.class).toList()) {
      switch (event) {
        case MarkEvent mark -> mark(mark);
        case ConfirmEvent confirm -> confirm(confirm);
        case EditEvent edit -> edit(edit);
        case OmitEvent omit -> omit(omit);
      }
    }
  }

  /** Remembers who wrote a suggestion that was accepted, unless it was a program. */
  private void findAuthor(ResolveEvent resolve, List<Event> history) {
    if (resolve.outcome() == ResolveEvent.Outcome.ACCEPTED) {
      Event.last(history, SuggestEvent.class, each -> each.id().equals(resolve.suggestion()))
          .filter(SuggestEvent::isByPerson)
          .ifPresent(each -> suggested.put(resolve.signature(), each.signature()));
    }
  }

  @Nullable Marking marking() {
    return marking;
  }

  /** The last event that leaves the passage out on purpose; null if a later one takes it back. */
  @Nullable OmitEvent omission() {
    return omission;
  }

  /** The last edit if its result is this text, else null. */
  @Nullable EditEvent editThatMade(TextHash translation) {
    return lastEdit != null && lastEdit.after().hash().equals(translation) ? lastEdit : null;
  }

  /**
   * The last pair with this translation; else the last pair; null if there is none.
   *
   * @param hasOriginal whether one with an original is better, since there is one now
   */
  @Nullable Base base(TextHash translation, boolean hasOriginal) {
    Base found = null;
    for (Base base : bases.reversed()) {
      if (base.translation().equals(translation)) {
        if (!hasOriginal || !base.original().isEmpty()) {
          return base;
        }
        found = found == null ? base : found;
      }
    }
    return found != null || bases.isEmpty() ? found : bases.getLast();
  }

  /**
   * Takes the text for marked as a whole where it is, one after the other and apart from markup
   * between them, what was marked here and in the sections that were merged into this one; with the
   * lowest of their states.
   */
  void join(List<StatusHistory> merged, List<Block> translation) {
    TextHash whole = TextHash.of(translation);
    if (marking == null || marking.translation().equals(whole)) {
      return;
    }
    List<StatusHistory> left = new ArrayList<>(merged);
    left.add(this);
    var originals = new ArrayList<String>();
    State lowest = State.REVIEWED;
    String rest = Block.normalized(translation);
    while (!left.isEmpty()) {
      Part part = firstPart(left, rest);
      if (part == null) {
        return;
      }
      left.remove(part.history());
      originals.add(part.original());
      lowest = part.state().compareTo(lowest) < 0 ? part.state() : lowest;
      rest = rest.substring(part.end()).strip();
    }
    if (rest.isEmpty()) {
      var original = new TextSnapshot(TextHash.ofBlocks(originals), String.join("\n\n", originals));
      bases.add(new Base(bases.getLast().signature(), original, whole, false));
      marking = new Marking(lowest, whole);
    }
  }

  /** The beginning of a text that was marked in one of the sections. */
  private record Part(StatusHistory history, String original, State state, int end) {}

  private static @Nullable Part firstPart(List<StatusHistory> histories, String text) {
    for (int end = 1; end <= text.length(); end++) {
      if (end == text.length() || Character.isWhitespace(text.charAt(end))) {
        TextHash beginning = TextHash.ofNormalized(text.substring(0, end));
        for (StatusHistory history : histories) {
          Marking marked = history.marking;
          Base base = history.base(beginning, true);
          if (marked != null
              && base != null
              && base.original().text() != null
              && marked.translation().equals(beginning)
              && base.translation().equals(beginning)) {
            return new Part(history, base.original().text(), marked.state(), end);
          }
        }
      }
    }
    return null;
  }

  Attribution credit() {
    EventSignature vouched = null;
    for (Base base : bases) {
      vouched = base.vouched() ? base.signature() : vouched;
    }
    return new Attribution(judged, vouched, translator);
  }

  private void omit(OmitEvent omit) {
    judged = omit.signature();
    omission = omit.omitted() ? omit : null;
  }

  private void mark(MarkEvent mark) {
    omission = null;
    TextHash translation = mark.translation().hash();
    judged = mark.signature();
    marking = new Marking(mark.state(), translation);
    if (mark.vouches()) {
      bases.add(new Base(mark.signature(), mark.original(), translation, true));
    } else {
      takeBack(mark);
    }
    if (mark.state() == State.TRANSLATED && !translation.equals(credited)) {
      credit(mark.signature(), translation);
    }
  }

  /** Marking down takes back what was said about this pair, but not about older ones. */
  private void takeBack(MarkEvent mark) {
    bases.removeIf(
        base ->
            base.vouched()
                && base.original().hash().equals(mark.original().hash())
                && base.translation().equals(mark.translation().hash()));
  }

  private void confirm(ConfirmEvent confirm) {
    TextHash translation = confirm.translation().hash();
    judged = confirm.signature();
    bases.add(new Base(confirm.signature(), confirm.original(), translation, true));
    if (marking != null) {
      marking = new Marking(stateConfirmed(marking, confirm), translation);
    }
  }

  /**
   * If the text has changed since its review, a confirmation by its own translator is no review.
   */
  private State stateConfirmed(Marking marked, ConfirmEvent confirm) {
    boolean changed = !marked.translation().equals(confirm.translation().hash());
    boolean own = translator != null && translator.by().equals(confirm.signature().by());
    return changed && own && marked.state() == State.REVIEWED ? State.TRANSLATED : marked.state();
  }

  private void edit(EditEvent edit) {
    lastEdit = edit;
    omission = null;
    TextHash after = edit.after().hash();
    bases.add(new Base(edit.signature(), edit.original(), after, false));
    if (edit.after().isEmpty() || after.equals(credited) || edit.isMove()) {
      return; // nobody's text, or the translator's as it was
    }
    EventSignature author = suggested.getOrDefault(edit.signature(), edit.signature());
    if (!isCorrection(edit, author)) {
      credit(author, after);
    } else if (translator != null) {
      credited = after;
    }
  }

  /** Whether a reviewer, or two people together, have corrected what somebody else translated. */
  private boolean isCorrection(EditEvent edit, EventSignature author) {
    EventSignature signature = edit.signature();
    boolean isReviewed =
        approved.contains(signature)
            || (translator != null
                && (suggested.containsKey(signature)
                    || (signature.role() != null && signature.role().includes(Role.REVIEWER))));
    return isReviewed
        && (translator == null || !author.by().equals(translator.by()))
        && CorrectionRule.isCorrection(edit.before(), edit.after());
  }

  private void credit(EventSignature signature, TextHash translation) {
    translator = signature;
    credited = translation;
  }
}
