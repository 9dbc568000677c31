package no.speil.status;

import java.util.List;
import java.util.Optional;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;

/**
 * A person's translation that somebody else has saved another over, as long as that person has done
 * nothing with the section since.
 *
 * @param edit by which it was replaced, the last of the section
 */
public record Replacement(String writer, EditEvent edit) {

  public static Optional<Replacement> of(TrackedSection tracked) {
    List<Event> history = tracked.history();
    EditEvent edit = Event.last(history, EditEvent.class, any -> true).orElse(null);
    if (edit == null || edit.before().isEmpty()) {
      return Optional.empty();
    }
    int at = history.lastIndexOf(edit);
    EventSignature before = new StatusHistory(history.subList(0, at)).credit().translated();
    List<Event> since = history.subList(at, history.size());
    return Optional.ofNullable(before)
        .map(EventSignature::by)
        .filter(by -> since.stream().noneMatch(event -> event.signature().by().equals(by)))
        .map(by -> new Replacement(by, edit));
  }
}
