package no.speil.lexicon;

/**
 * A translation of a word.
 *
 * @param term as in the index
 * @param form as people write it, in lower case
 * @param weight above 0, at most 1
 * @param sure whether a text with the word can be said to contain the translation; false for pairs
 *     that were seen too seldom or only have a similar spelling
 */
public record TermTranslation(String term, String form, double weight, boolean sure) {
  /** Whether the glossary has it; all others weigh less. */
  public boolean isOfGlossary() {
    return weight == 1;
  }
}
