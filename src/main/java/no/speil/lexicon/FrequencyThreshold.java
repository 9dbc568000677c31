package no.speil.lexicon;

import java.util.function.Predicate;

/** Finds the count that a word needs to be among the most frequent, without sorting the words. */
final class FrequencyThreshold {
  private static final int HIGHEST = 100_000;

  private FrequencyThreshold() {}

  /** The lowest count such that no more than {@code most} words have it or a higher one. */
  static long leastCount(WordCounts counts, int most, Predicate<String> wanted) {
    var words = new int[HIGHEST + 1];
    counts.each(
        (word, count) -> {
          if (wanted.test(word)) {
            words[(int) Math.min(count, HIGHEST)]++;
          }
        });
    int kept = 0;
    int least = HIGHEST;
    while (least > 0 && kept + words[least] <= most) {
      kept += words[least];
      least--;
    }
    return least + 1L;
  }
}
