package no.speil.search.match;

import java.util.Optional;
import no.speil.search.entry.Column;
import no.speil.search.query.Expression.Phrase;
import no.speil.search.query.Expression.Sought;
import no.speil.search.query.Expression.Word;
import no.speil.search.text.Terms;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.Query;

/** Words or phrases that stand within a distance of each other on one side. */
final class Distances {
  private final Terms terms;

  Distances(Terms terms) {
    this.terms = terms;
  }

  Query near(Column column, IntervalsSource left, IntervalsSource right, int distance) {
    IntervalsSource both = Intervals.unorderedNoOverlaps(left, right);
    return new IntervalQuery(column.stem(), Intervals.maxgaps(distance - 1, both));
  }

  Optional<IntervalsSource> interval(Column column, Sought sought) {
    if (sought instanceof Phrase phrase) {
      return interval(column.exact(), phrase.text());
    }
    if (sought instanceof Word word) {
      Optional<IntervalsSource> stemmed = interval(column.stem(), word.text());
      return stemmed.isPresent() ? stemmed : interval(column.folded(), word.text());
    }
    return Optional.empty();
  }

  private Optional<IntervalsSource> interval(String field, String text) {
    IntervalsSource[] found =
        terms.of(field, text).stream()
            .map(each -> Intervals.term(each.text()))
            .toArray(IntervalsSource[]::new);
    // Every field counts the words of a text alike, so distances hold between fields.
    return found.length == 0
        ? Optional.empty()
        : Optional.of(Intervals.fixField(field, Intervals.phrase(found)));
  }
}
