package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Known pairs of terms that are one word in the two written norms of Norwegian, in both directions.
 */
final class NormPairs {
  private final WordMultimap others;

  private NormPairs(WordMultimap others) {
    this.others = others;
  }

  /** Collects pairs; those of a term with itself are left out. */
  static final class Builder {
    private final Map<String, Set<String>> others = new HashMap<>();

    Builder add(String bokmaal, String nynorsk) {
      if (!bokmaal.equals(nynorsk)) {
        others.computeIfAbsent(bokmaal, term -> new TreeSet<>()).add(nynorsk);
        others.computeIfAbsent(nynorsk, term -> new TreeSet<>()).add(bokmaal);
      }
      return this;
    }

    NormPairs build() {
      return new NormPairs(WordMultimap.of(others));
    }
  }

  /** The counterparts of a term, in alphabetical order. */
  List<String> of(String term) {
    return others.of(term);
  }

  void write(DataOutputStream out) throws IOException {
    others.write(out);
  }

  static NormPairs read(DataInputStream in) throws IOException {
    return new NormPairs(WordMultimap.read(in));
  }
}
