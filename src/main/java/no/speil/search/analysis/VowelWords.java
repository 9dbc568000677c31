package no.speil.search.analysis;

import java.util.List;

/**
 * The endings of words in "a", "o" and "å", such as "klimaet", "risikoen", "nivåer" and "oppnådd",
 * and of definite words in "år". They are removed before folding, which would take "ae" and "oe"
 * for an "æ" or "ø" typed on a foreign keyboard, and before stemming, which would take a folded "å"
 * for an ending. "-aer" and "-oer" stay, since they usually are "-ær" and "-ør".
 */
final class VowelWords {
  /** Endings, each with the vowel that stays. */
  private static final List<String> ENDINGS =
      List.of(
          "aenes", "aene", "aets", "aet", "oenes", "oene", "oens", "oen", "åenes", "åene", "åets",
          "ået", "åers", "åer", "ådde", "ådd", "ått");

  /** The stemmer removes "ar" at the end of a word only, so what follows it is removed here. */
  private static final List<String> ENDINGS_AFTER_AAR =
      List.of("årenes", "årene", "årets", "året", "åras", "åra");

  private static final int SHORTEST_WORD = 4;

  private VowelWords() {}

  /** The word without such an ending; itself where it has none. */
  static String withoutEnding(String word) {
    String cut = cut(word, ENDINGS, 1);
    return cut.equals(word) ? cut(word, ENDINGS_AFTER_AAR, 2) : cut;
  }

  /** Removes an ending but for that many of its letters. */
  private static String cut(String word, List<String> endings, int left) {
    for (String ending : endings) {
      int stem = word.length() - ending.length() + left;
      if (stem >= SHORTEST_WORD && word.endsWith(ending)) {
        return word.substring(0, stem);
      }
    }
    return word;
  }
}
