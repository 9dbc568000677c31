package no.speil.lexicon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words of the dictionary that stemming and folding make one term, as "gå" and the past of "gi". A
 * search gladly finds both; a translator is to be shown the words of the one that stands there.
 */
final class StemCollisions {
  /** By Norwegian term, then by English term: the words that are so translated. */
  private final Map<String, Map<String, Set<String>>> words = new HashMap<>();

  /** By Norwegian term: its words. */
  private final Map<String, Set<String>> heads = new HashMap<>();

  StemCollisions(List<DictionaryBuilder.Pair> pairs) {
    for (DictionaryBuilder.Pair each : pairs) {
      String term = each.norwegian().term();
      words
          .computeIfAbsent(term, it -> new HashMap<>())
          .computeIfAbsent(each.english().term(), it -> new HashSet<>())
          .add(each.norwegian().form());
      heads.computeIfAbsent(term, it -> new HashSet<>()).add(each.norwegian().form());
    }
    heads.values().removeIf(alone -> alone.size() < 2);
    words.keySet().retainAll(heads.keySet());
  }

  /**
   * Whether an English term is known as the translation of another word of the same Norwegian term,
   * and the word itself is known to have others.
   */
  boolean mistakes(String word, String norwegian, String english) {
    if (!heads.getOrDefault(norwegian, Set.of()).contains(word)) {
      return false;
    }
    Set<String> translated =
        words.getOrDefault(norwegian, Map.of()).getOrDefault(english, Set.of());
    return !translated.isEmpty() && !translated.contains(word);
  }
}
