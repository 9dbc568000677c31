package no.speil.search.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The terms of one word in each field, as far as they have been asked for. Thread-safe. */
final class WordTerms {
  private final String word;

  /** By number of the field; a write that is lost to another thread's is computed again. */
  private @Nullable List<?>[] byField = {};

  WordTerms(String word) {
    this.word = word;
  }

  /**
   * @param analysis gives the terms of a word in that field
   */
  @SuppressWarnings("unchecked") // nothing else is put there
  List<char[]> of(int field, Function<String, List<char[]>> analysis) {
    @Nullable List<?>[] known = byField;
    if (field >= known.length) {
      known = Arrays.copyOf(known, field + 1);
      byField = known;
    }
    List<char[]> terms = (List<char[]>) known[field];
    if (terms == null) {
      terms = analysis.apply(word);
      known[field] = terms;
    }
    return terms;
  }
}
