package no.speil.align.dp;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;

/** What is known of words, since texts repeat them. Thread-safe. */
final class WordCache {
  /** Words of each side, and as many terms; then it begins anew. */
  private static final int MOST = 32_768;

  /** In characters (UTF-16), of a word that is kept. */
  private static final int LONGEST = 40;

  private final Lexicon lexicon;
  private final TermTokenizer termTokenizer;
  private final Map<Side, Map<String, KnownWord>> words =
      Map.of(Side.ORIGINAL, none(), Side.TRANSLATION, none());
  private final Map<Side, Map<String, Term>> terms =
      Map.of(Side.ORIGINAL, none(), Side.TRANSLATION, none());

  WordCache(Lexicon lexicon, TermTokenizer termTokenizer) {
    this.lexicon = lexicon;
    this.termTokenizer = termTokenizer;
  }

  /** Whether no word has a translation. */
  boolean isWithoutTranslations() {
    return lexicon.isEmpty();
  }

  /** What is known of a word as it is written. */
  KnownWord word(Side side, String written) {
    return kept(words, side, written, each -> KnownWord.of(each, terms(side, each)));
  }

  private List<Term> terms(Side side, String written) {
    return isWithoutTranslations()
        ? List.of()
        : termTokenizer.terms(side, written).stream().map(text -> term(side, text)).toList();
  }

  private Term term(Side side, String term) {
    return kept(terms, side, term, text -> new Term(text, lexicon.translations(side, text)));
  }

  private static <T> Map<String, T> none() {
    return Collections.synchronizedMap(new HashMap<>());
  }

  private static <T> T kept(
      Map<Side, Map<String, T>> all, Side side, String key, Function<String, T> reading) {
    Map<String, T> known = all.getOrDefault(side, Map.of());
    T found = known.get(key);
    if (found == null) {
      found = reading.apply(key);
      if (known.size() >= MOST) {
        known.clear();
      }
      if (key.length() <= LONGEST) {
        known.put(key, found);
      }
    }
    return found;
  }
}
