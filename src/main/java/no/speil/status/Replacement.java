package no.speil.status;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;

/**
 * A person's translation that somebody else has corrected or saved another over, as long as that
 * person has done nothing with the section since.
 *
 * @param edit by which it was replaced, the last of the section
 * @param isApproved whether it was marked as reviewed in the same act
 */
public record Replacement(String writer, EditEvent edit, boolean isApproved) {

  public static Optional<Replacement> of(TrackedSection tracked) {
    List<Event> history = tracked.history();
    EditEvent edit = Event.last(history, EditEvent.class, any -> true).orElse(null);
    if (edit == null || edit.before().isEmpty()) {
      return Optional.empty();
    }
    int at = history.lastIndexOf(edit);
    EventSignature before = new StatusHistory(history.subList(0, at)).credit().translated();
    List<Event> since = history.subList(at, history.size());
    boolean isApproved =
        Event.last(since, MarkEvent.class, mark -> mark.signature().equals(edit.signature()))
            .filter(mark -> mark.state() == State.REVIEWED)
            .isPresent();
    return Optional.ofNullable(before)
        .map(EventSignature::by)
        .filter(by -> since.stream().noneMatch(event -> event.signature().by().equals(by)))
        .filter(by -> !isAsLeft(history, by, edit.after().hash()))
        .map(by -> new Replacement(by, edit, isApproved));
  }

  /** Whether a text is what a person left there before others changed it. */
  private static boolean isAsLeft(List<Event> history, String person, TextHash text) {
    int own =
        Event.last(history, Event.class, event -> event.signature().by().equals(person))
            .map(history::lastIndexOf)
            .orElse(-1);
    return Event.all(history.subList(own + 1, history.size()), EditEvent.class)
        .findFirst()
        .filter(first -> first.before().hash().equals(text))
        .isPresent();
  }
}
