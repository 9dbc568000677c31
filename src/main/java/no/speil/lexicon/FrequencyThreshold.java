package no.speil.lexicon;

import java.util.function.Predicate;

/** The bound that keeps the most frequent words, without sorting or holding them. */
final class FrequencyThreshold {
  private static final int HIGHEST = 100_000;

  private FrequencyThreshold() {}

  /** The least count of which, with all above it, there are no more than that many words. */
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
