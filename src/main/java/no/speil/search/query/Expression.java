package no.speil.search.query;

import java.util.List;
import no.speil.corpus.Side;

/**
 * A query as a tree. Words and what is made of them are looked for on either side unless a {@link
 * Sided} stands above them.
 */
public sealed interface Expression {

  /** What is looked for in the texts. */
  sealed interface Sought extends Expression {}

  /** Any inflection, however typed, or what the word is called in the other language. */
  record Word(String text, WordAlternatives wordAlternatives) implements Sought {
    Word(String text) {
      this(text, WordAlternatives.NONE);
    }
  }

  /** As written but for case: {@code =word} and {@code "some words"~slop}. */
  record Phrase(String text, int slop) implements Sought {}

  /** {@code begin*}. */
  record Prefix(String start) implements Sought {}

  /** {@code *end}. */
  record Suffix(String end) implements Sought {}

  /** {@code word~}: a letter or two otherwise. */
  record Fuzzy(String text) implements Sought {}

  /** Two words or phrases on one side, at most that many words apart, in any order. */
  record Near(Sought left, Sought right, int distance) implements Sought {}

  /** {@code no:} and {@code en:}. */
  record Sided(Side side, Expression inner) implements Expression {}

  /** {@code author:}, {@code title:} and such: words that an attribute has. */
  record Attribute(Name name, String text, boolean prefix) implements Expression {
    public enum Name {
      TITLE,
      AUTHOR,
      KIND,
      SUBJECT,
      TRANSLATOR
    }
  }

  /** {@code state:} and {@code freshness:}: a code that the section has. */
  record Coded(Axis axis, String code) implements Expression {
    public enum Axis {
      STATE,
      FRESHNESS
    }
  }

  /** {@code doc:}: a document, a folder, or how the path of one begins. */
  record Located(String path, boolean prefix) implements Expression {}

  /** {@code date:}: documents known to be from within that time. */
  record Dated(DateRange span) implements Expression {}

  /**
   * Words side by side: all are wanted, and where too little has them all, most; see {@link
   * Insisted}.
   */
  record Together(List<Expression> parts) implements Expression {
    public Together {
      parts = List.copyOf(parts);
    }
  }

  /** {@code AND}. */
  record All(List<Expression> parts) implements Expression {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** {@code OR}. */
  record Any(List<Expression> parts) implements Expression {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** {@code +word}. */
  record Insisted(Expression inner) implements Expression {}

  /** {@code -word} and {@code NOT word}. */
  record Not(Expression inner) implements Expression {}
}
