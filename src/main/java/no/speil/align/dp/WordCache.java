package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;

/** What is known of words, since texts repeat them. Thread-safe. */
final class WordCache {
  /** Words of each side, and as many terms; then it begins anew. */
  private static final int MOST = 32_768;

  /** In characters (UTF-16), of a word that is kept. */
  private static final int LONGEST = 40;

  private static final int GRAM = 4;

  /** Letters, of which so many have marks and grams. */
  private static final Pattern PART = Pattern.compile("\\p{L}{3,}+");

  private final Lexicon lexicon;
  private final TermTokenizer termTokenizer;
  private final Map<Side, Map<String, Word>> words =
      Map.of(Side.ORIGINAL, none(), Side.TRANSLATION, none());
  private final Map<Side, Map<String, Term>> terms =
      Map.of(Side.ORIGINAL, none(), Side.TRANSLATION, none());

  /**
   * What alignment reads of a word as it stands between two spaces, with all punctuation: what
   * depends on it alone, and is the same in every text.
   *
   * @param terms in their order, as often as they are there
   * @param marks of its parts with a capital, in their order
   * @param grams the 4-grams of its parts, in their order, as often as they are there
   */
  record Word(List<Term> terms, List<String> marks, List<String> grams) {}

  WordCache(Lexicon lexicon, TermTokenizer termTokenizer) {
    this.lexicon = lexicon;
    this.termTokenizer = termTokenizer;
  }

  /** Whether no word has a translation. */
  boolean isWithoutTranslations() {
    return lexicon.isEmpty();
  }

  /** What is known of a word as it is written. */
  Word word(Side side, String written) {
    return kept(words, side, written, each -> read(side, each));
  }

  private Word read(Side side, String written) {
    var marks = new ArrayList<String>();
    var grams = new ArrayList<String>();
    Matcher parts = PART.matcher(written);
    while (parts.find()) {
      String folded = CognateSpelling.fold(parts.group().toLowerCase(Locale.ROOT));
      if (Character.isUpperCase(parts.group().charAt(0))) {
        marks.add("w" + folded);
      }
      String bounded = "_" + folded + "_";
      for (int from = 0; from + GRAM <= bounded.length(); from++) {
        grams.add(bounded.substring(from, from + GRAM));
      }
    }
    return new Word(terms(side, written), marks, grams);
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
