package no.speil.search;

/**
 * A word as the index has it.
 *
 * @param isStem whether it is stemmed; if not, it is written so but for case
 */
public record IndexedWord(String text, boolean isStem) {}
