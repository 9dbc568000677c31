package no.speil.align.dp;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of words, since texts repeat them: of some thousand words of each side as they are
 * written, and of some thousand terms, one for each hash. Thread-safe: an entry is replaced as a
 * whole.
 */
final class WordCache {
  /** Words of each side; a power of two. */
  private static final int MOST_WORDS = 32_768;

  /** Terms of each side; a power of two. */
  private static final int MOST_TERMS = 8_192;

  /** In characters (UTF-16), of a word that is kept. */
  private static final int LONGEST = 40;

  private static final Term[] NO_TERMS = {};

  private final Lexicon lexicon;
  private final TermTokenizer termTokenizer;
  private final @Nullable KnownWord[] norwegianWords = new KnownWord[MOST_WORDS];
  private final @Nullable KnownWord[] englishWords = new KnownWord[MOST_WORDS];
  private final @Nullable Term[] norwegianTerms = new Term[MOST_TERMS];
  private final @Nullable Term[] englishTerms = new Term[MOST_TERMS];

  WordCache(Lexicon lexicon, TermTokenizer termTokenizer) {
    this.lexicon = lexicon;
    this.termTokenizer = termTokenizer;
  }

  /** Whether no word has a translation. */
  boolean isWithoutTranslations() {
    return lexicon.size() == 0;
  }

  /** What is known of a part of a text, from inclusive to exclusive. */
  KnownWord word(Side side, String text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + text.charAt(at);
    }
    @Nullable KnownWord[] words = side == Side.ORIGINAL ? norwegianWords : englishWords;
    int first = slot(hash, MOST_WORDS);
    int second = first ^ 1;
    KnownWord known = words[first];
    if (known != null && known.isWritten(hash, text, from, to)) {
      return known;
    }
    KnownWord other = words[second];
    if (other != null && other.isWritten(hash, text, from, to)) {
      return other;
    }
    String written = text.substring(from, to);
    var word = new KnownWord(written, hash, terms(side, written));
    if (to - from <= LONGEST) {
      words[second] = known;
      words[first] = word;
    }
    return word;
  }

  private Term[] terms(Side side, String written) {
    if (isWithoutTranslations()) {
      return NO_TERMS;
    }
    List<String> found = termTokenizer.terms(side, written);
    Term[] terms = found.isEmpty() ? NO_TERMS : new Term[found.size()];
    for (int k = 0; k < terms.length; k++) {
      terms[k] = term(side, found.get(k));
    }
    return terms;
  }

  private Term term(Side side, String text) {
    @Nullable Term[] terms = side == Side.ORIGINAL ? norwegianTerms : englishTerms;
    int slot = slot(text.hashCode(), MOST_TERMS);
    Term known = terms[slot];
    if (known == null || !known.text.equals(text)) {
      known = new Term(text, lexicon.translations(side, text));
      terms[slot] = known;
    }
    return known;
  }

  /** By Fibonacci hashing (Knuth 1998, 6.4): the highest bits are the most mixed. */
  private static int slot(int hash, int slots) {
    return (hash * 0x9E3779B1) >>> Integer.numberOfLeadingZeros(slots - 1);
  }
}
