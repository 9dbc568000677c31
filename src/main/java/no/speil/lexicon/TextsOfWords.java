package no.speil.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** In which of the archive's texts of one side each word stands. */
final class TextsOfWords {
  /** By the terms backwards; a text is there as often as it has the term. */
  private final NavigableMap<String, List<Integer>> texts = new TreeMap<>();

  /**
   * @param count how many of the texts, from the first, are the archive's
   */
  TextsOfWords(Bitext.SideTexts side, int count) {
    Map<Integer, List<Integer>> byNumber = new HashMap<>();
    for (int text = 0; text < count; text++) {
      for (int word : side.texts.get(text).words()) {
        byNumber.computeIfAbsent(word, term -> new ArrayList<>()).add(text);
      }
    }
    byNumber.forEach((word, its) -> texts.put(backwards(side.terms.get(word)), its));
  }

  /** How often the term stands in them. */
  int times(String term) {
    return texts.getOrDefault(backwards(term), List.of()).size();
  }

  /** Those with the term. */
  BitSet of(String term) {
    return of(term, true);
  }

  /** Those with the term or another that ends with it, as that of a compound. */
  BitSet endingWith(String term) {
    return of(term, false);
  }

  private BitSet of(String term, boolean isWhole) {
    String ending = backwards(term);
    var found = new BitSet();
    texts
        .subMap(ending, true, isWhole ? ending : ending + Character.MAX_VALUE, true)
        .values()
        .forEach(its -> its.forEach(found::set));
    return found;
  }

  private static String backwards(String term) {
    return new StringBuilder(term).reverse().toString();
  }
}
