package no.speil.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The attributes that results are counted and narrowed by. */
final class Facets {
  static final String YEAR = "year";

  /** Those shown, in their order. */
  static final List<String> SHOWN =
      List.of(
          Schema.KIND,
          Schema.AUTHOR,
          YEAR,
          Schema.LANGUAGE,
          Schema.STATE,
          Schema.FRESHNESS,
          Schema.SUBJECT);

  private static final int MOST_VALUES = 50;
  private static final int LONGEST_LABEL = 200;

  private Facets() {}

  static boolean isFacet(String name) {
    return SHOWN.contains(name) || name.equals(Schema.TRANSLATOR) || name.equals(Schema.TASK);
  }

  /** The form in which a value is indexed, counted and filtered by. */
  static String label(String value) {
    String stripped = value.strip();
    return stripped.codePointCount(0, stripped.length()) <= LONGEST_LABEL
        ? stripped
        : stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST_LABEL));
  }

  /** Sections with any of these values of a facet. */
  static Query filter(String name, List<String> values) {
    var any = new BooleanQuery.Builder();
    values.stream()
        .map(Facets::label)
        .filter(label -> !label.isEmpty())
        .limit(MOST_VALUES)
        .map(
            label ->
                new TermQuery(
                    DrillDownQuery.term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, name, label)))
        .forEach(each -> any.add(each, Occur.SHOULD));
    return any.build();
  }

  /** Counts the values of those facets; null state where nothing indexed has any. */
  static Map<String, List<FacetCount>> count(
      @Nullable SortedSetDocValuesReaderState state, FacetsCollector found, List<String> names)
      throws IOException {
    var counted = new LinkedHashMap<String, List<FacetCount>>();
    names.forEach(name -> counted.put(name, List.of()));
    if (state == null) {
      return counted;
    }
    var counts = new SortedSetDocValuesFacetCounts(state, found);
    for (String name : names) {
      FacetResult top = counts.getTopChildren(MOST_VALUES, name);
      if (top != null) {
        counted.put(name, values(top));
      }
    }
    return counted;
  }

  private static List<FacetCount> values(FacetResult top) {
    return Arrays.stream(top.labelValues)
        .map(each -> new FacetCount(each.label, each.value.longValue()))
        .toList();
  }
}
