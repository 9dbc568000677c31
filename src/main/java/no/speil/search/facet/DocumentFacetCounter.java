package no.speil.search.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.search.FacetCount;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts the documents of the sections found, each once for every value that any of its sections
 * has.
 */
final class DocumentFacetCounter implements FacetCounter {
  /** Facets of sections; all others are the same in all sections of a document. */
  private static final Set<String> OF_SECTIONS =
      Set.of(IndexSchema.STATE, IndexSchema.FRESHNESS, IndexSchema.TASK, IndexSchema.WORK);

  private final SortedSetDocValuesReaderState state;
  private final SortedSetDocValues values;
  private final int[] counts;
  private final FixedBitSet seen;
  private final Map<Integer, FixedBitSet> seenWith = new HashMap<>();

  private DocumentFacetCounter(SortedSetDocValuesReaderState state, int documents)
      throws IOException {
    this.state = state;
    this.values = state.getDocValues();
    this.counts = new int[state.getSize()];
    this.seen = new FixedBitSet(documents);
    for (String facet : OF_SECTIONS) {
      SearchFacets.ordinals(state, facet)
          .forEach(value -> seenWith.put(value, new FixedBitSet(documents)));
    }
  }

  static DocumentFacetCounter of(
      DocumentNumbers documents, SortedSetDocValuesReaderState state, FacetsCollector found)
      throws IOException {
    var counter = new DocumentFacetCounter(state, documents.count());
    for (MatchingDocs leaf : found.getMatchingDocs()) {
      counter.count(leaf, documents.of(leaf.context()));
    }
    return counter;
  }

  private void count(MatchingDocs leaf, int[] numbers) throws IOException {
    SortedDocValues documents = DocValues.getSorted(leaf.context().reader(), IndexSchema.DOCUMENT);
    DocIdSetIterator sections = leaf.bits().iterator();
    for (int section = sections.nextDoc();
        section != DocIdSetIterator.NO_MORE_DOCS;
        section = sections.nextDoc()) {
      if (values.advanceExact(leaf.context().docBase + section)
          && documents.advanceExact(section)) {
        int document = numbers[documents.ordValue()];
        boolean isNew = !seen.getAndSet(document);
        for (int i = 0; i < values.docValueCount(); i++) {
          count(document, isNew, (int) values.nextOrd());
        }
      }
    }
  }

  private void count(int document, boolean isNew, int value) {
    FixedBitSet withIt = seenWith.get(value);
    if (withIt == null ? isNew : !withIt.getAndSet(document)) {
      counts[value]++;
    }
  }

  @Override
  public List<FacetCount> most(String facet, int most) throws IOException {
    var all = new ArrayList<FacetCount>();
    for (int value : SearchFacets.ordinals(state, facet).filter(it -> counts[it] > 0).toArray()) {
      all.add(new FacetCount(SearchFacets.label(values, value), counts[value]));
    }
    return all.stream()
        .sorted(Comparator.comparingLong(FacetCount::count).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public long of(String facet, String value) throws IOException {
    long ordinal = values.lookupTerm(new BytesRef(FacetsConfig.pathToString(facet, value)));
    return ordinal < 0 ? 0 : counts[(int) ordinal];
  }
}
