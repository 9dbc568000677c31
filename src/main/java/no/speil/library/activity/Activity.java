package no.speil.library.activity;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.MarkEvent;

/** Something that somebody did in a document. */
public record Activity(DocumentId document, Event event) {
  /** When it was done. */
  public Instant at() {
    return event.signature().at();
  }

  /**
   * What is told of events: each act once. A save that marks the text is the mark; copies of code
   * and pictures came along with the texts around them.
   */
  public static List<Event> acts(List<Event> events) {
    var marked = new HashSet<Act>();
    var written = new HashSet<EventSignature>();
    for (Event event : events) {
      if (event instanceof MarkEvent mark) {
        marked.add(new Act(mark.signature(), mark.section()));
      } else if (event instanceof EditEvent edit && !isCopy(edit)) {
        written.add(edit.signature());
      }
    }
    return events.stream()
        .filter(
            event ->
                !(event instanceof EditEvent edit)
                    || !(marked.contains(new Act(edit.signature(), edit.section()))
                        || (isCopy(edit) && written.contains(edit.signature()))))
        .toList();
  }

  private record Act(EventSignature signature, SectionId section) {}

  private static boolean isCopy(EditEvent edit) {
    return edit.after().hash().equals(edit.original().hash());
  }
}
