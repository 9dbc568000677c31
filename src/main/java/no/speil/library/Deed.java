package no.speil.library;

import no.speil.corpus.DocumentId;
import no.speil.tracking.Event;

/** Something that somebody did in a document. */
public record Deed(DocumentId document, Event event) {}
