package no.speil.search.compile;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.highlight.HighlightQuery;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A query as Lucene queries.
 *
 * @param words the sections that have all of its words themselves
 * @param match the sections that have all of its words, or sure translations of them
 * @param relaxed looser matches, the strictest first, to be tried if there are few hits; may be
 *     empty
 * @param score contributes to the score only; it does not decide what matches
 * @param highlight the terms to highlight in what is found
 * @param guessHighlight the terms to highlight in guesses
 */
public record CompiledQuery(
    Query words,
    Query match,
    List<Relaxed> relaxed,
    Query score,
    HighlightQuery highlight,
    HighlightQuery guessHighlight) {

  /**
   * A looser match, of which the hits are guesses.
   *
   * @param notice what is said above them
   * @param onlyForNothing whether it is tried only if there are no hits before it
   */
  public record Relaxed(Query match, Kind notice, boolean onlyForNothing) {}

  /** Whether sections are found by translations, too. */
  public boolean isTranslated() {
    return !words.equals(match);
  }

  private static final Query NOTHING = new MatchNoDocsQuery("no words");

  /** Compiles one expression. */
  public static final class Compiler {
    private final MatchQueries matchQueries;
    private final RankingQueries ranking;
    private final RelaxedQueries relaxedQueries;
    private final TextQueries ownTexts;
    private final MatchQueries ownWords;
    private final TextQueries texts;

    public Compiler(FieldTerms terms) {
      texts = new TextQueries(terms, true);
      ownTexts = new TextQueries(terms, false);
      ownWords = new MatchQueries(terms, ownTexts);
      matchQueries = new MatchQueries(terms, texts);
      ranking = new RankingQueries(terms, texts);
      relaxedQueries = new RelaxedQueries(matchQueries);
    }

    public MatchQueries matching() {
      return matchQueries;
    }

    /** Compiles the expression; empty if it holds nothing that can be searched for. */
    public Optional<CompiledQuery> compile(Expression expression) {
      List<QueryClause> clauses = QueryClause.of(expression);
      return matchQueries
          .of(expression)
          .map(
              match ->
                  new CompiledQuery(
                      ownWords.of(expression).orElse(NOTHING),
                      match,
                      relaxedQueries.of(expression),
                      ranking.of(matchQueries.withoutStopWords(clauses)),
                      highlight(clauses, texts::of),
                      highlight(clauses, this::withUnsure)));
    }

    /** The terms to highlight: all clauses, but stop words only if there is nothing else. */
    private HighlightQuery highlight(
        List<QueryClause> clauses, BiFunction<FieldGroup, TextClause, Optional<Query>> compiled) {
      var highlight = new BooleanQuery.Builder();
      var own = new BooleanQuery.Builder();
      for (QueryClause clause : matchQueries.withoutStopWords(clauses)) {
        for (FieldGroup fieldGroup : clause.fieldGroups()) {
          compiled
              .apply(fieldGroup, clause.text())
              .ifPresent(query -> highlight.add(query, Occur.SHOULD));
          ownTexts.of(fieldGroup, clause.text()).ifPresent(query -> own.add(query, Occur.SHOULD));
        }
      }
      return HighlightQuery.of(highlight.build(), own.build());
    }

    private Optional<Query> withUnsure(FieldGroup fieldGroup, TextClause clause) {
      return clause instanceof Word word
          ? texts.withUnsure(fieldGroup, word)
          : texts.of(fieldGroup, clause);
    }
  }
}
