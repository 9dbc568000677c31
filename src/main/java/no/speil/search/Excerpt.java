package no.speil.search;

/**
 * One side of a hit.
 *
 * @param text all of it, plain
 * @param snippet where the words are, else its beginning: escaped HTML with {@code <mark>} only
 */
public record Excerpt(String text, String snippet) {}
