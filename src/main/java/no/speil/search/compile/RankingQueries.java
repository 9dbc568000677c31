package no.speil.search.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.lexicon.TermTranslation;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression.TextClause;
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
 * The score of a section, by BM25. A side's score is the sum over its stemmed words, its words as
 * typed and its n-grams. The better side counts alone, since adding both would bury sections
 * without a translation. The weights were measured.
 */
final class RankingQueries {
  private static final float AS_TYPED = .3f;
  private static final float NGRAMS = .2f;
  private static final float NGRAMS_OF_TRANSLATED = .05f;
  private static final float NGRAMS_OF_TRANSLATIONS = .05f;
  private static final float NGRAMS_OF_VARIANTS = .15f;
  private static final int TRANSLATIONS_WITH_NGRAMS = 3;

  private final TextQueries texts;
  private final NgramQueries ngramQueries;

  RankingQueries(FieldTerms terms, TextQueries texts) {
    this.texts = texts;
    this.ngramQueries = new NgramQueries(terms);
  }

  Query of(List<QueryClause> clauses) {
    var best =
        new DisjunctionMaxQuery(FieldGroup.BOTH.stream().map(c -> side(c, clauses)).toList(), 0);
    return FunctionScoreQuery.boostByValue(
        best, DoubleValuesSource.fromFloatField(IndexSchema.WEIGHT));
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
    List<Word> words =
        wanted.stream().filter(Word.class::isInstance).map(Word.class::cast).toList();
    ngrams(fieldGroup, words)
        .forEach((ngram, weight) -> add(sum, NgramQueries.query(fieldGroup, ngram), weight));
    return sum.build();
  }

  /** The n-grams of the words and their translations, each once, with their weights. */
  private Map<String, Float> ngrams(FieldGroup fieldGroup, List<Word> words) {
    var ngrams = new LinkedHashMap<String, Float>();
    var known = new LinkedHashMap<String, Float>();
    var others = new LinkedHashMap<String, Float>();
    for (Word word : words) {
      List<TermTranslation> translations = word.wordAlternatives().on(fieldGroup.side());
      boolean isKnown = word.wordAlternatives().isTranslated(fieldGroup.side());
      ngramQueries
          .of(fieldGroup, word.text())
          .forEach(
              ngram ->
                  (isKnown ? known : ngrams).put(ngram, isKnown ? NGRAMS_OF_TRANSLATED : NGRAMS));
      ngrams(fieldGroup, translations.stream())
          .forEach(ngram -> others.put(ngram, NGRAMS_OF_TRANSLATIONS));
      ngrams(fieldGroup, word.wordAlternatives().sureVariants(fieldGroup.side()))
          .forEach(ngram -> others.put(ngram, NGRAMS_OF_VARIANTS));
    }
    known.forEach(ngrams::putIfAbsent);
    others.forEach(ngrams::putIfAbsent);
    ngrams.keySet().removeAll(ngrams.keySet().stream().skip(NgramQueries.MOST).toList());
    return ngrams;
  }

  private Stream<String> ngrams(FieldGroup fieldGroup, Stream<TermTranslation> best) {
    return best.limit(TRANSLATIONS_WITH_NGRAMS)
        .flatMap(each -> ngramQueries.of(fieldGroup, each.form()).stream());
  }

  private static void add(BooleanQuery.Builder sum, Query query, float weight) {
    sum.add(new BoostQuery(query, weight), Occur.SHOULD);
  }
}
