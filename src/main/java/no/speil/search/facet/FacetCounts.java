package no.speil.search.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.speil.search.Facet;
import no.speil.search.FacetCount;
import no.speil.search.SearchRequest.Group;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState.OrdRange;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/**
 * Counts the sections found, or their documents, each of these once for every value that any of its
 * sections has.
 */
final class FacetCounts {
  static final int MOST_VALUES = 50;

  /**
   * Those of which a section may have other values than its document; all others are the same in
   * all sections of a document.
   */
  private static final List<Facet> OF_SECTIONS =
      List.of(Facet.STATE, Facet.FRESHNESS, Facet.TRANSLATOR, Facet.TASK, Facet.WORK);

  private final SortedSetDocValuesReaderState state;
  private final SortedSetDocValues values;

  /** By the ordinals of the values, as all that follows. */
  private final int[] counts;

  private final @Nullable BitSet[] seenWith;
  private final Map<Long, Integer> documents = new HashMap<>();

  private FacetCounts(SortedSetDocValuesReaderState state) throws IOException {
    this.state = state;
    this.values = state.getDocValues();
    this.counts = new int[state.getSize()];
    this.seenWith = new BitSet[counts.length];
  }

  /** Asks for the number of sections with each value of a facet, by its label. */
  FacetCounts(
      SortedSetDocValuesReaderState state, String facet, IOFunction<String, Integer> sections)
      throws IOException {
    this(state);
    for (int value : ordinals(facet).toArray()) {
      counts[value] = sections.apply(label(value));
    }
  }

  /** Counts the values of all facets. */
  FacetCounts(SortedSetDocValuesReaderState state, Group group, FacetsCollector found)
      throws IOException {
    this(state);
    for (Facet facet : group == Group.DOCUMENT ? OF_SECTIONS : List.<Facet>of()) {
      ordinals(facet.code()).forEach(value -> seenWith[value] = new BitSet());
    }
    for (MatchingDocs leaf : found.getMatchingDocs()) {
      SortedSetDocValues its =
          DocValues.getSortedSet(leaf.context().reader(), FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
      LongValues ordinals =
          values instanceof MultiSortedSetDocValues all
              ? all.mapping.getGlobalOrds(leaf.context().ord)
              : LongValues.IDENTITY;
      FoundDocuments.each(
          leaf,
          (section, document) -> {
            int known = documents.size();
            int number =
                group == Group.DOCUMENT ? documents.computeIfAbsent(document, d -> known) : known;
            if (its.advanceExact(section)) {
              for (int i = 0; i < its.docValueCount(); i++) {
                count((int) ordinals.get(its.nextOrd()), number, number == known);
              }
            }
          });
    }
  }

  private void count(int value, int document, boolean isNew) {
    BitSet withIt = seenWith[value];
    if (withIt == null ? isNew : !withIt.get(document)) {
      counts[value]++;
    }
    if (withIt != null) {
      withIt.set(document);
    }
  }

  /**
   * The most frequent values of a facet, and the selected ones however frequent, so that they can
   * be deselected.
   */
  List<FacetCount> of(String facet, List<String> selected) throws IOException {
    List<Integer> most =
        ordinals(facet)
            .filter(value -> counts[value] > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer value) -> counts[value]).reversed())
            .limit(MOST_VALUES)
            .toList();
    var all = new ArrayList<FacetCount>();
    for (int value : most) {
      all.add(new FacetCount(label(value), counts[value]));
    }
    for (String label : selected) {
      if (all.stream().noneMatch(each -> each.value().equals(label))) {
        long value = values.lookupTerm(new BytesRef(FacetsConfig.pathToString(facet, label)));
        all.add(new FacetCount(label, value < 0 ? 0 : counts[(int) value]));
      }
    }
    return all;
  }

  /** How many have each value of a facet, by its label; also 0. */
  Map<String, Integer> of(String facet) throws IOException {
    var all = new HashMap<String, Integer>();
    for (int value : ordinals(facet).toArray()) {
      all.put(label(value), counts[value]);
    }
    return all;
  }

  private IntStream ordinals(String facet) {
    OrdRange range = state.getOrdRange(facet);
    return range == null ? IntStream.empty() : IntStream.rangeClosed(range.start(), range.end());
  }

  private String label(int value) throws IOException {
    return FacetsConfig.stringToPath(values.lookupOrd(value).utf8ToString())[1];
  }
}
