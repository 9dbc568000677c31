package no.speil.web.edit;

import java.time.Instant;
import java.util.List;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.status.TrackedSection;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteUrls;
import no.speil.web.queue.QueuePositions;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SectionNote;
import no.speil.web.section.SectionRow;

/**
 * The page where a section's translation is written.
 *
 * @param place the section as it is now
 * @param draft what the box holds, and what its form carries along
 * @param before rows of the sections above it
 * @param after rows of the sections below it
 * @param change of its original since somebody vouched for the translation
 * @param queuePlace its place in the queue that the user came from
 * @param claims who is at the parts that it is in, in words
 */
public record EditView(
    PageShell shell,
    SectionInDocument place,
    EditDraft draft,
    EditExtras extras,
    List<SectionRow> before,
    SectionRow row,
    List<SectionRow> after,
    SectionNote.Change change,
    QueuePositions.Place queuePlace,
    List<String> claims,
    WritingAids aids,
    Instant now) {
  /** The address of this page. */
  public String here() {
    return SiteUrls.edit(place.id(), draft.next());
  }

  /** The edit page of the section {@code step} further on; empty if there is none. */
  public String neighbour(int step) {
    return EditPage.neighbour(place.document(), place.id(), step);
  }

  /** Whether the last save was of a text for an original that is another now. */
  public boolean isOriginalChanged() {
    return extras.saved().equals(EditExtras.CHANGED)
        && place.section().sectionStatus().change() != null;
  }

  /** How many sections wait for the text that was just saved. */
  public int repetitions() {
    return extras.saved().equals(EditExtras.REPEATED) ? aids.repetitions() : 0;
  }

  /** Where to go on from here; the row on the reading page after the last section. */
  public String onward() {
    String next = queuePlace.next().isEmpty() ? neighbour(1) : queuePlace.next();
    return next.isEmpty() ? place.href() : next;
  }

  /** The text that the last save took out; empty if it did not. */
  public String removed() {
    TrackedSection section = place.section();
    if (!extras.saved().equals(EditExtras.REMOVED) || !section.section().translation().isEmpty()) {
      return "";
    }
    return Event.last(section.history(), EditEvent.class, edit -> true)
        .map(edit -> HistoryLines.translation(edit, HistoryLines.BEFORE))
        .orElse("");
  }
}
