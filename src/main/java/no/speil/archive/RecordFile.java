package no.speil.archive;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.tracking.Event;
import org.jspecify.annotations.Nullable;

/**
 * A document's record as it was read.
 *
 * @param document whose record it says it is
 * @param events in the order of their lines
 * @param problems lines that were passed over, and why
 * @param file what was read; null where there is no record yet
 * @param writable false where it must not be appended to: a newer format, or bytes that are no text
 */
public record RecordFile(
    DocumentId document,
    List<Event> events,
    List<Problem> problems,
    @Nullable SourceFile file,
    boolean writable) {

  public RecordFile {
    events = List.copyOf(events);
    problems = List.copyOf(problems);
  }

  /** The record of a document that nobody has touched. */
  public static RecordFile none(DocumentId document) {
    return new RecordFile(document, List.of(), List.of(), null, true);
  }

  /** The same with other events; nothing is written. */
  public RecordFile withEvents(List<Event> other) {
    return new RecordFile(document, other, problems, file, writable);
  }

  /** The same, not to be appended to. */
  public RecordFile unwritable() {
    return new RecordFile(document, events, problems, file, false);
  }
}
