package no.speil.search.facet;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.search.Facet;
import no.speil.search.FacetCount;
import no.speil.search.facet.SearchFacets.FacetCounter;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * Counts the documents of the sections found, each once for every value that any of its sections
 * has.
 */
final class DocumentFacetCounter implements FacetCounter {
  /** Facets of sections; all others are the same in all sections of a document. */
  private static final List<Facet> OF_SECTIONS =
      List.of(Facet.STATE, Facet.FRESHNESS, Facet.TASK, Facet.WORK);

  private final SortedSetDocValuesReaderState state;
  private final SortedSetDocValues values;
  private final int[] counts;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final BitSet seen = new BitSet();
  private final Map<Integer, BitSet> seenWith = new HashMap<>();

  /** The document of the section before, and its number; sections of a document stand together. */
  private long last;

  private int number = -1;

  DocumentFacetCounter(SortedSetDocValuesReaderState state, FacetsCollector found)
      throws IOException {
    this.state = state;
    this.values = state.getDocValues();
    this.counts = new int[state.getSize()];
    for (Facet facet : OF_SECTIONS) {
      SearchFacets.ordinals(state, facet.code())
          .forEach(value -> seenWith.put(value, new BitSet()));
    }
    for (MatchingDocs leaf : found.getMatchingDocs()) {
      FoundDocuments.each(
          leaf, (section, document) -> count(leaf.context().docBase + section, document));
    }
  }

  private void count(int section, long document) throws IOException {
    if (document != last || number < 0) {
      number = numbers.computeIfAbsent(document, key -> numbers.size());
      last = document;
    }
    boolean isNew = !seen.get(number);
    seen.set(number);
    if (values.advanceExact(section)) {
      for (int i = 0; i < values.docValueCount(); i++) {
        int value = (int) values.nextOrd();
        BitSet withIt = seenWith.get(value);
        if (withIt == null ? isNew : !withIt.get(number)) {
          counts[value]++;
        }
        if (withIt != null) {
          withIt.set(number);
        }
      }
    }
  }

  @Override
  public List<FacetCount> most(String facet) throws IOException {
    return SearchFacets.most(state, facet, value -> (long) counts[value]);
  }

  @Override
  public long of(String facet, String value) throws IOException {
    long ordinal = values.lookupTerm(new BytesRef(FacetsConfig.pathToString(facet, value)));
    return ordinal < 0 ? 0 : counts[(int) ordinal];
  }
}
