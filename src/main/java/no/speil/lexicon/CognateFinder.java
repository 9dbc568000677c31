package no.speil.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.speil.corpus.Side;
import no.speil.corpus.text.EditDistance;

/**
 * Finds words of a vocabulary whose spelling is similar to a word of the other language. Compares
 * only words with the same first letter and about the same length, and of these only those with
 * about the same letter pairs.
 */
final class CognateFinder {
  /** A word of the vocabulary and its similarity, 0.7 to 1. */
  record Match(int number, double similarity) {}

  private static final double LEAST_SIMILARITY = .7;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 31;

  /** For each key, its first letter and its length in one number; ascending. */
  private final int[] buckets;

  private final int[] numbers;
  private final long[] letterPairs;
  private final WordList keys;

  CognateFinder(Side side, WordList terms, WordList forms) {
    var found = new ArrayList<Key>();
    for (int number = 0; number < terms.size(); number++) {
      String key =
          SpellingKey.key(side, side == Side.ORIGINAL ? terms.get(number) : forms.get(number));
      if (key.length() >= SHORTEST && key.length() <= LONGEST) {
        found.add(new Key(key, number));
      }
    }
    found.sort(Comparator.comparingInt(Key::bucket).thenComparingInt(Key::number));
    buckets = found.stream().mapToInt(Key::bucket).toArray();
    numbers = found.stream().mapToInt(Key::number).toArray();
    letterPairs = found.stream().mapToLong(key -> letterPairs(key.text())).toArray();
    keys = WordList.of(found.stream().map(Key::text).toList());
  }

  private record Key(String text, int number) {
    int bucket() {
      return CognateFinder.bucket(text.charAt(0), text.length());
    }
  }

  /** The words most similar to a key, the most similar first. */
  List<Match> of(String key, int most) {
    if (key.length() < SHORTEST || key.length() > LONGEST) {
      return List.of();
    }
    var found = new ArrayList<Match>();
    int shortest = (int) Math.ceil(key.length() * LEAST_SIMILARITY);
    int longest = Math.min(LONGEST, (int) (key.length() / LEAST_SIMILARITY));
    int at = first(bucket(key.charAt(0), shortest));
    int end = first(bucket(key.charAt(0), longest) + 1);
    long pairs = letterPairs(key);
    for (; at < end; at++) {
      int length = Math.max(key.length(), buckets[at] & LONGEST);
      int edits = (int) (length * (1 - LEAST_SIMILARITY) + 1e-9);
      if (Long.bitCount(pairs & ~letterPairs[at]) <= 2 * edits) {
        int distance = EditDistance.levenshtein(key, keys.get(at), edits);
        if (distance <= edits) {
          found.add(new Match(numbers[at], 1 - (double) distance / length));
        }
      }
    }
    found.sort(
        Comparator.comparingDouble(Match::similarity).reversed().thenComparingInt(Match::number));
    return found.subList(0, Math.min(most, found.size()));
  }

  private int first(int bucket) {
    int low = 0;
    int high = buckets.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (buckets[middle] < bucket) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int bucket(char first, int length) {
    return first << 5 | length;
  }

  private static long letterPairs(String word) {
    long pairs = 0;
    for (int i = 0; i + 1 < word.length(); i++) {
      pairs |= 1L << (((word.charAt(i) * 31 + word.charAt(i + 1)) * 0x9E3779B1) >>> 26);
    }
    return pairs;
  }
}
