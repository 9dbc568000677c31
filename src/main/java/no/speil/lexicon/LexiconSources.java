package no.speil.lexicon;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * All that a lexicon is made from.
 *
 * @param pairs texts and their translations; of very many only the first are read
 * @param norwegian the words of all originals, translated or not
 * @param english the words of all translations
 * @param starter pairs of words that are known from the start and trusted a little
 * @param glossary pairs of words that the archive's keeper has settled
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

  /** Gives the same pairs in the same order each time: the original, then its translation. */
  @FunctionalInterface
  public interface Pairs {
    void each(BiConsumer<String, String> sink);
  }

  /**
   * A word or some in Norwegian and in English.
   *
   * @param nynorsk the same in Nynorsk where that differs and the first is Bokmål; else empty
   */
  public record Entry(String norwegian, String nynorsk, String english) {
    public Entry(String norwegian, String english) {
      this(norwegian, "", english);
    }

    /** One entry for each way to write it in Norwegian. */
    List<Entry> each() {
      return nynorsk.isEmpty()
          ? List.of(this)
          : List.of(new Entry(norwegian, english), new Entry(nynorsk, english));
    }
  }
}
