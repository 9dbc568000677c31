package no.speil.lexicon;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * The sources that a lexicon is trained on.
 *
 * @param pairs texts and their translations; if there are very many, only the first are read
 * @param norwegian word counts of all originals, translated or not
 * @param english word counts of all translations
 * @param dictionary words that are known without an archive; trusted a little
 * @param glossary pairs of words from the keeper's glossary
 */
public record LexiconSources(
    Pairs pairs,
    WordCounts norwegian,
    WordCounts english,
    Dictionary dictionary,
    List<GlossaryEntry> glossary) {

  /** Visits the pairs, each time the same in the same order: the original, then its translation. */
  @FunctionalInterface
  public interface Pairs {
    void each(BiConsumer<String, String> sink);
  }
}
