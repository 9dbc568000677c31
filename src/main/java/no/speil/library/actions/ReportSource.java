package no.speil.library.actions;

import no.speil.record.SectionVersion;

/**
 * Who said something, and on what they saw.
 *
 * @param reader under the name that they gave
 */
public record ReportSource(Actor reader, SectionVersion seen) {}
