package no.speil.search.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;

/**
 * Counts the documents of the sections found, each once for every value that any of its sections
 * has.
 */
final class DocumentFacetCounter {
  /** Facets of sections; all others are the same in all sections of a document. */
  private static final Set<String> OF_SECTIONS =
      Set.of(IndexSchema.STATE, IndexSchema.FRESHNESS, IndexSchema.TASK, IndexSchema.WORK);

  private final ReaderOrdinals ordinals;
  private final OrdinalCounts counts;
  private final FixedBitSet seen;
  private final Map<Integer, FixedBitSet> seenWith = new HashMap<>();

  DocumentFacetCounter(ReaderOrdinals ordinals, SortedSetDocValuesReaderState state)
      throws IOException {
    this.ordinals = ordinals;
    this.counts = new OrdinalCounts(state);
    this.seen = new FixedBitSet(ordinals.documents().count());
    for (String facet : OF_SECTIONS) {
      SearchFacets.ordinals(state, facet)
          .forEach(value -> seenWith.put(value, new FixedBitSet(seen.length())));
    }
  }

  OrdinalCounts count(FacetsCollector found) throws IOException {
    for (MatchingDocs leaf : found.getMatchingDocs()) {
      count(leaf);
    }
    return counts;
  }

  private void count(MatchingDocs leaf) throws IOException {
    SegmentFacets facets = ordinals.facets(leaf.context());
    LongValues globalOrdinals = ordinals.globalOrdinals(leaf.context());
    int[] numbers = ordinals.documents().of(leaf.context());
    SortedDocValues documents = DocValues.getSorted(leaf.context().reader(), IndexSchema.DOCUMENT);
    DocIdSetIterator sections = leaf.bits().iterator();
    for (int section = sections.nextDoc();
        section != DocIdSetIterator.NO_MORE_DOCS;
        section = sections.nextDoc()) {
      int set = facets.set(section);
      if (set > 0 && documents.advanceExact(section)) {
        int document = numbers[documents.ordValue()];
        boolean isNew = !seen.getAndSet(document);
        facets.forEach(
            set,
            value ->
                count(
                    document,
                    isNew,
                    globalOrdinals == null ? value : (int) globalOrdinals.get(value)));
      }
    }
  }

  private void count(int document, boolean isNew, int value) {
    FixedBitSet withIt = seenWith.get(value);
    if (withIt == null ? isNew : !withIt.getAndSet(document)) {
      counts.add(value);
    }
  }
}
