package no.speil.search;

import org.jspecify.annotations.Nullable;

/**
 * A hit of a search, with its neighbours.
 *
 * @param number of the hit, from 0; guesses come after the results that count
 * @param total results that count, as in {@link SearchResult}
 * @param previous null for the first hit
 * @param next null for the last
 */
public record HitPosition(
    int number, long total, Hit hit, @Nullable Hit previous, @Nullable Hit next) {}
