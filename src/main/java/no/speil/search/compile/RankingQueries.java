package no.speil.search.compile;

import java.util.ArrayList;
import java.util.List;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The score of a section, by BM25. A side's score is the sum over its stemmed words and its words
 * as typed. The better side counts alone, since adding both would bury sections without a
 * translation. The weights of words were measured.
 */
final class RankingQueries {
  private static final float AS_TYPED = .3f;
  private static final float PART = .4f;
  private static final float PREFIX_MATCH = .4f;

  private final TextQueries texts;

  RankingQueries(TextQueries texts) {
    this.texts = texts;
  }

  SectionScore of(List<QueryClause> clauses) {
    return best(clauses, false);
  }

  /**
   * The score of a section that is a guess: the parts of compounds count, too, and so do Norwegian
   * words with a common prefix, as compounds with the word have.
   */
  SectionScore ofGuesses(List<QueryClause> clauses) {
    return best(clauses, true);
  }

  private SectionScore best(List<QueryClause> clauses, boolean guesses) {
    return new SectionScore(
        FieldGroup.BOTH.stream().map(side -> sum(side, clauses, guesses)).toList());
  }

  private List<Query> sum(FieldGroup fieldGroup, List<QueryClause> clauses, boolean guesses) {
    List<TextClause> wanted =
        clauses.stream()
            .filter(l -> l.fieldGroups().contains(fieldGroup))
            .map(QueryClause::text)
            .toList();
    var sum = new ArrayList<Query>();
    for (TextClause each : wanted) {
      if (each instanceof Word word) {
        boolean isAsTyped = !guesses && !word.wordAlternatives().forms().isEmpty();
        (isAsTyped ? texts.of(fieldGroup, word) : texts.withUnsure(fieldGroup, word))
            .ifPresent(sum::add);
        texts.folded(fieldGroup, word.text()).ifPresent(typed -> add(sum, typed, AS_TYPED));
        if (guesses) {
          guesses(sum, fieldGroup, word);
        }
      } else {
        texts.scored(fieldGroup, each).ifPresent(sum::add);
      }
    }
    return sum;
  }

  private void guesses(List<Query> sum, FieldGroup fieldGroup, Word word) {
    for (Word part : word.wordAlternatives().parts()) {
      texts.withUnsure(fieldGroup, part).ifPresent(query -> add(sum, query, PART));
    }
    if (fieldGroup == FieldGroup.ORIGINAL) {
      List<Query> matches =
          word.wordAlternatives().prefixMatches().stream()
              .<Query>map(term -> new TermQuery(new Term(fieldGroup.stem(), term)))
              .toList();
      TextQueries.disjunction(matches).ifPresent(query -> add(sum, query, PREFIX_MATCH));
    }
  }

  private static void add(List<Query> sum, Query query, float weight) {
    sum.add(new BoostQuery(query, weight));
  }
}
