package no.speil.search.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.lexicon.TermTranslation;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression.Sought;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Query;

/**
 * How well a section answers, by BM25: per side its stemmed words, its words as typed and its runs
 * of letters; of the two sides the better one counts alone, since adding them buries what has no
 * translation yet. The weights were measured.
 */
final class RankingQueries {
  private static final float AS_TYPED = .3f;
  private static final float RUNS = .2f;
  private static final float RUNS_OF_KNOWN = .05f;
  private static final float RUNS_OF_RENDERINGS = .05f;
  private static final float RUNS_OF_VARIANTS = .15f;
  private static final int RENDERINGS_WITH_RUNS = 3;

  private final TextQueries texts;
  private final NgramQueries grams;

  RankingQueries(FieldTerms terms, TextQueries texts) {
    this.texts = texts;
    this.grams = new NgramQueries(terms);
  }

  Query of(List<QueryClause> leaves) {
    var best =
        new DisjunctionMaxQuery(FieldGroup.BOTH.stream().map(c -> side(c, leaves)).toList(), 0);
    return FunctionScoreQuery.boostByValue(
        best, DoubleValuesSource.fromFloatField(IndexSchema.WEIGHT));
  }

  private Query side(FieldGroup fieldGroup, List<QueryClause> leaves) {
    List<Sought> sought =
        leaves.stream()
            .filter(l -> l.fieldGroups().contains(fieldGroup))
            .map(QueryClause::sought)
            .toList();
    var sum = new BooleanQuery.Builder();
    for (Sought each : sought) {
      Optional<Query> stem =
          each instanceof Word word ? texts.loosely(fieldGroup, word) : texts.of(fieldGroup, each);
      stem.ifPresent(query -> sum.add(query, Occur.SHOULD));
      if (each instanceof Word word) {
        texts
            .phrase(fieldGroup.folded(), word.text(), 0)
            .ifPresent(typed -> add(sum, typed, AS_TYPED));
      }
    }
    List<Word> words =
        sought.stream().filter(Word.class::isInstance).map(Word.class::cast).toList();
    runs(fieldGroup, words)
        .forEach((run, weight) -> add(sum, NgramQueries.query(fieldGroup, run), weight));
    return sum.build();
  }

  /** The runs of all these words and of what they are called there, each once. */
  private Map<String, Float> runs(FieldGroup fieldGroup, List<Word> words) {
    var strange = new LinkedHashMap<String, Float>();
    var known = new LinkedHashMap<String, Float>();
    var others = new LinkedHashMap<String, Float>();
    for (Word word : words) {
      List<TermTranslation> renderings = word.wordAlternatives().in(fieldGroup.side());
      boolean isKnown = word.wordAlternatives().isTranslated(fieldGroup.side());
      grams
          .of(fieldGroup, word.text())
          .forEach(run -> (isKnown ? known : strange).put(run, isKnown ? RUNS_OF_KNOWN : RUNS));
      runs(fieldGroup, renderings.stream()).forEach(run -> others.put(run, RUNS_OF_RENDERINGS));
      runs(fieldGroup, word.wordAlternatives().sureVariants(fieldGroup.side()))
          .forEach(run -> others.put(run, RUNS_OF_VARIANTS));
    }
    known.forEach(strange::putIfAbsent);
    others.forEach(strange::putIfAbsent);
    strange.keySet().removeAll(strange.keySet().stream().skip(NgramQueries.MOST_RANKING).toList());
    return strange;
  }

  private Stream<String> runs(FieldGroup fieldGroup, Stream<TermTranslation> best) {
    return best.limit(RENDERINGS_WITH_RUNS)
        .flatMap(each -> grams.of(fieldGroup, each.form()).stream());
  }

  private static void add(BooleanQuery.Builder sum, Query query, float weight) {
    sum.add(new BoostQuery(query, weight), Occur.SHOULD);
  }
}
