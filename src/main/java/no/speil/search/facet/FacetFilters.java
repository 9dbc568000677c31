package no.speil.search.facet;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Coded;
import no.speil.search.Facet;
import no.speil.search.FacetCount;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SectionRange;
import no.speil.search.query.NoticeCollector;
import no.speil.search.schema.IndexSchema;
import no.speil.search.schema.Queries;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The selected facet values as filters, and the counts of all facets.
 *
 * @param labels selected values by facet, in the order of the request
 * @param within the sections among which results are wanted; null for all
 */
public record FacetFilters(Map<String, List<String>> labels, @Nullable Query within) {
  /** Facets with few values, which are quicker to ask the index for than to count by sections. */
  private static final Set<String> KINDS_OF_WORK = Set.of(Facet.TASK.code(), Facet.WORK.code());

  /**
   * Filters by facet and by place.
   *
   * @param within where sections are wanted; null for anywhere
   */
  public static FacetFilters of(
      Map<String, List<String>> filters,
      @Nullable List<SectionRange> within,
      NoticeCollector notices) {
    var labels = new LinkedHashMap<String, List<String>>();
    filters.forEach(
        (name, values) -> {
          if (Coded.parse(Facet.values(), name).isEmpty()) {
            notices.add(Kind.UNKNOWN_FILTER, name);
          } else if (!values.isEmpty()) {
            labels.put(name, labels(values));
          }
        });
    return new FacetFilters(labels, within == null ? null : anyOf(within));
  }

  /** The ordinals of facet values across the segments of a reader; null if there are none. */
  public static @Nullable SortedSetDocValuesReaderState state(IndexReader reader)
      throws IOException {
    boolean any =
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)
            != null;
    return any ? new DefaultSortedSetDocValuesReaderState(reader, IndexSchema.facets()) : null;
  }

  public boolean isEmpty() {
    return labels.isEmpty();
  }

  /** The sections that also have a selected value of every facet. */
  public Query all(Query match) {
    return allBut("", match);
  }

  /**
   * The counts of every facet that is shown or has selected values. One with selected values is
   * counted as if none were selected, so that users can see the others.
   *
   * @param state of the reader; null if no section has any facet
   * @param group what is counted
   * @param found what facets are shown of; null for those with selected values only
   */
  public Map<String, List<FacetCount>> facets(
      IndexSearcher searcher,
      @Nullable SortedSetDocValuesReaderState state,
      Group group,
      Query match,
      @Nullable FacetsCollector found)
      throws IOException {
    var facets = new LinkedHashMap<String, List<FacetCount>>();
    List<Facet> shown = found == null ? List.of() : Facet.SHOWN;
    shown.forEach(facet -> facets.put(facet.code(), List.of()));
    labels.keySet().forEach(name -> facets.put(name, List.of()));
    if (state == null) {
      return facets;
    }
    if (found != null) {
      var counts = new FacetCounts(state, group, found);
      for (Facet facet : shown) {
        facets.put(facet.code(), counts.of(facet.code(), List.of()));
      }
    }
    for (Map.Entry<String, List<String>> each : labels.entrySet()) {
      String facet = each.getKey();
      Query wider = allBut(facet, match);
      FacetCounts counts =
          group == Group.SECTION && KINDS_OF_WORK.contains(facet)
              ? new FacetCounts(
                  state,
                  facet,
                  label -> searcher.count(Queries.all(wider, filter(facet, List.of(label)))))
              : new FacetCounts(state, group, searcher.search(wider, new FacetsCollectorManager()));
      facets.put(facet, counts.of(facet, each.getValue()));
    }
    return facets;
  }

  private Query allBut(String name, Query match) {
    var all = new BooleanQuery.Builder().add(match, Occur.FILTER);
    if (within != null) {
      all.add(within, Occur.FILTER);
    }
    var others = new LinkedHashMap<>(labels);
    others.remove(name);
    others.forEach((each, values) -> all.add(filter(each, values), Occur.FILTER));
    return all.build();
  }

  private static Query anyOf(List<SectionRange> ranges) {
    return Queries.any(
        ranges.stream()
            .map(
                range ->
                    Queries.all(
                        new TermQuery(new Term(IndexSchema.DOCUMENT, range.document().value())),
                        NumericDocValuesField.newSlowRangeQuery(
                            IndexSchema.POSITION, range.from(), range.to() - 1L)))
            .toList());
  }

  /** The sections with any of these labels of a facet. */
  static Query filter(String name, Collection<String> labels) {
    String field = FacetsConfig.DEFAULT_INDEX_FIELD_NAME;
    return new TermInSetQuery(
        field,
        labels.stream().map(label -> DrillDownQuery.term(field, name, label).bytes()).toList());
  }

  /** The values as they are indexed, each once, up to a limit. */
  private static List<String> labels(List<String> values) {
    return values.stream()
        .map(IndexSchema::label)
        .filter(label -> !label.isEmpty())
        .distinct()
        .limit(FacetCounts.MOST_VALUES)
        .toList();
  }
}
