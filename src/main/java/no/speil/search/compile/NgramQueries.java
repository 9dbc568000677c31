package no.speil.search.compile;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Queries for the n-grams of words (four letters each), which match across spellings and compounds.
 */
final class NgramQueries {
  /**
   * At most this many per side in ranking and in each relaxed query. Together with everything else
   * in a query that stays below Lucene's limit of 1,024 clauses.
   */
  static final int MOST_RANKING = 96;

  private static final int MOST_ALIKE = 64;

  private final FieldTerms terms;

  NgramQueries(FieldTerms terms) {
    this.terms = terms;
  }

  /**
   * Texts with at least that part of a word's n-grams; empty if it has too few or the query has too
   * many words.
   */
  Optional<Query> alike(FieldGroup fieldGroup, Word word, int words, double part) {
    Set<String> ngrams = of(fieldGroup, word.text());
    if (ngrams.isEmpty() || ngrams.size() * words > MOST_ALIKE) {
      return Optional.empty();
    }
    var most = new BooleanQuery.Builder();
    ngrams.forEach(ngram -> most.add(query(fieldGroup, ngram), Occur.SHOULD));
    most.setMinimumNumberShouldMatch((int) Math.ceil(part * ngrams.size()));
    return Optional.of(most.build());
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
