package no.speil.search.facet;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.search.Facet;
import no.speil.search.SearchNotice;
import no.speil.search.SearchRequest.Group;
import no.speil.search.Spread;
import no.speil.search.Spread.Row;
import no.speil.search.schema.Queries;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Counts sections and their documents by the values of a facet, in the time of a searcher. */
public final class FacetSpread {
  private static final String TOTAL = "";

  private static final Comparator<Row> BY_VALUE = Comparator.comparing(Row::value);
  private static final Comparator<Row> MOST_FIRST =
      Comparator.comparingInt(Row::sections).reversed().thenComparing(BY_VALUE);

  private final IndexSearcher searcher;
  private final @Nullable SortedSetDocValuesReaderState state;
  private final Facet facet;

  /**
   * @param state of the searcher's reader; null if no section has any facet
   */
  public FacetSpread(
      IndexSearcher searcher, @Nullable SortedSetDocValuesReaderState state, Facet facet) {
    this.searcher = searcher;
    this.state = state;
    this.facet = facet;
  }

  /** The sections and the documents of each value. */
  private record Counts(Map<String, Integer> sections, Map<String, Integer> documents) {}

  /**
   * Compares what two queries find.
   *
   * @param all finds at least what the other finds
   */
  public Spread of(Query wanted, Query all, List<SearchNotice> notices) throws IOException {
    Counts found = count(wanted);
    Counts whole = count(all);
    List<String> values =
        whole.sections().keySet().stream().filter(value -> !value.equals(TOTAL)).toList();
    Query labelled =
        new TermInSetQuery(
            FacetsConfig.DEFAULT_INDEX_FIELD_NAME, values.stream().map(this::label).toList());
    Counts foundWithout = count(Queries.difference(wanted, labelled));
    Counts wholeWithout = count(Queries.difference(all, labelled));
    List<Row> rows =
        values.stream()
            .map(value -> row(value, found, whole))
            .filter(row -> row.allSections() > 0)
            .sorted(facet == Facet.YEAR ? BY_VALUE : MOST_FIRST)
            .toList();
    return new Spread(
        facet, rows, row(TOTAL, foundWithout, wholeWithout), row(TOTAL, found, whole), notices);
  }

  private BytesRef label(String value) {
    return DrillDownQuery.term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, facet.code(), value).bytes();
  }

  private Counts count(Query query) throws IOException {
    FacetsCollector found = searcher.search(query, new FacetsCollectorManager());
    Map<String, Integer> sections = count(Group.SECTION, found);
    Map<String, Integer> documents = count(Group.DOCUMENT, found);
    sections.put(TOTAL, found.getMatchingDocs().stream().mapToInt(MatchingDocs::totalHits).sum());
    documents.put(TOTAL, FoundDocuments.of(found).hashes().size());
    return new Counts(sections, documents);
  }

  private Map<String, Integer> count(Group group, FacetsCollector found) throws IOException {
    return state == null ? new HashMap<>() : new FacetCounts(state, group, found).of(facet.code());
  }

  private static Row row(String value, Counts found, Counts whole) {
    return new Row(
        value,
        found.sections().getOrDefault(value, 0),
        whole.sections().getOrDefault(value, 0),
        found.documents().getOrDefault(value, 0),
        whole.documents().getOrDefault(value, 0));
  }
}
