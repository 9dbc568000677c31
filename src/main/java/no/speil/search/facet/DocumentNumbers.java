package no.speil.search.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/**
 * A number for each document of an index reader, the same in all segments that have sections of it.
 * Documents keep their numbers in the next reader, so that a change costs what the new segments
 * have, not what the archive has. Immutable.
 */
public final class DocumentNumbers {
  /** How many ordinals are merged in the time in which a document is looked up in a segment. */
  private static final int MERGED_PER_LOOKUP = 32;

  /** By {@link #key}, then by ordinal in {@link IndexSchema#DOCUMENT}. */
  private final Map<Object, int[]> segments = new HashMap<>();

  private final int count;

  /** Numbers all documents from 0 on. */
  private DocumentNumbers(List<LeafReaderContext> leaves) throws IOException {
    SortedDocValues[] documents = documents(leaves);
    OrdinalMap merged = OrdinalMap.build(null, documents, PackedInts.DEFAULT);
    for (LeafReaderContext leaf : leaves) {
      LongValues global = merged.getGlobalOrds(leaf.ord);
      int[] numbers = new int[documents[leaf.ord].getValueCount()];
      for (int ordinal = 0; ordinal < numbers.length; ordinal++) {
        numbers[ordinal] = (int) global.get(ordinal);
      }
      segments.put(key(leaf), numbers);
    }
    this.count = Math.toIntExact(merged.getValueCount());
  }

  /** Numbers the documents of new segments alone. */
  private DocumentNumbers(List<LeafReaderContext> leaves, DocumentNumbers before)
      throws IOException {
    SortedDocValues[] documents = documents(leaves);
    for (LeafReaderContext leaf : leaves) {
      int[] known = before.segments.get(key(leaf));
      if (known != null) {
        segments.put(key(leaf), known);
      }
    }
    int next = before.count;
    for (LeafReaderContext leaf : leaves) {
      if (!segments.containsKey(key(leaf))) {
        int[] numbers = new int[documents[leaf.ord].getValueCount()];
        for (int ordinal = 0; ordinal < numbers.length; ordinal++) {
          int known = find(documents[leaf.ord].lookupOrd(ordinal), leaves, documents);
          numbers[ordinal] = known < 0 ? next++ : known;
        }
        segments.put(key(leaf), numbers);
      }
    }
    this.count = next;
  }

  /**
   * Numbers the documents of a reader.
   *
   * @param before of an earlier reader of the same index, which may share segments with this one;
   *     null if there is none
   */
  static DocumentNumbers of(IndexReader reader, @Nullable DocumentNumbers before)
      throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    return before != null && before.hasMost(leaves)
        ? new DocumentNumbers(leaves, before)
        : new DocumentNumbers(leaves);
  }

  /** Whether so little is new, and so little is no longer used, that all else may stay. */
  private boolean hasMost(List<LeafReaderContext> leaves) throws IOException {
    long all = 0;
    long added = 0;
    for (LeafReaderContext leaf : leaves) {
      int size = documents(leaf).getValueCount();
      all += size;
      added += segments.containsKey(key(leaf)) ? 0 : size;
    }
    return added * leaves.size() * MERGED_PER_LOOKUP <= all && count + added <= 2 * all;
  }

  /** The same for all readers of a segment, whatever has been deleted in it meanwhile. */
  private static Object key(LeafReaderContext leaf) {
    return Objects.requireNonNull(leaf.reader().getCoreCacheHelper()).getKey();
  }

  /** More than each number. */
  public int count() {
    return count;
  }

  /** Of the documents of a segment, by their ordinals in {@link IndexSchema#DOCUMENT}. */
  public int[] of(LeafReaderContext leaf) {
    return Objects.requireNonNull(segments.get(key(leaf)), "a segment of another reader");
  }

  /** The number that a document has in any of the segments that are known; negative if in none. */
  private int find(BytesRef document, List<LeafReaderContext> leaves, SortedDocValues[] documents)
      throws IOException {
    for (LeafReaderContext leaf : leaves) {
      int[] numbers = segments.get(key(leaf));
      if (numbers != null) {
        int ordinal = documents[leaf.ord].lookupTerm(document);
        if (ordinal >= 0) {
          return numbers[ordinal];
        }
      }
    }
    return -1;
  }

  private static SortedDocValues[] documents(List<LeafReaderContext> leaves) throws IOException {
    var documents = new SortedDocValues[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      documents[leaf.ord] = documents(leaf);
    }
    return documents;
  }

  private static SortedDocValues documents(LeafReaderContext leaf) throws IOException {
    return DocValues.getSorted(leaf.reader(), IndexSchema.DOCUMENT);
  }
}
