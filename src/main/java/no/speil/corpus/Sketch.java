package no.speil.corpus;

import java.util.Base64;
import java.util.Locale;

/**
 * A small summary of a block's text: 64 minimum hashes of its character 4-grams, 8 bits of each
 * (b-bit minwise hashing, Li and König 2010), in Base64 without padding. Two sketches give the
 * similarity of their texts, to about ±0.06.
 */
public record Sketch(String base64) {
  private static final int HASHES = 64;
  private static final int GRAM = 4;
  private static final double CHANCE = 1.0 / 256;

  /** The sketch of a normalised text; case does not matter. */
  public static Sketch of(String normalized) {
    String text = normalized.toLowerCase(Locale.ROOT);
    long[] grams = new long[Math.max(1, text.length() - GRAM + 1)];
    for (int i = 0; i < grams.length; i++) {
      grams[i] = hash(text, i, Math.min(text.length(), i + GRAM));
    }
    byte[] bytes = new byte[HASHES];
    for (int k = 0; k < HASHES; k++) {
      bytes[k] = (byte) minimum(grams, k * 0x9E3779B97F4A7C15L);
    }
    return new Sketch(Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * An estimate of the Jaccard similarity of the two texts' 4-grams, 0 to 1. With several parts, of
   * the similarity to their joined texts, which is slightly too high, since only minima are
   * compared.
   */
  public double similarity(Sketch... parts) {
    byte[] mine = bytes();
    boolean[] agree = new boolean[HASHES];
    for (Sketch part : parts) {
      byte[] theirs = part.bytes();
      if (mine.length != HASHES || theirs.length != HASHES) {
        return 0;
      }
      for (int k = 0; k < HASHES; k++) {
        agree[k] |= mine[k] == theirs[k];
      }
    }
    int equal = 0;
    for (boolean each : agree) {
      equal += each ? 1 : 0;
    }
    double chance = parts.length * CHANCE;
    return Math.max(0, (equal / (double) HASHES - chance) / (1 - chance));
  }

  private byte[] bytes() {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // not written by this program: similar to nothing
    }
  }

  /**
   * The least of the hashes of one hash function; the compiler makes vector code of such a loop.
   */
  private static long minimum(long[] grams, long function) {
    long minimum = Long.MAX_VALUE;
    for (long gram : grams) {
      minimum = Math.min(minimum, mix(gram + function));
    }
    return minimum;
  }

  private static long hash(String text, int from, int to) {
    long hash = 0xCBF29CE484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), made positive. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) & Long.MAX_VALUE;
  }
}
