package no.speil.lexicon;

import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Word counts, the words in lower case: the same each time, in any order. */
@FunctionalInterface
public interface WordCounts {
  void each(ObjLongConsumer<String> sink);

  /** The lowest count such that no more than {@code most} words have it or a higher one. */
  default long leastCount(int most, Predicate<String> wanted) {
    var all = LongStream.builder();
    each(
        (word, count) -> {
          if (wanted.test(word)) {
            all.add(count);
          }
        });
    long[] ascending = all.build().sorted().toArray();
    return ascending.length <= most ? 1 : ascending[ascending.length - most - 1] + 1;
  }
}
