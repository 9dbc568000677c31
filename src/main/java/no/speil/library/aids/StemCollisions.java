package no.speil.library.aids;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.lexicon.LexiconSources.Entry;
import no.speil.lexicon.TermTokenizer;

/**
 * Starter words that stemming and folding make one term, as "gå" and the past of "gi". A search
 * gladly finds both; a translator is to be shown the words of the one that stands there.
 */
final class StemCollisions {
  private final TermTokenizer termTokenizer;

  /** By Norwegian term, then by English term: the words that are so translated. */
  private final Map<String, Map<String, Set<String>>> words = new HashMap<>();

  /** By Norwegian term: its words. */
  private final Map<String, Set<String>> heads = new HashMap<>();

  StemCollisions(TermTokenizer termTokenizer, List<Entry> starter) {
    this.termTokenizer = termTokenizer;
    for (Entry entry : starter) {
      String english = term(Side.TRANSLATION, entry.english());
      put(entry.norwegian(), english);
      if (!entry.nynorsk().isEmpty()) {
        put(entry.nynorsk(), english);
      }
    }
  }

  private void put(String norwegian, String english) {
    String term = term(Side.ORIGINAL, norwegian);
    words
        .computeIfAbsent(term, it -> new HashMap<>())
        .computeIfAbsent(english, it -> new HashSet<>())
        .add(norwegian);
    heads.computeIfAbsent(term, it -> new HashSet<>()).add(norwegian);
  }

  /**
   * Whether the English is known as the translation of another word of the same term, and the word
   * itself is known to have others.
   */
  boolean mistakes(String word, String english) {
    String head = word.toLowerCase(Locale.ROOT);
    String term = term(Side.ORIGINAL, head);
    if (!heads.getOrDefault(term, Set.of()).contains(head)) {
      return false;
    }
    Set<String> translated =
        words.getOrDefault(term, Map.of()).getOrDefault(term(Side.TRANSLATION, english), Set.of());
    return !translated.isEmpty() && !translated.contains(head);
  }

  /** The terms of a word or a few, as one. */
  private String term(Side side, String text) {
    var term = new StringBuilder();
    for (TermTokenizer.Token token : termTokenizer.cut(side, text)) {
      if (!token.form().isEmpty()) {
        term.append(token.term()).append(' ');
      }
    }
    return term.toString();
  }
}
