package no.speil.library.lexicon;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lexicon was learned from, to be compared with what it would be learned from now.
 *
 * @param pairs how many sections had a translation
 * @param hashes of the dictionary and of everything else, separated by slashes
 */
record LexiconOrigin(long pairs, String hashes) {
  private static final long FEW_PAIRS = 20;
  private static final Pattern ENCODED = Pattern.compile("(\\d{1,18})/([^/]*/[^/]*(?:/[^/]+)?)");

  /**
   * @param dictionaryHash of the dictionary
   * @param glossaryHash of the archive's glossary; empty where there is none
   * @param closedHash of which texts were left out since not everybody may read them; empty for
   *     none
   */
  LexiconOrigin(long pairs, String dictionaryHash, String glossaryHash, String closedHash) {
    this(
        pairs,
        dictionaryHash + "/" + glossaryHash + (closedHash.isEmpty() ? "" : "/" + closedHash));
  }

  /** Reads what {@link #encode} has written; empty for anything else. */
  static Optional<LexiconOrigin> parse(String encoded) {
    Matcher parts = ENCODED.matcher(encoded);
    return parts.matches()
        ? Optional.of(new LexiconOrigin(Long.parseLong(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  /** The form that is kept beside the lexicon: the parts, separated by slashes. */
  String encode() {
    return pairs + "/" + hashes;
  }

  /** Whether a lexicon of this origin should be learned again: the other origin differs enough. */
  boolean isOutdated(LexiconOrigin now) {
    return !hashes.equals(now.hashes)
        || Math.abs(now.pairs - pairs) > Math.max(FEW_PAIRS, pairs / 10);
  }
}
