package no.speil.search;

import no.speil.corpus.Side;

/**
 * One match in its section.
 *
 * @param side the text that it is in
 * @param at its offset in that text, in characters
 */
public record ConcordanceLine(Hit hit, Side side, int at, KwicContext context) {}
