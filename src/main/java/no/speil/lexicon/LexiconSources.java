package no.speil.lexicon;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * The sources that a lexicon is trained on.
 *
 * @param pairs texts and their translations; if there are very many, only the first are read
 * @param norwegian word counts of all originals, translated or not
 * @param english word counts of all translations
 * @param starter pairs of words that are known without an archive; trusted a little
 * @param glossary pairs of words from the keeper's glossary
 */
public record LexiconSources(
    Pairs pairs,
    WordCounts norwegian,
    WordCounts english,
    List<Entry> starter,
    List<Entry> glossary) {

  public LexiconSources {
    starter = List.copyOf(starter);
    glossary = List.copyOf(glossary);
  }

  /** Visits the pairs, each time the same in the same order: the original, then its translation. */
  @FunctionalInterface
  public interface Pairs {
    void each(BiConsumer<String, String> sink);
  }

  /**
   * A word or phrase in Norwegian and in English.
   *
   * @param nynorsk the Nynorsk form if it differs and the first is Bokmål; else empty
   */
  public record Entry(String norwegian, String nynorsk, String english) {
    public Entry(String norwegian, String english) {
      this(norwegian, "", english);
    }

    /** One entry for each Norwegian form. */
    List<Entry> each() {
      return nynorsk.isEmpty()
          ? List.of(this)
          : List.of(new Entry(norwegian, english), new Entry(nynorsk, english));
    }
  }
}
