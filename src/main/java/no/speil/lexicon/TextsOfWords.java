package no.speil.lexicon;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;

/** In which of the archive's texts of one side each word stands. */
final class TextsOfWords {
  private final int[][] texts;

  /** The terms backwards, with their numbers. */
  private final NavigableMap<String, Integer> backwards = new TreeMap<>();

  /**
   * @param count how many of the texts, from the first, are the archive's
   */
  TextsOfWords(Bitext.SideTexts side, int count) {
    int[] sizes = new int[side.size()];
    for (int at = 0; at < side.start(count); at++) {
      sizes[side.word(at)]++;
    }
    this.texts = new int[side.size()][];
    for (int term = 0; term < texts.length; term++) {
      texts[term] = new int[sizes[term]];
      if (sizes[term] > 0) {
        backwards.put(new StringBuilder(side.term(term)).reverse().toString(), term);
      }
    }
    for (int text = 0; text < count; text++) {
      for (int at = side.start(text); at < side.start(text + 1); at++) {
        int term = side.word(at);
        texts[term][--sizes[term]] = text;
      }
    }
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
    String ending = new StringBuilder(term).reverse().toString();
    var found = new BitSet();
    backwards
        .subMap(ending, true, isWhole ? ending : ending + Character.MAX_VALUE, true)
        .values()
        .forEach(
            number -> {
              for (int text : texts[number]) {
                found.set(text);
              }
            });
    return found;
  }
}
