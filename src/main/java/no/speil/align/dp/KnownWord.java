package no.speil.align.dp;

import java.util.Arrays;
import java.util.Locale;

/**
 * What alignment reads of a word as it stands between two spaces, with all punctuation: what
 * depends on it alone, and is the same in every text.
 */
final class KnownWord {
  private static final int GRAM = 4;

  /** In letters, of a word that has marks and grams. */
  private static final int SHORTEST = 3;

  private static final String[] NO_MARKS = {};
  private static final long[] NO_GRAMS = {};

  private final String written;
  private final int hash;

  /** In their order, as often as they are there. */
  final Term[] terms;

  /** The marks of its parts with a capital, in their order. */
  final String[] marks;

  /** The 4-grams of its parts, in their order: four characters (UTF-16) in one number. */
  final long[] grams;

  /**
   * @param hash of the word as it is written
   */
  KnownWord(String written, int hash, Term[] terms) {
    this.written = written;
    this.hash = hash;
    this.terms = terms;
    String[] found = NO_MARKS;
    long[] all = NO_GRAMS;
    for (int from = 0; from < written.length(); ) {
      int end = lettersEnd(written, from);
      if (end > from && written.codePointCount(from, end) >= SHORTEST) {
        String part = written.substring(from, end);
        String folded = CognateSpelling.fold(part.toLowerCase(Locale.ROOT));
        if (Character.isUpperCase(part.charAt(0))) {
          found = Arrays.copyOf(found, found.length + 1);
          found[found.length - 1] = "w" + folded;
        }
        all = withGrams("_" + folded + "_", all);
      }
      from = Math.max(end, from + 1);
    }
    this.marks = found;
    this.grams = all;
  }

  /**
   * Whether it is the part of a text, from inclusive to exclusive.
   *
   * @param hashOfPart which is compared first
   */
  boolean isWritten(int hashOfPart, String text, int from, int to) {
    return hash == hashOfPart && written.length() == to - from && text.startsWith(written, from);
  }

  /** The end of the letters that begin there. */
  private static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      if (!Character.isLetter(letter)) {
        break;
      }
      end += Character.charCount(letter);
    }
    return end;
  }

  private static long[] withGrams(String bounded, long[] before) {
    int more = Math.max(0, bounded.length() - GRAM + 1);
    long[] all = Arrays.copyOf(before, before.length + more);
    for (int k = 0; k < more; k++) {
      long gram = 0;
      for (int i = k; i < k + GRAM; i++) {
        gram = (gram << Character.SIZE) | bounded.charAt(i);
      }
      all[before.length + k] = gram;
    }
    return all;
  }
}
