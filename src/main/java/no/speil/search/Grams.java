package no.speil.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.speil.search.Expression.Word;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Words by their runs of four letters, which know each other across spelling and compounding. */
final class Grams {
  /** Keeps two passes over both sides below the clauses that Lucene allows. */
  private static final int MOST = 128;

  /** The part of a word's runs that makes another word like it. */
  private static final double ALIKE = .75;

  private final Terms terms;

  Grams(Terms terms) {
    this.terms = terms;
  }

  /** The runs of all these words, each once. */
  List<Query> all(Column column, List<Word> words) {
    var runs = new LinkedHashSet<String>();
    words.forEach(word -> runs.addAll(runs(column, word)));
    return runs.stream().limit(MOST).map(run -> query(column, run)).toList();
  }

  /** Texts with most of a word's runs; empty where it has too few to tell. */
  Optional<Query> alike(Column column, Word word, int words) {
    Set<String> runs = runs(column, word);
    if (runs.size() < 2 || runs.size() * words > MOST) {
      return Optional.empty();
    }
    var most = new BooleanQuery.Builder();
    runs.forEach(run -> most.add(query(column, run), Occur.SHOULD));
    most.setMinimumNumberShouldMatch((int) Math.ceil(ALIKE * runs.size()));
    return Optional.of(most.build());
  }

  private Set<String> runs(Column column, Word word) {
    var runs = new LinkedHashSet<String>();
    terms.of(column.grams(), word.text()).forEach(term -> runs.add(term.text()));
    return runs;
  }

  private static Query query(Column column, String run) {
    return new TermQuery(new Term(column.grams(), run));
  }
}
