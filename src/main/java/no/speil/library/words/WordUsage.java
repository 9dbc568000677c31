package no.speil.library.words;

import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;
import no.speil.lexicon.DictionaryLookup.Headword;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.RelatedWord;
import no.speil.search.SearchNotice;
import no.speil.search.StoredSection;
import org.jspecify.annotations.Nullable;

/**
 * How a word has been translated.
 *
 * @param translations the most used first
 * @param headwords of the dictionary that it is a form of, or made of; none where that lacks it
 */
public record WordUsage(
    QueriedWord asked,
    Extent extent,
    List<Translation> translations,
    Breakdown breakdown,
    GlossaryUse glossary,
    Neighbours neighbours,
    List<Headword> headwords,
    ExamplePage examples) {
  /**
   * The word that was asked for.
   *
   * @param word in Unicode normal form C
   * @param words what it is made of, several if it is several
   * @param isCommon whether it is so common that its translations are not counted
   * @param elsewhere sections that have it as a word of the other language
   */
  public record QueriedWord(
      String word, Side side, List<String> words, boolean isCommon, long elsewhere) {
    /** Whether it is one word, which can be counted. */
    public boolean isOneWord() {
      return words.size() == 1;
    }
  }

  /**
   * Where it stands.
   *
   * @param reading how many of the sections were read
   * @param times in all sections that were read
   * @param unaligned how many of these have no counterpart here
   */
  public record Extent(
      Reading reading, long times, long sections, long documents, UnalignedCounts unaligned) {
    /** Whether every section of the archive that has the word was counted. */
    public boolean exact() {
      return reading.notices().isEmpty() && reading.read() == reading.toRead();
    }
  }

  /**
   * How many sections were read.
   *
   * @param toRead that have the word, also as a part of another
   * @param notices that only some of the archive is indexed
   */
  public record Reading(long read, long toRead, List<SearchNotice> notices) {}

  /**
   * Times without a counterpart.
   *
   * @param unknown the other text has no word that is known to translate it
   * @param alone there is no other text
   * @param stale the translation is of an older original
   */
  public record UnalignedCounts(long unknown, long alone, long stale) {}

  /**
   * A translation of the word.
   *
   * @param key the terms of the translation, which tell it from others
   * @param form as it is written most often
   * @param documents that have it
   */
  public record Translation(String key, String form, long times, long sections, long documents) {}

  /**
   * Times by year, by translator and by form.
   *
   * @param years the earliest first
   * @param translators the most times first
   * @param forms the most times first
   */
  public record Breakdown(List<Share> years, List<Share> translators, List<WordForm> forms) {}

  /**
   * The times of a year or of a translator.
   *
   * @param byTranslation times by the translation's key
   */
  public record Share(String name, long times, Map<String, Long> byTranslation) {}

  /** A form of the word, in lower case. */
  public record WordForm(String form, long times) {}

  /**
   * What the glossary says.
   *
   * @param differing times that the counterpart is another
   * @param differingSections that have such a counterpart
   */
  public record GlossaryUse(List<GlossaryEntry> entries, long differing, long differingSections) {}

  /**
   * Words beside this one.
   *
   * @param related that begin or end with it
   * @param dictionary translations known without the archive, if the archive lacks the word
   */
  public record Neighbours(List<RelatedWord> related, List<String> dictionary) {}

  /**
   * A place of the word in a section.
   *
   * @param counterpart what stands for it in the other text; null if nothing does that is known
   */
  public record PlacedWord(Stretch word, @Nullable Stretch counterpart) {}

  /**
   * Words of a section's text of one side, of which {@link no.speil.corpus.Section#words} tells.
   *
   * @param from in UTF-16 units, inclusive
   * @param to exclusive
   */
  public record Stretch(int from, int to, String text) {}

  /** Some of the wanted sections, the latest documents first. */
  public record ExamplePage(long total, List<Example> examples) {}

  /** A section with the word and its counterparts marked. */
  public record Example(StoredSection section, MarkedText original, MarkedText translation) {}
}
