package no.speil.search.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import no.speil.search.FacetCount;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/** How many results have each value, by the value's ordinal in the reader. */
final class OrdinalCounts implements FacetCounter {
  private final SortedSetDocValuesReaderState state;
  private final SortedSetDocValues values;
  private final int[] counts;

  OrdinalCounts(SortedSetDocValuesReaderState state) throws IOException {
    this.state = state;
    this.values = state.getDocValues();
    this.counts = new int[state.getSize()];
  }

  /** Counts the sections that were found. */
  static OrdinalCounts ofSections(
      ReaderOrdinals ordinals, SortedSetDocValuesReaderState state, FacetsCollector found)
      throws IOException {
    var counts = new OrdinalCounts(state);
    for (MatchingDocs leaf : found.getMatchingDocs()) {
      counts.add(leaf, ordinals.facets(leaf.context()), ordinals.globalOrdinals(leaf.context()));
    }
    return counts;
  }

  private void add(MatchingDocs leaf, SegmentFacets facets, @Nullable LongValues globalOrdinals)
      throws IOException {
    int[] inSegment = globalOrdinals == null ? counts : new int[facets.valueCount()];
    facets.count(leaf.bits().iterator(), inSegment);
    for (int value = 0; globalOrdinals != null && value < inSegment.length; value++) {
      counts[(int) globalOrdinals.get(value)] += inSegment[value];
    }
  }

  /** Counts one more result with that value. */
  void add(int ordinal) {
    counts[ordinal]++;
  }

  @Override
  public List<FacetCount> most(String facet, int most) throws IOException {
    var top = new LongHeap(most);
    SearchFacets.ordinals(state, facet)
        .filter(value -> counts[value] > 0)
        .mapToLong(value -> (long) counts[value] << Integer.SIZE | (Integer.MAX_VALUE - value))
        .forEach(top::insertWithOverflow);
    var ascending = new ArrayList<FacetCount>();
    while (top.size() > 0) {
      int value = Integer.MAX_VALUE - (int) top.pop();
      ascending.add(new FacetCount(SearchFacets.label(values, value), counts[value]));
    }
    return ascending.reversed();
  }

  @Override
  public long of(String facet, String value) throws IOException {
    long ordinal = values.lookupTerm(new BytesRef(FacetsConfig.pathToString(facet, value)));
    return ordinal < 0 ? 0 : counts[(int) ordinal];
  }
}
