package no.speil.lexicon;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Known pairs of terms that are one word in the two written norms of Norwegian, in both directions.
 */
final class NormPairs {
  private final SortedMap<String, SortedSet<String>> others = new TreeMap<>();

  void add(String bokmaal, String nynorsk) {
    if (!bokmaal.equals(nynorsk)) {
      others.computeIfAbsent(bokmaal, term -> new TreeSet<>()).add(nynorsk);
      others.computeIfAbsent(nynorsk, term -> new TreeSet<>()).add(bokmaal);
    }
  }

  /** The counterparts of a term, in alphabetical order. */
  List<String> of(String term) {
    SortedSet<String> found = others.get(term);
    return found == null ? List.of() : List.copyOf(found);
  }
}
