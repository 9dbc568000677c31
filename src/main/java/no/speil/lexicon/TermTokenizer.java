package no.speil.lexicon;

import java.util.List;
import no.speil.corpus.Side;

/**
 * Splits texts into the terms of the search index. No word goes over a space or the end of a line:
 * a text has the terms of its parts between them. Thread-safe.
 */
@FunctionalInterface
public interface TermTokenizer {
  List<Token> cut(Side side, String text);

  /** The terms alone, in the order of the text. */
  default List<String> terms(Side side, String text) {
    return cut(side, text).stream().map(Token::term).toList();
  }

  /** The terms of whole words, without those of the parts of compounds. */
  default List<Token> words(Side side, String text) {
    return cut(side, text).stream().filter(token -> !token.form().isEmpty()).toList();
  }

  /**
   * A term in a text.
   *
   * @param form the word as it is written, in lower case; empty for a part of a compound
   * @param position in words from the beginning of the text; skipped words count
   */
  record Token(String term, String form, int position) {}
}
