package no.speil.search.compile;

import java.util.Optional;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.query.Expression.Phrase;
import no.speil.search.query.Expression.TextClause;
import no.speil.search.query.Expression.Word;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.Query;

/** Queries for two words or phrases within a distance of each other on one side. */
final class ProximityQueries {
  private final FieldTerms terms;

  ProximityQueries(FieldTerms terms) {
    this.terms = terms;
  }

  Query near(FieldGroup fieldGroup, IntervalsSource left, IntervalsSource right, int distance) {
    IntervalsSource both = Intervals.unorderedNoOverlaps(left, right);
    return new IntervalQuery(fieldGroup.stem(), Intervals.maxgaps(distance - 1, both));
  }

  Optional<IntervalsSource> interval(FieldGroup fieldGroup, TextClause clause) {
    if (clause instanceof Phrase phrase) {
      return interval(fieldGroup.exact(), phrase.text());
    }
    if (clause instanceof Word word) {
      Optional<IntervalsSource> stemmed = interval(fieldGroup.stem(), word.text());
      return stemmed.isPresent() ? stemmed : interval(fieldGroup.folded(), word.text());
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
