package no.speil.search.query;

import java.util.List;
import no.speil.corpus.Side;

/**
 * A query as a tree. A text clause matches either side unless an {@link InLanguage} is above it.
 */
public sealed interface Expression {

  /** A clause that is matched against the texts. */
  sealed interface TextClause extends Expression {}

  /** A word in any inflection, or one of its translations. */
  record Word(String text, WordAlternatives wordAlternatives) implements TextClause {
    Word(String text) {
      this(text, WordAlternatives.NONE);
    }
  }

  /** Words exactly as written except for case: {@code =word} and {@code "some words"~slop}. */
  record Phrase(String text, int slop) implements TextClause {}

  /** {@code begin*}. */
  record Prefix(String start) implements TextClause {}

  /** {@code *end}. */
  record Suffix(String end) implements TextClause {}

  /** {@code word~}: one or two letters may differ. */
  record Fuzzy(String text) implements TextClause {}

  /** Two words or phrases on one side, at most {@code distance} words apart, in any order. */
  record Near(TextClause left, TextClause right, int distance) implements TextClause {}

  /** {@code no:} and {@code en:}: matches one side only. */
  record InLanguage(Side side, Expression inner) implements Expression {}

  /**
   * {@code author:}, {@code title:} and the like: words of a metadata field.
   *
   * @param field {@link #TITLE}, or the code of a facet that has words
   */
  record Attribute(String field, String text, boolean prefix) implements Expression {
    public static final String TITLE = "title";
  }

  /** {@code state:}, {@code freshness:}, {@code has:} and {@code check:}: it has that code. */
  record StatusFilter(Axis axis, String code) implements Expression {
    public enum Axis {
      STATE,
      FRESHNESS,
      OPEN,
      CHECK
    }
  }

  /** {@code doc:}: a document, a folder, or the beginning of a path. */
  record PathFilter(String path, boolean prefix) implements Expression {}

  /** {@code date:}: the document is dated within that range. */
  record DateFilter(DateRange span) implements Expression {}

  /**
   * Clauses side by side: an implicit AND that is relaxed when too few sections match; {@link
   * Required} clauses are not.
   */
  record Adjacent(List<Expression> parts) implements Expression {}

  /** {@code AND}. */
  record All(List<Expression> parts) implements Expression {}

  /** {@code OR}. */
  record Any(List<Expression> parts) implements Expression {}

  /** {@code +word}. */
  record Required(Expression inner) implements Expression {}

  /** {@code -word} and {@code NOT word}. */
  record Not(Expression inner) implements Expression {}
}
