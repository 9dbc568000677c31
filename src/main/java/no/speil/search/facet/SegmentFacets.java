package no.speil.search.facet;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/**
 * The facet values of all sections of a segment, in memory. Sections of a document have the same
 * values but for a few, so that sets of values are kept, most of them once for a document.
 */
final class SegmentFacets {
  /** The number of sets that a new one is compared with, those of neighbouring sections. */
  private static final int COMPARED = 4;

  /** The number of each section's set; the set 0 is empty. */
  private final int[] setOf;

  /** Where the values of each set begin; those of the next one follow. */
  private int[] starts = new int[16];

  private int[] values = new int[64];
  private int sets = 1;
  private final int valueCount;

  SegmentFacets(LeafReader reader) throws IOException {
    setOf = new int[reader.maxDoc()];
    SortedSetDocValues ordinals =
        DocValues.getSortedSet(reader, FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
    valueCount = (int) ordinals.getValueCount();
    for (int section = ordinals.nextDoc();
        section != DocIdSetIterator.NO_MORE_DOCS;
        section = ordinals.nextDoc()) {
      setOf[section] = set(ordinals);
    }
    starts = Arrays.copyOf(starts, sets + 1);
    values = Arrays.copyOf(values, starts[sets]);
  }

  /**
   * The number of the set of a section's values, which is added unless one of the last is alike.
   */
  private int set(SortedSetDocValues ordinals) throws IOException {
    int size = ordinals.docValueCount();
    int from = starts[sets];
    values = ArrayUtil.grow(values, from + size);
    for (int i = 0; i < size; i++) {
      values[from + i] = (int) ordinals.nextOrd();
    }
    for (int set = sets - 1; set >= Math.max(1, sets - COMPARED); set--) {
      if (Arrays.equals(values, starts[set], starts[set + 1], values, from, from + size)) {
        return set;
      }
    }
    starts = ArrayUtil.grow(starts, sets + 2);
    starts[sets + 1] = from + size;
    return sets++;
  }

  /** The number of a section's set. */
  int set(int section) {
    return setOf[section];
  }

  /** How many different values there are. */
  int valueCount() {
    return valueCount;
  }

  /** Gives the ordinals, in the segment, of the values in a set. */
  void forEach(int set, IntConsumer sink) {
    for (int i = starts[set]; i < starts[set + 1]; i++) {
      sink.accept(values[i]);
    }
  }

  /**
   * Counts sections of the segment, by the ordinals of their values in the segment. Those with the
   * same values follow one another, and are added together.
   */
  void count(DocIdSetIterator sections, int[] counts) throws IOException {
    int last = 0;
    int number = 0;
    for (int section = sections.nextDoc();
        section != DocIdSetIterator.NO_MORE_DOCS;
        section = sections.nextDoc()) {
      int set = setOf[section];
      if (set != last) {
        add(last, number, counts);
        last = set;
        number = 0;
      }
      number++;
    }
    add(last, number, counts);
  }

  private void add(int set, int number, int[] counts) {
    int[] all = values;
    int end = starts[set + 1];
    for (int i = starts[set]; i < end; i++) {
      counts[all[i]] += number;
    }
  }
}
