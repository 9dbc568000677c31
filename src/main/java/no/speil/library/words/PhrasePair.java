package no.speil.library.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.speil.corpus.Side;
import no.speil.lexicon.GlossaryPhrase;
import no.speil.lexicon.TermTokenizer;
import no.speil.lexicon.TermTokenizer.Token;

/**
 * A word or phrase and what translates it.
 *
 * @param source its words, of the side that is asked about
 * @param target the words of its translation
 * @param share those of them that stand for the word that is asked about
 * @param text the translation as it is listed
 */
record PhrasePair(List<Token> source, List<Token> target, List<Token> share, String text) {

  /**
   * Reads a pair; empty if the source has little but words that are left out of the index, so that
   * it would be found in texts that do not have it.
   *
   * @param phrase as it is listed, both sides
   */
  static Optional<PhrasePair> of(TermTokenizer tokenizer, Side side, GlossaryPhrase phrase) {
    boolean isOriginal = side == Side.ORIGINAL;
    String from = isOriginal ? phrase.norwegian() : phrase.english();
    String to = isOriginal ? phrase.english() : phrase.norwegian();
    List<Token> source = tokenizer.words(side, from);
    List<Token> target = tokenizer.words(side.other(), to);
    return isTold(from, source) && !target.isEmpty()
        ? Optional.of(new PhrasePair(source, target, target, to))
        : Optional.empty();
  }

  /**
   * The same for one of its words, whose share is what translates none of the others: of "digital
   * preservation" that of "bevaring" in "digital bevaring" is "preservation".
   *
   * @param translations the terms that may translate a term of the source
   */
  PhrasePair of(String term, Function<String, Set<String>> translations) {
    Set<String> others =
        source.stream()
            .filter(word -> !word.term().equals(term))
            .flatMap(word -> translations.apply(word.term()).stream())
            .collect(Collectors.toCollection(HashSet::new));
    others.removeAll(translations.apply(term));
    List<Token> rest = target.stream().filter(word -> !others.contains(word.term())).toList();
    return rest.isEmpty() || rest.equals(target)
        ? this
        : new PhrasePair(
            source, target, rest, rest.stream().map(Token::form).collect(Collectors.joining(" ")));
  }

  /** Whether the target's words tell it from other phrases. */
  boolean canBeFound() {
    return isTold(text, share);
  }

  private static boolean isTold(String text, List<Token> words) {
    return words.size() > 1 || (words.size() == 1 && text.indexOf(' ') < 0);
  }

  /** What tells a translation from others. */
  static String key(List<Token> words) {
    return words.stream().map(Token::term).collect(Collectors.joining(" "));
  }

  String key() {
    return key(share);
  }

  /** Whether a term's word at that index of a text belongs to the source phrase there. */
  boolean standsAround(int index, List<Token> text) {
    String term = text.get(index).term();
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).term().equals(term) && index >= i && standsAt(index - i, source, text)) {
        return true;
      }
    }
    return false;
  }

  /** The places of the word's share wherever the translation stands in a text. */
  List<List<Token>> shares(List<Token> text) {
    var found = new ArrayList<List<Token>>();
    for (int i = 0; i + target.size() <= text.size(); i++) {
      if (standsAt(i, target, text)) {
        int start = i;
        found.add(share.stream().map(word -> text.get(start + target.indexOf(word))).toList());
      }
    }
    return found;
  }

  /** Whether the words at that index follow each other as in the phrase. */
  private static boolean standsAt(int start, List<Token> phrase, List<Token> text) {
    if (start + phrase.size() > text.size()) {
      return false;
    }
    int offset = text.get(start).position() - phrase.getFirst().position();
    for (int i = 0; i < phrase.size(); i++) {
      Token there = text.get(start + i);
      if (there.position() != phrase.get(i).position() + offset
          || !there.term().equals(phrase.get(i).term())) {
        return false;
      }
    }
    return true;
  }
}
