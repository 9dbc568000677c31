package no.speil.library;

import no.speil.tracking.TrackedSection;

/**
 * A section that was translated before, with an original much like another one's.
 *
 * @param document that it is in
 * @param likeness of the two originals, in words: 1 where they are the same
 */
public record MemoryMatch(LiveDocument document, TrackedSection section, double likeness) {}
