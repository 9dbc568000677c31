package no.speil.markdown.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Language;
import no.speil.corpus.Side;

/**
 * Guesses a text's language by counting frequent function words that only one of Bokmål, Nynorsk
 * and English has. In doubt it gives the language expected of the side.
 */
public final class LanguageDetector {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int WORDS_READ = 3000;
  private static final int CERTAIN = 4;

  /** The most times that one word counts: names in another language repeat their words. */
  private static final int MOST = 10;

  private static final Set<String> NORWEGIAN =
      Set.of("og", "er", "det", "som", "på", "av", "til", "ved", "ble", "vart", "han", "den", "å");
  private static final Set<String> BOKMAAL =
      Set.of(
          "ikke", "jeg", "en", "et", "fra", "de", "hun", "være", "noe", "bare", "hva", "hvor",
          "hvordan", "mye", "dere", "enn", "deres", "også", "ble", "uten", "disse", "gjøre", "selv",
          "hver", "noen");
  private static final Set<String> NYNORSK =
      Set.of(
          "ikkje", "eg", "ein", "eit", "frå", "dei", "ho", "vere", "noko", "berre", "kva", "kvar",
          "korleis", "mykje", "dykk", "deira", "òg", "vart", "utan", "desse", "gjere", "sjølv",
          "kvart", "nokon", "nokre", "vera");
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "and", "of", "that", "with", "was", "are", "this", "which", "from", "not", "it",
          "we", "their", "has", "an", "or");

  private LanguageDetector() {}

  /** How often a text has function words of each language. */
  private record Hits(int bokmaal, int nynorsk, int norwegian, int english) {
    static Hits in(Stream<String> texts) {
      Map<String, Integer> words = count(texts);
      int bokmaal = hits(words, BOKMAAL);
      int nynorsk = hits(words, NYNORSK);
      int norwegian = hits(words, NORWEGIAN) + Math.max(bokmaal, nynorsk);
      return new Hits(bokmaal, nynorsk, norwegian, hits(words, ENGLISH));
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
    Map<String, Integer> counts = new HashMap<>();
    texts
        .flatMap(text -> WORD.matcher(text).results())
        .limit(WORDS_READ)
        .forEach(word -> counts.merge(word.group().toLowerCase(Locale.ROOT), 1, Integer::sum));
    return counts;
  }

  private static int hits(Map<String, Integer> words, Set<String> known) {
    return known.stream().mapToInt(word -> Math.min(MOST, words.getOrDefault(word, 0))).sum();
  }
}
