package no.speil.search;

import no.speil.corpus.Side;

/**
 * One place where the words are, in its section.
 *
 * @param side the text that it is in
 * @param at where in that text it begins
 */
public record ConcordanceLine(Hit hit, Side side, int at, KwicContext context) {}
