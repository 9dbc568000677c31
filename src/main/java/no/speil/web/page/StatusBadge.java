package no.speil.web.page;

/**
 * State and freshness of a section.
 *
 * @param state code, for colour
 * @param words both, in words
 * @param attention whether a reader should take care
 */
public record StatusBadge(String state, String words, boolean attention) {}
