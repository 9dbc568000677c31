package no.speil.markdown.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Language;
import no.speil.corpus.Side;
import no.speil.corpus.text.ResourceFile;
import no.speil.corpus.text.WordCharacters;

/**
 * Guesses a text's language by counting frequent function words that only one of Bokmål, Nynorsk
 * and English has. In doubt it gives the language expected of the side.
 */
public final class LanguageDetector {
  private static final int WORDS_READ = 3000;
  private static final int CERTAIN = 4;

  /** The most times that one word counts: names in another language repeat their words. */
  private static final int MOST = 10;

  /** The words of each language; {@code no} has those of both written standards. */
  private static final Map<String, List<String>> KNOWN =
      ResourceFile.wordsByKey(LanguageDetector.class, "languages.txt");

  private LanguageDetector() {}

  /** How often a text has function words of each language. */
  private record Hits(int bokmaal, int nynorsk, int norwegian, int english) {
    static Hits in(Stream<String> texts) {
      Map<String, Integer> words = count(texts);
      int bokmaal = hits(words, "nb");
      int nynorsk = hits(words, "nn");
      int norwegian = hits(words, "no") + Math.max(bokmaal, nynorsk);
      return new Hits(bokmaal, nynorsk, norwegian, hits(words, "en"));
    }

    boolean areEnglish() {
      return english > 2 * norwegian && english >= CERTAIN;
    }

    boolean areNorwegian() {
      return norwegian > 2 * english && norwegian >= CERTAIN;
    }

    Language writtenStandard() {
      return nynorsk > bokmaal ? Language.NYNORSK : Language.BOKMAAL;
    }
  }

  /** The language of texts of which nothing is expected; {@code und} in doubt. */
  public static Language of(Stream<String> texts) {
    Hits hits = Hits.in(texts);
    return hits.areEnglish()
        ? Language.ENGLISH
        : hits.areNorwegian() ? hits.writtenStandard() : Language.UNDETERMINED;
  }

  static Language of(Stream<String> texts, Side side) {
    Hits hits = Hits.in(texts);
    boolean isEnglish = side == Side.ORIGINAL ? hits.areEnglish() : !hits.areNorwegian();
    return isEnglish ? Language.ENGLISH : hits.writtenStandard();
  }

  private static Map<String, Integer> count(Stream<String> texts) {
    return texts
        .flatMap(text -> WordCharacters.LETTERS.words(text).stream())
        .limit(WORDS_READ)
        .collect(Collectors.toMap(word -> word.toLowerCase(Locale.ROOT), word -> 1, Integer::sum));
  }

  private static int hits(Map<String, Integer> words, String language) {
    return KNOWN.getOrDefault(language, List.of()).stream()
        .mapToInt(word -> Math.min(MOST, words.getOrDefault(word, 0)))
        .sum();
  }
}
