package no.speil.search.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
record ProximityQueries(FieldTerms terms) {
  /** Words that may stand between the parts of a compound, as in "preservation for a long term". */
  private static final int MOST_BETWEEN_PARTS = 3;

  Query near(FieldGroup fields, IntervalsSource left, IntervalsSource right, int distance) {
    IntervalsSource both = Intervals.unorderedNoOverlaps(left, right);
    return new IntervalQuery(fields.stem(), Intervals.maxgaps(distance - 1, both));
  }

  /**
   * The parts of a compound near each other in any order, each as itself or by a translation; empty
   * where a part has neither on that side.
   */
  Optional<Query> nearParts(FieldGroup fields, List<Word> parts) {
    var sources = new ArrayList<IntervalsSource>();
    for (Word part : parts) {
      var any = new LinkedHashSet<>(terms.texts(fields.stem(), part.text()));
      part.wordAlternatives().on(fields.side()).forEach(each -> any.add(each.term()));
      if (any.isEmpty()) {
        return Optional.empty();
      }
      sources.add(Intervals.or(any.stream().map(Intervals::term).toArray(IntervalsSource[]::new)));
    }
    return sources.stream()
        .reduce(Intervals::unorderedNoOverlaps)
        .map(all -> new IntervalQuery(fields.stem(), Intervals.maxgaps(MOST_BETWEEN_PARTS, all)));
  }

  Optional<IntervalsSource> interval(FieldGroup fields, TextClause clause) {
    if (clause instanceof Phrase phrase) {
      return interval(fields.exact(), phrase.text());
    }
    if (clause instanceof Word word) {
      return interval(fields.stem(), word.text())
          .or(() -> inAnySpelling(fields.exact(), word.text()));
    }
    return Optional.empty();
  }

  private Optional<IntervalsSource> inAnySpelling(String field, String text) {
    IntervalsSource[] any =
        FieldTerms.spellings(text).stream()
            .flatMap(each -> interval(field, each).stream())
            .toArray(IntervalsSource[]::new);
    return any.length == 0 ? Optional.empty() : Optional.of(Intervals.or(any));
  }

  private Optional<IntervalsSource> interval(String field, String text) {
    IntervalsSource[] found =
        terms.texts(field, text).stream().map(Intervals::term).toArray(IntervalsSource[]::new);
    // Every field counts the words of a text alike, so distances hold between fields.
    return found.length == 0
        ? Optional.empty()
        : Optional.of(Intervals.fixField(field, Intervals.phrase(found)));
  }
}
