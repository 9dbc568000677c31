package no.speil.search;

import java.time.Instant;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;

/**
 * How far the translation of a section can be trusted.
 *
 * @param due what is to be done with it
 * @param translator who wrote it, where that is known of this section; may be empty
 * @param changed when its texts changed or something was done with it, as far as the record tells
 */
public record Status(
    State state, Freshness freshness, Due due, String translator, Instant changed) {}
