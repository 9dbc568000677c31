package no.speil.search.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.LeafReader;
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

  private final List<SegmentFacets> segments = new ArrayList<>();
  private final Map<Object, SegmentFacets> segmentsByKey = new HashMap<>();
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
      segments.add(segment(leaf.reader(), before));
    }
    this.documents = DocumentNumbers.of(reader, before == null ? null : before.documents);
  }

  private SegmentFacets segment(LeafReader leaf, @Nullable ReaderOrdinals before)
      throws IOException {
    CacheHelper cacheHelper = leaf.getCoreCacheHelper();
    if (cacheHelper == null) {
      return new SegmentFacets(leaf);
    }
    Object key = cacheHelper.getKey();
    SegmentFacets known = before == null ? null : before.segmentsByKey.get(key);
    SegmentFacets segment = known == null ? new SegmentFacets(leaf) : known;
    segmentsByKey.put(key, segment);
    return segment;
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
    return segments.get(leaf.ord);
  }

  /** From ordinals of facet values in a segment to those in the reader; null if they are equal. */
  @Nullable LongValues globalOrdinals(LeafReaderContext leaf) {
    return facetOrdinals == null ? null : facetOrdinals.getGlobalOrds(leaf.ord);
  }

  public DocumentNumbers documents() {
    return documents;
  }
}
