package no.speil.library;

import java.time.Instant;
import no.speil.corpus.DocumentId;
import no.speil.tracking.Event;

/** Something that somebody did in a document. */
public record Activity(DocumentId document, Event event) {
  /** When it was done. */
  public Instant at() {
    return event.signature().at();
  }
}
