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
import no.speil.lexicon.TermTranslation;

/** What is known of words, since texts repeat them. Thread-safe. */
final class WordCache {
  /** Words of each side, and as many terms; then it begins anew. */
  private static final int MOST = 32_768;

  private static final int GRAM = 4;

  /** Letters, of which so many have marks and grams. */
  private static final Pattern PART = Pattern.compile("\\p{L}{3,}+");

  private final TermTokenizer tokenizer;
  private final SideCache original;
  private final SideCache translation;

  /** One text for all words that have it. */
  private final BoundedCache<String> grams = new BoundedCache<>(MOST, gram -> gram);

  /**
   * What is known of one side.
   *
   * @param words by how they are written
   * @param translations of each term, most probable first
   */
  record SideCache(BoundedCache<Word> words, BoundedCache<List<TermTranslation>> translations) {}

  /**
   * What alignment reads of a word as it stands between two spaces, with all punctuation: what
   * depends on it alone, and is the same in every text.
   *
   * @param terms in their order, as often as they are there
   * @param marks of its parts with a capital, in their order
   * @param grams the 4-grams of its parts, in their order, as often as they are there
   */
  record Word(List<String> terms, List<String> marks, List<String> grams) {}

  WordCache(Lexicon lexicon, TermTokenizer tokenizer) {
    this.tokenizer = tokenizer;
    this.original = cache(Side.ORIGINAL, lexicon);
    this.translation = cache(Side.TRANSLATION, lexicon);
  }

  private SideCache cache(Side side, Lexicon lexicon) {
    return new SideCache(
        new BoundedCache<>(MOST, written -> read(side, written)),
        new BoundedCache<>(MOST, term -> lexicon.translations(side, term)));
  }

  SideCache of(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  private Word read(Side side, String written) {
    var marks = new ArrayList<String>();
    var ofParts = new ArrayList<String>();
    Matcher parts = PART.matcher(written);
    while (parts.find()) {
      String folded = CognateSpelling.fold(parts.group().toLowerCase(Locale.ROOT));
      if (Character.isUpperCase(parts.group().charAt(0))) {
        marks.add("w" + folded);
      }
      String bounded = "_" + folded + "_";
      for (int from = 0; from + GRAM <= bounded.length(); from++) {
        ofParts.add(grams.of(bounded.substring(from, from + GRAM)));
      }
    }
    return new Word(
        List.copyOf(tokenizer.terms(side, written)), List.copyOf(marks), List.copyOf(ofParts));
  }
}
