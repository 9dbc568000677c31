package no.speil.library.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Side;
import no.speil.lexicon.GlossaryPhrase;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTokenizer.Token;

/** Phrases by the terms that they have. Immutable. */
final class PhraseTable {
  private final Map<String, List<GlossaryPhrase>> norwegian = new HashMap<>();
  private final Map<String, List<GlossaryPhrase>> english = new HashMap<>();

  PhraseTable(TermTokenizer tokenizer, List<GlossaryPhrase> phrases) {
    for (GlossaryPhrase each : phrases) {
      add(norwegian, tokenizer.words(Side.ORIGINAL, each.norwegian()), each);
      add(english, tokenizer.words(Side.TRANSLATION, each.english()), each);
    }
  }

  private static void add(
      Map<String, List<GlossaryPhrase>> table, List<Token> words, GlossaryPhrase phrase) {
    var terms = new HashSet<String>();
    for (Token word : words) {
      if (terms.add(word.term())) {
        table.computeIfAbsent(word.term(), term -> new ArrayList<>(1)).add(phrase);
      }
    }
  }

  List<GlossaryPhrase> of(Side side, String term) {
    return (side == Side.ORIGINAL ? norwegian : english).getOrDefault(term, List.of());
  }
}
