package no.speil.search.compile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.compile.CompiledQuery.Relaxed;
import no.speil.search.query.Expression;
import no.speil.search.query.Expression.Adjacent;
import no.speil.search.query.Expression.Fuzzy;
import no.speil.search.query.Expression.Prefix;
import no.speil.search.query.Expression.Required;
import no.speil.search.query.Expression.Suffix;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.query.WordAlternatives;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The relaxed matches of plain words side by side: first all words, where a word that is spelt
 * similarly counts; then most words; then any word, if there are still no hits or the words are
 * searched by translations, of which a text has fewer. Required parts stay required.
 */
final class RelaxedQueries {
  /** The part of a word's n-grams that a similar word must have. */
  private static final double MUCH_ALIKE = .75;

  private static final double SOMEWHAT_ALIKE = .5;

  private final MatchQueries matchQueries;
  private final NgramQueries grams;

  RelaxedQueries(FieldTerms terms, MatchQueries matchQueries) {
    this.matchQueries = matchQueries;
    this.grams = new NgramQueries(terms);
  }

  /** The strictest first; empty where nothing may be missing. */
  List<Relaxed> of(Expression expression) {
    List<Expression> parts =
        expression instanceof Adjacent adjacent
            ? matchQueries.wanted(adjacent.parts())
            : List.of(expression);
    int required = (int) parts.stream().filter(RelaxedQueries::isRequired).count();
    int all = (int) parts.stream().filter(RelaxedQueries::isLoose).count() + required;
    boolean one = all == 1;
    boolean enough = one || !isTranslated(parts);
    return Stream.of(
            pass(parts, Integer.MAX_VALUE, MUCH_ALIKE).map(m -> new Relaxed(m, one)),
            pass(parts, Math.max(0, most(all) - required), MUCH_ALIKE)
                .map(m -> new Relaxed(m, one)),
            pass(parts, required > 0 ? 0 : 1, SOMEWHAT_ALIKE).map(m -> new Relaxed(m, enough)))
        .flatMap(Optional::stream)
        .distinct() // for one word, all are most
        .toList();
  }

  private Optional<Query> pass(List<Expression> parts, int wanted, double alike) {
    List<Expression> loose = parts.stream().filter(RelaxedQueries::isLoose).toList();
    List<Query> words =
        loose.stream().flatMap(e -> about(e, loose.size(), alike).stream()).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var query = new BooleanQuery.Builder();
    parts.stream()
        .filter(part -> !isLoose(part))
        .flatMap(part -> matchQueries.of(part).stream())
        .forEach(each -> query.add(each, Occur.FILTER));
    words.forEach(each -> query.add(each, Occur.SHOULD));
    query.setMinimumNumberShouldMatch(Math.min(wanted, words.size()));
    return Optional.of(query.build());
  }

  /**
   * Whether a word is expanded: a text that lacks it may have a translation that the lexicon lacks.
   */
  private static boolean isTranslated(List<Expression> parts) {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof Word word
                    && !word.wordAlternatives().equals(WordAlternatives.NONE));
  }

  private static boolean isRequired(Expression part) {
    return part instanceof Required || (part instanceof TextClause && !isLoose(part));
  }

  private static boolean isLoose(Expression part) {
    return part instanceof Word
        || part instanceof Prefix
        || part instanceof Suffix
        || part instanceof Fuzzy;
  }

  private static int most(int words) {
    return words < 3 ? 1 : words / 2 + 1;
  }

  private Optional<Query> about(Expression part, int words, double alike) {
    if (!(part instanceof Word word)) {
      return matchQueries.of(part);
    }
    Optional<Query> itself = matchQueries.withUnsure(word);
    if (itself.isEmpty()) {
      return itself;
    }
    var any = new BooleanQuery.Builder().add(itself.get(), Occur.SHOULD);
    for (FieldGroup fieldGroup : FieldGroup.BOTH) {
      grams.alike(fieldGroup, word, words, alike).ifPresent(each -> any.add(each, Occur.SHOULD));
    }
    return Optional.of(any.build());
  }
}
