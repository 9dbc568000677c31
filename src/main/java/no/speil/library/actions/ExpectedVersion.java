package no.speil.library.actions;

import no.speil.corpus.SectionId;
import no.speil.record.SectionVersion;

/** A section, and the version that somebody saw when they decided. */
public record ExpectedVersion(SectionId id, SectionVersion version) {}
