package no.speil.search.facet;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import no.speil.search.FacetCount;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;

/** Counts the sections that were found. */
final class SectionFacetCounter implements FacetCounter {
  private final SortedSetDocValuesFacetCounts counts;

  SectionFacetCounter(SortedSetDocValuesReaderState state, FacetsCollector found)
      throws IOException {
    counts = new SortedSetDocValuesFacetCounts(state, found);
  }

  @Override
  public List<FacetCount> most(String facet, int values) throws IOException {
    FacetResult top = counts.getTopChildren(values, facet);
    return top == null
        ? List.of()
        : Arrays.stream(top.labelValues)
            .map(each -> new FacetCount(each.label, each.value.longValue()))
            .toList();
  }

  @Override
  public long of(String facet, String value) throws IOException {
    return Math.max(0, counts.getSpecificValue(facet, value).longValue());
  }
}
