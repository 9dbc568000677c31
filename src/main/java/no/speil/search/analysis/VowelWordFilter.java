package no.speil.search.analysis;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Removes the endings of words in "a", "o" and "å", such as "klimaet", "risikoen", "nivåer" and
 * "oppnådd", and of definite words in "år". This happens before folding, which would take "ae" and
 * "oe" for an "æ" or "ø" typed on a foreign keyboard, and before stemming, which would take a
 * folded "å" for an ending. "-aer" and "-oer" stay, since they usually are "-ær" and "-ør".
 */
final class VowelWordFilter extends TokenFilter {
  /** Endings, each with the vowel that stays. */
  private static final List<String> ENDINGS =
      List.of(
          "aenes", "aene", "aets", "aet", "oenes", "oene", "oens", "oen", "åenes", "åene", "åets",
          "ået", "åers", "åer", "ådde", "ådd", "ått");

  /** The stemmer removes "ar" at the end of a word only, so what follows it is removed here. */
  private static final List<String> ENDINGS_AFTER_AAR =
      List.of("årenes", "årene", "årets", "året", "åras", "åra");

  private static final int SHORTEST_WORD = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  VowelWordFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    if (!cut(word, ENDINGS, 1)) {
      cut(word, ENDINGS_AFTER_AAR, 2);
    }
    return true;
  }

  /** Removes an ending but for that many of its letters. */
  private boolean cut(String word, List<String> endings, int left) {
    for (String ending : endings) {
      int stem = word.length() - ending.length() + left;
      if (stem >= SHORTEST_WORD && word.endsWith(ending)) {
        term.setLength(stem);
        return true;
      }
    }
    return false;
  }
}
