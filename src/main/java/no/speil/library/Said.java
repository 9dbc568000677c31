package no.speil.library;

import no.speil.tracking.Version;

/**
 * Who said something, and on what they saw.
 *
 * @param reader under the name that they gave
 */
public record Said(Actor reader, Version seen) {}
