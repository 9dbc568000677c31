package no.speil.search.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/** Ordinals of facet values, and numbers of documents, across the segments of one index reader. */
public final class ReaderOrdinals {
  private final IndexReader reader;
  private final @Nullable SortedSetDocValuesReaderState facets;

  /** Of facet values; null if all are in one segment. */
  private final @Nullable OrdinalMap facetOrdinals;

  /** By {@link #key}. */
  private final Map<Object, SegmentFacets> segments = new HashMap<>();

  private final DocumentNumbers documents;

  /**
   * Reads the ordinals.
   *
   * @param before those of a reader of the same index, which may share segments with this one; null
   *     if there is none
   */
  public ReaderOrdinals(IndexReader reader, @Nullable ReaderOrdinals before) throws IOException {
    this.reader = reader;
    boolean any =
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)
            != null;
    this.facets =
        any ? new DefaultSortedSetDocValuesReaderState(reader, IndexSchema.facets()) : null;
    this.facetOrdinals =
        facets != null && facets.getDocValues() instanceof MultiSortedSetDocValues values
            ? values.mapping
            : null;
    for (LeafReaderContext leaf : reader.leaves()) {
      SegmentFacets known = before == null ? null : before.segments.get(key(leaf));
      segments.put(key(leaf), known == null ? new SegmentFacets(leaf.reader()) : known);
    }
    this.documents = DocumentNumbers.of(reader, before == null ? null : before.documents);
  }

  /** The same for all readers of a segment, whatever has been deleted in it meanwhile. */
  static Object key(LeafReaderContext leaf) {
    return Objects.requireNonNull(leaf.reader().getCoreCacheHelper()).getKey();
  }

  public boolean isOf(IndexReader other) {
    return reader.equals(other);
  }

  /** Null if no section has any facet. */
  @Nullable SortedSetDocValuesReaderState facets() {
    return facets;
  }

  /** The facet values of a segment. */
  SegmentFacets facets(LeafReaderContext leaf) {
    return Objects.requireNonNull(segments.get(key(leaf)), "a segment of another reader");
  }

  /** From ordinals of facet values in a segment to those in the reader; null if they are equal. */
  @Nullable LongValues globalOrdinals(LeafReaderContext leaf) {
    return facetOrdinals == null ? null : facetOrdinals.getGlobalOrds(leaf.ord);
  }

  public DocumentNumbers documents() {
    return documents;
  }
}
