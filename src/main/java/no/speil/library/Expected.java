package no.speil.library;

import no.speil.corpus.SectionId;
import no.speil.tracking.Version;

/** A section, and the version that somebody saw when they decided. */
public record Expected(SectionId id, Version version) {}
