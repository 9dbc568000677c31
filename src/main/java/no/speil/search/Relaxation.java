package no.speil.search;

import java.util.List;
import java.util.Optional;
import no.speil.search.Expression.Fuzzy;
import no.speil.search.Expression.Insisted;
import no.speil.search.Expression.Prefix;
import no.speil.search.Expression.Sought;
import no.speil.search.Expression.Suffix;
import no.speil.search.Expression.Together;
import no.speil.search.Expression.Word;
import no.speil.search.Plan.Relaxed;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The second, looser pass: of plain words side by side most are enough, and a word counts as there
 * where one spelt much like it is. All else stays as asked.
 */
final class Relaxation {
  private final Matching matching;
  private final Grams grams;

  Relaxation(Terms terms, Matching matching) {
    this.matching = matching;
    this.grams = new Grams(terms);
  }

  Optional<Relaxed> of(Expression expression) {
    List<Expression> parts =
        expression instanceof Together together
            ? matching.wanted(together.parts())
            : List.of(expression);
    List<Expression> loose = parts.stream().filter(Relaxation::isLoose).toList();
    List<Query> words = loose.stream().flatMap(e -> about(e, loose.size()).stream()).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var query = new BooleanQuery.Builder();
    parts.stream()
        .filter(part -> !isLoose(part))
        .flatMap(part -> matching.of(part).stream())
        .forEach(each -> query.add(each, Occur.FILTER));
    words.forEach(each -> query.add(each, Occur.SHOULD));
    int insisted = (int) parts.stream().filter(Relaxation::isInsisted).count();
    int all = words.size() + insisted;
    query.setMinimumNumberShouldMatch(Math.max(0, most(all) - insisted));
    return Optional.of(new Relaxed(query.build(), all));
  }

  private static boolean isInsisted(Expression part) {
    return part instanceof Insisted || (part instanceof Sought && !isLoose(part));
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

  private Optional<Query> about(Expression part, int words) {
    Optional<Query> itself = matching.of(part);
    if (itself.isEmpty() || !(part instanceof Word word)) {
      return itself;
    }
    var any = new BooleanQuery.Builder().add(itself.get(), Occur.SHOULD);
    for (Column column : Column.BOTH) {
      grams.alike(column, word, words).ifPresent(each -> any.add(each, Occur.SHOULD));
    }
    return Optional.of(any.build());
  }
}
