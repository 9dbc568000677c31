package no.speil.web.edit;

import java.util.List;
import java.util.Optional;
import no.speil.corpus.State;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.status.TrackedSection;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteUrls;
import no.speil.web.queue.QueuePositions;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.SectionRow;

/**
 * The page where a text is translated, at the section that is written.
 *
 * @param place the section as it is now
 * @param draft what the box holds, and what its form carries along
 * @param shown the rows
 * @param queuePlace its place in the queue that the user came from
 */
public record EditView(
    PageShell shell,
    LiveSection place,
    EditDraft draft,
    EditExtras extras,
    EditRows.Shown shown,
    QueuePositions.Place queuePlace,
    WritingAids aids) {
  /** Whether one reads what somebody else has translated, and may approve it. */
  public boolean isReview() {
    String translator = place.section().translator();
    return place.section().sectionStatus().state() == State.TRANSLATED
        && row().note().canBeApproved()
        && !translator.isEmpty()
        && !translator.equalsIgnoreCase(shell.visitor().name());
  }

  public SectionRow row() {
    return shown.current().row();
  }

  /** Leads to the next section with a text to write in that direction; empty if there is none. */
  public String neighbour(int step) {
    LiveDocument document = place.document();
    List<TrackedSection> all = document.sections();
    for (int i = document.number(place.id()) + step; i >= 0 && i < all.size(); i += step) {
      if (RowState.of(all.get(i), document.originalElsewhere()).isWritten()) {
        return SiteUrls.edit(all.get(i).id());
      }
    }
    return "";
  }

  /** Where to go on from here; the row on the reading page after the last section. */
  public String onward() {
    String next = queuePlace.next().isEmpty() ? neighbour(1) : queuePlace.next();
    return next.isEmpty() ? row().href() : next;
  }

  /** The text that a section had before the last write; empty if that has changed no text. */
  public Optional<String> before(TrackedSection section) {
    return lastWrite(section).map(edit -> HistoryLines.translation(edit, HistoryLines.BEFORE));
  }

  /** Whether that text was marked as translated or reviewed. */
  public boolean wasMarkedBefore(TrackedSection section) {
    return lastWrite(section).filter(edit -> section.wasMarked(edit.before().hash())).isPresent();
  }

  private static Optional<EditEvent> lastWrite(TrackedSection section) {
    List<Event> history = section.history();
    return Event.last(
        history, EditEvent.class, edit -> edit.signature().equals(history.getLast().signature()));
  }
}
