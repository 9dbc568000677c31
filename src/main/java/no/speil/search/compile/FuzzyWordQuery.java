package no.speil.search.compile;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Matches the words that are spelt nearly like a word. The automaton is made once for all segments
 * and fields: making it takes longer than the search (Lucene's FuzzyQuery makes one for each
 * segment, and its AutomatonQuery one that is not known to be finite, which takes twice as long).
 */
final class FuzzyWordQuery extends FuzzyQuery {
  private static final int TWO_EDITS_FROM = 8;

  /** The first letter must be the same: errors there are rare and costly to allow. */
  private static final int SAME_LETTERS = 1;

  private final CompiledAutomaton similar;

  FuzzyWordQuery(Term term, CompiledAutomaton similar) {
    super(
        term,
        edits(term.text()),
        SAME_LETTERS,
        defaultMaxExpansions,
        defaultTranspositions,
        CONSTANT_SCORE_BLENDED_REWRITE);
    this.similar = similar;
  }

  static CompiledAutomaton similar(String word) {
    return getFuzzyAutomaton(word, edits(word), SAME_LETTERS, defaultTranspositions);
  }

  private static int edits(String word) {
    return word.length() < TWO_EDITS_FROM ? 1 : 2;
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
}
