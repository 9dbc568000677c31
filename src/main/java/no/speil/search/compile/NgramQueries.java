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

/** Words by their runs of four letters, which know each other across spelling and compounding. */
final class NgramQueries {
  /**
   * So many per side in ranking and in each looser pass, which with all else that a query may hold
   * stays below the 1,024 clauses that Lucene allows.
   */
  static final int MOST_RANKING = 96;

  private static final int MOST_ALIKE = 64;

  private final FieldTerms terms;

  NgramQueries(FieldTerms terms) {
    this.terms = terms;
  }

  /** Texts with that part of a word's runs; empty where it has too few to tell. */
  Optional<Query> alike(FieldGroup fieldGroup, Word word, int words, double part) {
    Set<String> runs = of(fieldGroup, word.text());
    if (runs.isEmpty() || runs.size() * words > MOST_ALIKE) {
      return Optional.empty();
    }
    var most = new BooleanQuery.Builder();
    runs.forEach(run -> most.add(query(fieldGroup, run), Occur.SHOULD));
    most.setMinimumNumberShouldMatch((int) Math.ceil(part * runs.size()));
    return Optional.of(most.build());
  }

  /** The runs of a word, each once, in its order. */
  Set<String> of(FieldGroup fieldGroup, String word) {
    var runs = new LinkedHashSet<String>();
    terms.of(fieldGroup.grams(), word).forEach(term -> runs.add(term.text()));
    return runs;
  }

  static Query query(FieldGroup fieldGroup, String run) {
    return new TermQuery(new Term(fieldGroup.grams(), run));
  }
}
