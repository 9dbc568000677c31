package no.speil.lexicon;

/**
 * What a word may be called in the other language.
 *
 * @param term as the index has it
 * @param form as people write it, in lower case
 * @param weight above 0, at most 1
 * @param sure whether a text with the one may be said to have the other; false of what was seen too
 *     seldom or is only spelt alike
 */
public record TermTranslation(String term, String form, double weight, boolean sure) {}
