package no.speil.search.facet;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.speil.search.Facet;
import no.speil.search.SearchNotice;
import no.speil.search.SearchRequest.Group;
import no.speil.search.Spread;
import no.speil.search.Spread.Row;
import no.speil.search.schema.Queries;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Counts sections and their documents by the values of a facet, in the time of a searcher. */
public final class FacetSpread {
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

  /**
   * Compares what two queries find.
   *
   * @param all finds at least what the other finds
   */
  public Spread of(Query wanted, Query all, List<SearchNotice> notices) throws IOException {
    FacetsCollector found = search(wanted);
    FacetsCollector whole = search(all);
    Map<String, Integer> sections = count(Group.SECTION, found);
    Map<String, Integer> allSections = count(Group.SECTION, whole);
    Map<String, Integer> documents = count(Group.DOCUMENT, found);
    Map<String, Integer> allDocuments = count(Group.DOCUMENT, whole);
    List<Row> rows =
        allSections.keySet().stream()
            .map(
                value ->
                    new Row(
                        value,
                        sections.getOrDefault(value, 0),
                        allSections.getOrDefault(value, 0),
                        documents.getOrDefault(value, 0),
                        allDocuments.getOrDefault(value, 0)))
            .filter(row -> row.allSections() > 0)
            .sorted(facet == Facet.YEAR ? BY_VALUE : MOST_FIRST)
            .toList();
    Query labelled = FacetFilters.filter(facet.code(), allSections.keySet());
    Row none =
        total(
            search(Queries.difference(wanted, labelled)),
            search(Queries.difference(all, labelled)));
    return new Spread(facet, rows, none, total(found, whole), notices);
  }

  private FacetsCollector search(Query query) throws IOException {
    return searcher.search(query, new FacetsCollectorManager());
  }

  private Map<String, Integer> count(Group group, FacetsCollector found) throws IOException {
    return state == null ? Map.of() : new FacetCounts(state, group, found).of(facet.code());
  }

  private static Row total(FacetsCollector found, FacetsCollector whole) throws IOException {
    return new Row("", sections(found), sections(whole), documents(found), documents(whole));
  }

  private static int sections(FacetsCollector found) {
    return found.getMatchingDocs().stream().mapToInt(MatchingDocs::totalHits).sum();
  }

  private static int documents(FacetsCollector found) throws IOException {
    return FoundDocuments.of(found).hashes().size();
  }
}
