package no.speil.search.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import no.speil.search.FacetCount;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.Queries;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOFunction;

/** The facets of a search. */
final class SearchFacets {
  static final int MOST_VALUES = 50;

  private SearchFacets() {}

  /** The sections with any of these labels of a facet. */
  static Query filter(String name, List<String> labels) {
    return Queries.any(
        labels.stream()
            .map(label -> DrillDownQuery.term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, name, label))
            .map(TermQuery::new)
            .toList());
  }

  /**
   * The most frequent values of a facet, and the selected ones however frequent, so that they can
   * be deselected.
   */
  static List<FacetCount> counts(FacetCounter counts, String name, List<String> chosen)
      throws IOException {
    var values = new ArrayList<>(counts.most(name));
    for (String value : chosen) {
      if (values.stream().noneMatch(each -> each.value().equals(value))) {
        values.add(new FacetCount(value, counts.of(name, value)));
      }
    }
    return values;
  }

  /** Counts how many results have each value of each facet. */
  interface FacetCounter {
    /** The most frequent values. */
    List<FacetCount> most(String facet) throws IOException;

    /** The number of results with that value. */
    long of(String facet, String value) throws IOException;
  }

  /**
   * The most frequent values, of those that any result has.
   *
   * @param counts gives the results with the value that has that ordinal
   */
  static List<FacetCount> most(
      SortedSetDocValuesReaderState state, String facet, IOFunction<Integer, Long> counts)
      throws IOException {
    var all = new ArrayList<FacetCount>();
    SortedSetDocValues labels = state.getDocValues(); // made anew for each who asks
    for (int value : ordinals(state, facet).toArray()) {
      long count = counts.apply(value);
      if (count > 0) {
        all.add(new FacetCount(label(labels, value), count));
      }
    }
    return all.stream()
        .sorted(Comparator.comparingLong(FacetCount::count).reversed())
        .limit(MOST_VALUES)
        .toList();
  }

  /** The ordinals of the values of a facet. */
  static IntStream ordinals(SortedSetDocValuesReaderState state, String facet) {
    OrdRange range = state.getOrdRange(facet);
    return range == null ? IntStream.empty() : IntStream.rangeClosed(range.start(), range.end());
  }

  /** The label of the value with that ordinal. */
  static String label(SortedSetDocValues values, int ordinal) throws IOException {
    return FacetsConfig.stringToPath(values.lookupOrd(ordinal).utf8ToString())[1];
  }

  /** The values as they are indexed, each once, up to a limit. */
  static List<String> labels(List<String> values) {
    return values.stream()
        .map(IndexSchema::label)
        .filter(label -> !label.isEmpty())
        .distinct()
        .limit(MOST_VALUES)
        .toList();
  }
}
