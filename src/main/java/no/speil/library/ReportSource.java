package no.speil.library;

import no.speil.tracking.SectionVersion;

/**
 * Who said something, and on what they saw.
 *
 * @param reader under the name that they gave
 */
public record ReportSource(Actor reader, SectionVersion seen) {}
