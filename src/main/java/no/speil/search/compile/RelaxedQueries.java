package no.speil.search.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.speil.search.SearchNotice.Kind;
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
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The guesses of plain words side by side: first all words, where unsure translations count, then
 * the parts of a compound together, too; then most words; then any word, if there are still no hits
 * or the words are searched by translations, of which a text has fewer; here a part of a compound
 * will do. Required parts stay required.
 */
record RelaxedQueries(MatchQueries matches) {
  /** The strictest first; empty where nothing may be missing. */
  List<Relaxed> of(Expression expression) {
    List<Expression> parts =
        expression instanceof Adjacent adjacent
            ? matches.contentWords(adjacent.parts())
            : List.of(expression);
    int required = (int) parts.stream().filter(RelaxedQueries::isRequired).count();
    int all = (int) parts.stream().filter(RelaxedQueries::isLoose).count() + required;
    boolean enough = !isTranslated(parts);
    var passes = new ArrayList<Relaxed>();
    pass(parts, Integer.MAX_VALUE, word -> matches.withUnsure(withoutParts(word)))
        .ifPresent(match -> passes.add(new Relaxed(match, Kind.GUESSED_WORDS, false)));
    if (parts.stream().anyMatch(RelaxedQueries::hasParts)) {
      pass(parts, Integer.MAX_VALUE, matches::withUnsure)
          .ifPresent(match -> passes.add(new Relaxed(match, Kind.PARTS, false)));
    }
    if (all > 1) {
      pass(parts, Math.max(0, most(all) - required), matches::withUnsure)
          .ifPresent(match -> passes.add(new Relaxed(match, Kind.PARTIAL, false)));
      pass(parts, required > 0 ? 0 : 1, matches::withParts)
          .ifPresent(match -> passes.add(new Relaxed(match, Kind.PARTIAL, enough)));
    }
    return passes;
  }

  private Optional<Query> pass(
      List<Expression> parts, int wanted, Function<Word, Optional<Query>> asWord) {
    List<Expression> loose = parts.stream().filter(RelaxedQueries::isLoose).toList();
    List<Query> words =
        loose.stream()
            .map(each -> each instanceof Word word ? asWord.apply(word) : matches.of(each))
            .flatMap(Optional::stream)
            .toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var query = new BooleanQuery.Builder();
    parts.stream()
        .filter(part -> !isLoose(part))
        .flatMap(part -> matches.of(part).stream())
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

  private static boolean hasParts(Expression part) {
    return part instanceof Word word && !word.wordAlternatives().parts().isEmpty();
  }

  private static Word withoutParts(Word word) {
    return new Word(word.text(), word.wordAlternatives().forGuesses(List.of(), List.of()));
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
}
