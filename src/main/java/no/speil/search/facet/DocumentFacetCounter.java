package no.speil.search.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.speil.search.FacetCount;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;

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

  DocumentFacetCounter(
      ReaderOrdinals ordinals, SortedSetDocValuesReaderState state, FacetsCollector found)
      throws IOException {
    this.state = state;
    this.values = state.getDocValues();
    this.counts = new int[state.getSize()];
    this.seen = new FixedBitSet(Math.toIntExact(ordinals.documents().getValueCount()));
    for (String facet : OF_SECTIONS) {
      ordinals(facet).forEach(value -> seenWith.put(value, new FixedBitSet(seen.length())));
    }
    for (MatchingDocs leaf : found.getMatchingDocs()) {
      count(leaf, ordinals.documents().getGlobalOrds(leaf.context().ord));
    }
  }

  private void count(MatchingDocs leaf, LongValues global) throws IOException {
    SortedDocValues documents = DocValues.getSorted(leaf.context().reader(), IndexSchema.DOCUMENT);
    DocIdSetIterator sections = leaf.bits().iterator();
    for (int section = sections.nextDoc();
        section != DocIdSetIterator.NO_MORE_DOCS;
        section = sections.nextDoc()) {
      if (documents.advanceExact(section)
          && values.advanceExact(leaf.context().docBase + section)) {
        count((int) global.get(documents.ordValue()));
      }
    }
  }

  private void count(int document) throws IOException {
    boolean isNew = !seen.getAndSet(document);
    for (int i = 0; i < values.docValueCount(); i++) {
      int value = (int) values.nextOrd();
      FixedBitSet withIt = seenWith.get(value);
      if (withIt == null ? isNew : !withIt.getAndSet(document)) {
        counts[value]++;
      }
    }
  }

  @Override
  public List<FacetCount> most(String facet, int most) throws IOException {
    List<Integer> top =
        ordinals(facet)
            .filter(value -> counts[value] > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer value) -> counts[value]).reversed())
            .limit(most)
            .toList();
    var labelled = new ArrayList<FacetCount>();
    for (int value : top) {
      String[] path = FacetsConfig.stringToPath(values.lookupOrd(value).utf8ToString());
      labelled.add(new FacetCount(path[1], counts[value]));
    }
    return labelled;
  }

  @Override
  public long of(String facet, String value) throws IOException {
    long ordinal = values.lookupTerm(new BytesRef(FacetsConfig.pathToString(facet, value)));
    return ordinal < 0 ? 0 : counts[(int) ordinal];
  }

  private IntStream ordinals(String facet) {
    OrdRange range = state.getOrdRange(facet);
    return range == null ? IntStream.empty() : IntStream.rangeClosed(range.start(), range.end());
  }
}
