package no.speil.search.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.lexicon.Translation;
import no.speil.search.entry.Column;
import no.speil.search.entry.Schema;
import no.speil.search.query.Expression.Sought;
import no.speil.search.query.Expression.Word;
import no.speil.search.text.Terms;
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
final class Ranking {
  private static final float AS_TYPED = .3f;
  private static final float RUNS = .2f;
  private static final float RUNS_OF_KNOWN = .05f;
  private static final float RUNS_OF_RENDERINGS = .05f;
  private static final float RUNS_OF_VARIANTS = .15f;
  private static final int RENDERINGS_WITH_RUNS = 3;

  private final TextQueries texts;
  private final Grams grams;

  Ranking(Terms terms, TextQueries texts) {
    this.texts = texts;
    this.grams = new Grams(terms);
  }

  Query of(List<Leaf> leaves) {
    var best = new DisjunctionMaxQuery(Column.BOTH.stream().map(c -> side(c, leaves)).toList(), 0);
    return FunctionScoreQuery.boostByValue(best, DoubleValuesSource.fromFloatField(Schema.WEIGHT));
  }

  private Query side(Column column, List<Leaf> leaves) {
    List<Sought> sought =
        leaves.stream().filter(l -> l.columns().contains(column)).map(Leaf::sought).toList();
    var sum = new BooleanQuery.Builder();
    for (Sought each : sought) {
      Optional<Query> stem =
          each instanceof Word word ? texts.loosely(column, word) : texts.of(column, each);
      stem.ifPresent(query -> sum.add(query, Occur.SHOULD));
      if (each instanceof Word word) {
        texts.phrase(column.folded(), word.text(), 0).ifPresent(typed -> add(sum, typed, AS_TYPED));
      }
    }
    List<Word> words =
        sought.stream().filter(Word.class::isInstance).map(Word.class::cast).toList();
    runs(column, words).forEach((run, weight) -> add(sum, Grams.query(column, run), weight));
    return sum.build();
  }

  /** The runs of all these words and of what they are called there, each once. */
  private Map<String, Float> runs(Column column, List<Word> words) {
    var strange = new LinkedHashMap<String, Float>();
    var known = new LinkedHashMap<String, Float>();
    var others = new LinkedHashMap<String, Float>();
    for (Word word : words) {
      List<Translation> renderings = word.renderings().in(column.side());
      boolean isKnown = word.renderings().isTranslated(column.side());
      grams
          .of(column, word.text())
          .forEach(run -> (isKnown ? known : strange).put(run, isKnown ? RUNS_OF_KNOWN : RUNS));
      runs(column, renderings.stream()).forEach(run -> others.put(run, RUNS_OF_RENDERINGS));
      runs(column, word.renderings().sureVariants(column.side()))
          .forEach(run -> others.put(run, RUNS_OF_VARIANTS));
    }
    known.forEach(strange::putIfAbsent);
    others.forEach(strange::putIfAbsent);
    strange.keySet().removeAll(strange.keySet().stream().skip(Grams.MOST_RANKING).toList());
    return strange;
  }

  private Stream<String> runs(Column column, Stream<Translation> best) {
    return best.limit(RENDERINGS_WITH_RUNS).flatMap(each -> grams.of(column, each.form()).stream());
  }

  private static void add(BooleanQuery.Builder sum, Query query, float weight) {
    sum.add(new BoostQuery(query, weight), Occur.SHOULD);
  }
}
