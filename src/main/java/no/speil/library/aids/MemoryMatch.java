package no.speil.library.aids;

import no.speil.library.documents.LiveDocument;
import no.speil.status.TrackedSection;

/**
 * A section that was translated before, with an original much like another one's.
 *
 * @param document that it is in
 * @param likeness of the two originals, in words: 1 where they are the same
 */
public record MemoryMatch(LiveDocument document, TrackedSection section, double likeness) {}
