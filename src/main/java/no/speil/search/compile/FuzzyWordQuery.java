package no.speil.search.compile;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/**
 * Matches the words that are spelt nearly like a word. The automaton is made once for all segments
 * and fields: making it takes longer than the search (Lucene's FuzzyQuery makes one for each
 * segment, and its AutomatonQuery one that is not known to be finite, which takes twice as long).
 */
final class FuzzyWordQuery extends MultiTermQuery {
  private static final int TWO_EDITS_FROM = 8;

  private final String word;
  private final CompiledAutomaton similar;

  FuzzyWordQuery(Term term, CompiledAutomaton similar) {
    super(term.field(), CONSTANT_SCORE_BLENDED_REWRITE);
    this.word = term.text();
    this.similar = similar;
  }

  /** The first letter must be the same: errors there are rare and costly to allow. */
  static CompiledAutomaton similar(String word) {
    int edits = word.length() < TWO_EDITS_FROM ? 1 : 2;
    int first = word.offsetByCodePoints(0, 1);
    var others = new LevenshteinAutomata(word.substring(first), true);
    return new CompiledAutomaton(
        Objects.requireNonNull(others.toAutomaton(edits, word.substring(0, first))), true, false);
  }

  @Override
  protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
    return similar.getTermsEnum(terms);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      similar.visit(visitor, this, field);
    }
  }

  @Override
  public String toString(String asked) {
    return field + ":" + word + "~";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FuzzyWordQuery that && super.equals(that) && word.equals(that.word);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), word);
  }
}
