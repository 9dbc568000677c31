package no.speil.search;

/**
 * A word of the texts that begins or ends with another.
 *
 * @param word as it is written most often, in lower case
 * @param sections that have it in some form
 */
public record RelatedWord(String word, long sections) {}
