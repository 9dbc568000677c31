package no.speil.lexicon;

import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Finds the count that a word needs to be among the most frequent. */
final class FrequencyThreshold {
  private FrequencyThreshold() {}

  /** The lowest count such that no more than {@code most} words have it or a higher one. */
  static long leastCount(WordCounts counts, int most, Predicate<String> wanted) {
    var all = LongStream.builder();
    counts.each(
        (word, count) -> {
          if (wanted.test(word)) {
            all.add(count);
          }
        });
    long[] ascending = all.build().sorted().toArray();
    return ascending.length <= most ? 1 : ascending[ascending.length - most - 1] + 1;
  }
}
