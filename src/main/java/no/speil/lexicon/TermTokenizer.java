package no.speil.lexicon;

import java.util.List;
import no.speil.corpus.Side;

/** Cuts texts into the terms that the index has of them; thread-safe. */
@FunctionalInterface
public interface TermTokenizer {
  List<Token> cut(Side side, String text);

  /**
   * A term where it stands.
   *
   * @param form the word in lower case as it is written; empty for a part of a compound
   * @param position in words from the text's beginning, words left out counted too
   */
  record Token(String term, String form, int position) {}
}
