package no.speil.search.facet;

import java.io.IOException;
import java.util.List;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/** Ordinals of facet values and documents across the segments of one index reader. */
public final class ReaderOrdinals {
  private final IndexReader reader;
  private final @Nullable SortedSetDocValuesReaderState facets;
  private @Nullable OrdinalMap documents;

  public ReaderOrdinals(IndexReader reader) throws IOException {
    this.reader = reader;
    boolean any =
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)
            != null;
    this.facets =
        any ? new DefaultSortedSetDocValuesReaderState(reader, IndexSchema.facets()) : null;
  }

  public boolean isOf(IndexReader other) {
    return reader.equals(other);
  }

  /** Null if no section has any facet. */
  @Nullable SortedSetDocValuesReaderState facets() {
    return facets;
  }

  /** Built when first asked for: only searches for documents need it. */
  public synchronized OrdinalMap documents() throws IOException {
    OrdinalMap known = documents;
    if (known == null) {
      List<LeafReaderContext> leaves = reader.leaves();
      var values = new SortedDocValues[leaves.size()];
      for (LeafReaderContext leaf : leaves) {
        values[leaf.ord] = DocValues.getSorted(leaf.reader(), IndexSchema.DOCUMENT);
      }
      known = OrdinalMap.build(null, values, PackedInts.DEFAULT);
      documents = known;
    }
    return known;
  }
}
