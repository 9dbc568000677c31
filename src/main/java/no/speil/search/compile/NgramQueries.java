package no.speil.search.compile;

import java.util.LinkedHashSet;
import java.util.Set;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Queries for the n-grams of words (four letters each), which match across spellings and compounds.
 */
final class NgramQueries {
  /**
   * At most this many per side. Together with everything else in a query that stays below Lucene's
   * limit of 1,024 clauses.
   */
  static final int MOST = 96;

  private final FieldTerms terms;

  NgramQueries(FieldTerms terms) {
    this.terms = terms;
  }

  /** The n-grams of a word, each once, in order. */
  Set<String> of(FieldGroup fieldGroup, String word) {
    var ngrams = new LinkedHashSet<String>();
    terms.of(fieldGroup.grams(), word).forEach(term -> ngrams.add(term.text()));
    return ngrams;
  }

  static Query query(FieldGroup fieldGroup, String ngram) {
    return new TermQuery(new Term(fieldGroup.grams(), ngram));
  }
}
