package no.speil.search.compile;

import java.util.List;
import java.util.Optional;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/**
 * The score of a section, by BM25. A side's score is the sum over its stemmed words and its words
 * as typed. The better side counts alone, since adding both would bury sections without a
 * translation. The weights were measured.
 */
final class RankingQueries {
  private static final float AS_TYPED = .3f;

  private final TextQueries texts;

  RankingQueries(TextQueries texts) {
    this.texts = texts;
  }

  Query of(List<QueryClause> clauses) {
    var best =
        new DisjunctionMaxQuery(FieldGroup.BOTH.stream().map(c -> side(c, clauses)).toList(), 0);
    return new SectionWeightQuery(best);
  }

  private Query side(FieldGroup fieldGroup, List<QueryClause> clauses) {
    List<TextClause> wanted =
        clauses.stream()
            .filter(l -> l.fieldGroups().contains(fieldGroup))
            .map(QueryClause::text)
            .toList();
    var sum = new BooleanQuery.Builder();
    for (TextClause each : wanted) {
      Optional<Query> stem =
          each instanceof Word word
              ? texts.withUnsure(fieldGroup, word)
              : texts.of(fieldGroup, each);
      stem.ifPresent(query -> sum.add(query, Occur.SHOULD));
      if (each instanceof Word word) {
        texts
            .phrase(fieldGroup.folded(), word.text(), 0)
            .ifPresent(typed -> add(sum, typed, AS_TYPED));
      }
    }
    return sum.build();
  }

  private static void add(BooleanQuery.Builder sum, Query query, float weight) {
    sum.add(new BoostQuery(query, weight), Occur.SHOULD);
  }
}
