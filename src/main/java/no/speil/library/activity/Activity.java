package no.speil.library.activity;

import java.time.Instant;
import no.speil.corpus.DocumentId;
import no.speil.record.Event;

/** Something that somebody did in a document. */
public record Activity(DocumentId document, Event event) {
  /** When it was done. */
  public Instant at() {
    return event.signature().at();
  }
}
