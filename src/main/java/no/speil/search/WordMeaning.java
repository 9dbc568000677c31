package no.speil.search;

import java.util.List;

/**
 * Translations of a word of an original.
 *
 * @param word as it is written there, in lower case
 * @param translations likeliest first
 */
public record WordMeaning(String word, List<String> translations) {}
