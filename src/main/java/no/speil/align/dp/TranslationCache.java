package no.speil.align.dp;

import java.util.List;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTranslation;
import org.jspecify.annotations.Nullable;

/**
 * The translations of a lexicon. Keeps those of some thousand words, one for each hash, since texts
 * repeat their words. Thread-safe: an entry is replaced as a whole.
 */
final class TranslationCache {
  /** Words of each side; a power of two. */
  private static final int MOST = 8_192;

  private final Lexicon lexicon;
  private final @Nullable Entry[] norwegian = new Entry[MOST];
  private final @Nullable Entry[] english = new Entry[MOST];

  private record Entry(String term, List<TermTranslation> translations) {}

  TranslationCache(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  boolean isEmpty() {
    return lexicon.size() == 0;
  }

  List<TermTranslation> translations(Side from, String term) {
    @Nullable Entry[] entries = from == Side.ORIGINAL ? norwegian : english;
    int slot = (term.hashCode() * 0x9E3779B1) >>> Integer.numberOfLeadingZeros(MOST - 1);
    Entry known = entries[slot];
    if (known == null || !known.term.equals(term)) {
      known = new Entry(term, lexicon.translations(from, term));
      entries[slot] = known;
    }
    return known.translations;
  }
}
