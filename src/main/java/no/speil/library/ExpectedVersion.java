package no.speil.library;

import no.speil.corpus.SectionId;
import no.speil.tracking.SectionVersion;

/** A section, and the version that somebody saw when they decided. */
public record ExpectedVersion(SectionId id, SectionVersion version) {}
