package no.speil.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Known pairs of terms that are one word in the two written norms of Norwegian, in both directions.
 */
final class NormPairs {
  private final Map<String, List<String>> others = new HashMap<>();

  void add(String bokmaal, String nynorsk) {
    if (!bokmaal.equals(nynorsk)) {
      put(bokmaal, nynorsk);
      put(nynorsk, bokmaal);
    }
  }

  private void put(String term, String other) {
    others.merge(
        term,
        List.of(other),
        (known, more) -> Stream.concat(known.stream(), more.stream()).distinct().sorted().toList());
  }

  /** The counterparts of a term, in alphabetical order. */
  List<String> of(String term) {
    return others.getOrDefault(term, List.of());
  }
}
