package no.speil.search.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.highlight.HighlightQuery;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.Queries;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOSupplier;

/**
 * A query as Lucene queries.
 *
 * @param words the sections that have all of its words themselves
 * @param match the sections that have all of its words, or sure translations of them
 * @param titled the titles that are what is asked for, which come first; empty if there are none
 * @param tiers the sections that come before others by relevance: a section belongs to the first
 *     tier that it matches, and what matches none comes last. Words come before translations, and
 *     sections where one of the words stands alone before those that have them in compounds only
 * @param score of what matches
 * @param highlight the terms to highlight in what is found
 * @param guesses makes what guesses are found by, for pages that have room for them
 */
public record CompiledQuery(
    Query words,
    Query match,
    List<Query> titled,
    List<Query> tiers,
    SectionScore score,
    HighlightQuery highlight,
    IOSupplier<Guesses> guesses) {

  /**
   * What guesses are found by.
   *
   * @param relaxed looser matches, the strictest first; may be empty
   * @param score of what they match
   * @param highlight the terms to highlight
   */
  public record Guesses(List<Relaxed> relaxed, SectionScore score, HighlightQuery highlight) {}

  /**
   * A looser match, of which the hits are guesses.
   *
   * @param notice what is said above them
   * @param onlyForNothing whether it is tried only if there are no hits before it
   */
  public record Relaxed(Query match, Kind notice, boolean onlyForNothing) {}

  /** The same, but the sections that match and have that title come first. */
  public CompiledQuery withTitle(Query title) {
    List<Query> first = List.of(Queries.all(match, title));
    List<Query> all = Stream.concat(first.stream(), tiers.stream()).toList();
    return new CompiledQuery(words, match, first, all, score, highlight, guesses);
  }

  /** Whether sections are found by translations, too. */
  public boolean isTranslated() {
    return !words.equals(match);
  }

  private static final Query NOTHING = new MatchNoDocsQuery("no words");

  /** Compiles one expression. */
  public static final class Compiler {
    private final MatchQueries matches;
    private final TextQueries ownTexts;
    private final MatchQueries ownWords;
    private final TextQueries texts;

    public Compiler(FieldTerms terms) {
      texts = new TextQueries(terms);
      ownTexts = texts.words(false, false);
      ownWords = new MatchQueries(terms, ownTexts, null);
      matches = new MatchQueries(terms, texts, null);
    }

    public MatchQueries matching() {
      return matches;
    }

    /** What has the words themselves, without translations. */
    public MatchQueries ownWords() {
      return ownWords;
    }

    /**
     * Compiles the expression; empty if it holds nothing that can be searched for.
     *
     * @param forGuesses makes of it what guesses are found by
     */
    public Optional<CompiledQuery> compile(
        Expression expression, IOFunction<Expression, Expression> forGuesses) {
      return matches
          .of(expression)
          .map(match -> compile(expression, match, () -> guesses(forGuesses.apply(expression))));
    }

    private CompiledQuery compile(Expression expression, Query match, IOSupplier<Guesses> guesses) {
      List<QueryClause> clauses = QueryClause.of(expression);
      List<QueryClause> wanted = matches.withoutStopWords(clauses);
      Query words = ownWords.of(expression).orElse(NOTHING);
      List<Query> tiers = tiers(wanted, words, match);
      SectionScore score = SectionScore.of(texts, wanted, false);
      HighlightQuery highlight = highlight(clauses, texts::of);
      return new CompiledQuery(words, match, List.of(), tiers, score, highlight, guesses);
    }

    private Guesses guesses(Expression expression) {
      List<QueryClause> clauses = QueryClause.of(expression);
      return new Guesses(
          new RelaxedQueries(matches).of(expression),
          SectionScore.of(texts, matches.withoutStopWords(clauses), true),
          highlight(clauses, this::withParts));
    }

    /** Only queries that tell sections apart: text other than words is never part of a compound. */
    private List<Query> tiers(List<QueryClause> clauses, Query words, Query match) {
      boolean isTranslated = !words.equals(match);
      boolean isWords =
          !clauses.isEmpty() && clauses.stream().allMatch(clause -> clause.text() instanceof Word);
      var tiers = new ArrayList<Query>();
      if (isWords) {
        tiers.add(Queries.all(words, any(clauses, texts.words(false, true)::of)));
      }
      if (isTranslated) {
        Query standalone = any(clauses, texts.words(true, true)::of);
        if (isWords) {
          tiers.add(Queries.all(words, standalone));
        }
        tiers.add(words);
        if (isWords) {
          tiers.add(Queries.all(match, standalone));
        }
      }
      return tiers;
    }

    private static Query any(
        List<QueryClause> clauses, BiFunction<FieldGroup, TextClause, Optional<Query>> compiled) {
      var any = new ArrayList<Query>();
      for (QueryClause clause : clauses) {
        for (FieldGroup fields : clause.fieldGroups()) {
          compiled.apply(fields, clause.text()).ifPresent(any::add);
        }
      }
      return Queries.any(any);
    }

    /** The terms to highlight: all clauses, but stop words only if there is nothing else. */
    private HighlightQuery highlight(
        List<QueryClause> clauses, BiFunction<FieldGroup, TextClause, Optional<Query>> compiled) {
      List<QueryClause> wanted = matches.withoutStopWords(clauses);
      var typed = new LinkedHashMap<String, Query>();
      for (QueryClause clause : wanted) {
        if (clause.text() instanceof Word word) {
          typed.put(word.text().toLowerCase(Locale.ROOT), any(List.of(clause), compiled));
        }
      }
      return HighlightQuery.of(any(wanted, compiled), any(wanted, ownTexts::of), typed);
    }

    private Optional<Query> withParts(FieldGroup fields, TextClause clause) {
      return clause instanceof Word word ? texts.withParts(fields, word) : texts.of(fields, clause);
    }
  }
}
