package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds the words of a Norwegian vocabulary that are a given word in the other written norm: by
 * known pairs, also as the first or last part of a compound, and by regular spelling differences.
 */
final class NormVariants {
  private static final double PAIR = .9;
  private static final double SPELLING = .9;
  private static final double PARTS = .8;
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_REST = 2;
  private static final int LONGEST = 40;

  private final Supplier<WordMultimap> pairs;
  private final WordList keys;
  private final int[] numbers;

  private NormVariants(Supplier<WordMultimap> pairs, WordList keys, int[] numbers) {
    this.pairs = pairs;
    this.keys = keys;
    this.numbers = numbers;
  }

  /** Of the terms of a vocabulary. */
  static NormVariants of(WordList terms, Supplier<WordMultimap> pairs) {
    var found = new ArrayList<Key>();
    for (int number = 0; number < terms.size(); number++) {
      found.add(new Key(NormKey.of(terms.get(number)), number));
    }
    found.sort(Comparator.comparing(Key::text, WordList::compare).thenComparingInt(Key::number));
    return new NormVariants(
        pairs,
        WordList.of(found.stream().map(Key::text).toList()),
        found.stream().mapToInt(Key::number).toArray());
  }

  void write(DataOutputStream out) throws IOException {
    keys.write(out);
    Numbers.write(out, numbers);
  }

  static NormVariants read(DataInputStream in, Supplier<WordMultimap> pairs) throws IOException {
    WordList keys = WordList.read(in);
    return new NormVariants(pairs, keys, Numbers.ints(in, keys.size()));
  }

  private record Key(String text, int number) {}

  /**
   * A word of the vocabulary.
   *
   * @param isKnown whether it comes from a known pair, and not only from its spelling
   */
  record Match(int number, double weight, boolean isKnown) {}

  /** The matches, most probable first; the term itself is among them if it is in the vocabulary. */
  List<Match> of(String term) {
    var found = new LinkedHashMap<Integer, Match>();
    pairs.get().of(term).forEach(each -> add(each, PAIR, true, found));
    if (term.length() <= LONGEST) {
      add(term, SPELLING, false, found);
      compounds(term).forEach(each -> add(each, PARTS, false, found));
    }
    return List.copyOf(found.values());
  }

  private void add(String term, double weight, boolean isKnown, Map<Integer, Match> found) {
    String key = NormKey.of(term);
    int at = keys.find(key);
    while (at > 0 && keys.get(at - 1).equals(key)) {
      at--;
    }
    for (; at >= 0 && at < keys.size() && keys.get(at).equals(key); at++) {
      found.putIfAbsent(numbers[at], new Match(numbers[at], weight, isKnown));
    }
  }

  /** The term with its first part, its last part, or both replaced by their counterparts. */
  private Set<String> compounds(String term) {
    var found = new LinkedHashSet<String>();
    for (int i = SHORTEST_PART; i < term.length(); i++) {
      String rest = term.substring(i);
      pairs.get().of(term.substring(0, i)).forEach(other -> found.add(other + rest));
    }
    List.copyOf(found).forEach(each -> addWithOtherEnds(each, found));
    addWithOtherEnds(term, found);
    return found;
  }

  private void addWithOtherEnds(String term, Set<String> found) {
    for (int i = SHORTEST_REST; i <= term.length() - SHORTEST_PART; i++) {
      String beginning = term.substring(0, i);
      pairs.get().of(term.substring(i)).forEach(other -> found.add(beginning + other));
    }
  }
}
