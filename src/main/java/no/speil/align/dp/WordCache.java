package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Side;
import no.speil.corpus.text.BoundedCache;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;

/** What is known of words, since texts repeat them. Thread-safe. */
final class WordCache {
  /** Words of each side, and as many terms; then it begins anew. */
  private static final int MOST = 32_768;

  private static final int GRAM = 4;

  /** Letters, of which so many have marks and grams. */
  private static final Pattern PART = Pattern.compile("\\p{L}{3,}+");

  private final Lexicon lexicon;
  private final boolean isWithoutTranslations;
  private final TermTokenizer termTokenizer;
  private final BoundedCache<Word> originals;
  private final BoundedCache<Word> translations;

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
    this.isWithoutTranslations = lexicon.isEmpty();
    this.termTokenizer = termTokenizer;
    this.originals = words(Side.ORIGINAL);
    this.translations = words(Side.TRANSLATION);
  }

  private BoundedCache<Word> words(Side side) {
    var terms =
        new BoundedCache<Term>(MOST, text -> new Term(text, lexicon.translations(side, text)));
    return new BoundedCache<>(MOST, written -> read(side, terms, written));
  }

  /** Whether no word has a translation. */
  boolean isWithoutTranslations() {
    return isWithoutTranslations;
  }

  /** What is known of a word as it is written. */
  Word word(Side side, String written) {
    return (side == Side.ORIGINAL ? originals : translations).of(written);
  }

  private Word read(Side side, BoundedCache<Term> terms, String written) {
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
    List<Term> its =
        isWithoutTranslations
            ? List.of()
            : termTokenizer.terms(side, written).stream().map(terms::of).toList();
    return new Word(its, marks, grams);
  }
}
