package no.speil.search.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import no.speil.search.FacetCount;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The facets of a search. */
final class SearchFacets {
  /** The facets that are shown, in order. */
  static final List<String> SHOWN =
      List.of(
          IndexSchema.KIND,
          IndexSchema.AUTHOR,
          IndexSchema.PUBLISHER,
          IndexSchema.YEAR,
          IndexSchema.LANGUAGE,
          IndexSchema.STATE,
          IndexSchema.FRESHNESS,
          IndexSchema.SUBJECT,
          IndexSchema.RIGHTS);

  private static final Set<String> UNSHOWN =
      Set.of(IndexSchema.TRANSLATOR, IndexSchema.TASK, IndexSchema.WORK);
  private static final int MOST_VALUES = 50;

  private SearchFacets() {}

  static boolean isFacet(String name) {
    return SHOWN.contains(name) || UNSHOWN.contains(name);
  }

  /** Whether it has a value for each kind of work, not names of people. */
  static boolean hasFewValues(String name) {
    return name.equals(IndexSchema.TASK) || name.equals(IndexSchema.WORK);
  }

  /** The sections with any of these values of a facet. */
  static Query filter(String name, List<String> values) {
    var any = new BooleanQuery.Builder();
    labels(values).stream()
        .map(
            label ->
                new TermQuery(
                    DrillDownQuery.term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, name, label)))
        .forEach(each -> any.add(each, Occur.SHOULD));
    return any.build();
  }

  /**
   * The most frequent values of a facet, and the selected ones however frequent, so that they can
   * be deselected.
   */
  static List<FacetCount> counts(FacetCounter counts, String name, List<String> chosen)
      throws IOException {
    var values = new ArrayList<>(counts.most(name, MOST_VALUES));
    for (String value : chosen) {
      if (values.stream().noneMatch(each -> each.value().equals(value))) {
        values.add(new FacetCount(value, counts.of(name, value)));
      }
    }
    return values;
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
