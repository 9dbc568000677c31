package no.speil.search.facet;

import java.io.IOException;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Ordinals of facet values, and numbers of documents, across the segments of one index reader.
 *
 * @param facets null if no section has any facet
 */
public record ReaderOrdinals(
    IndexReader reader, @Nullable SortedSetDocValuesReaderState facets, DocumentNumbers documents) {

  /**
   * Reads the ordinals.
   *
   * @param before those of a reader of the same index, which may share segments with this one; null
   *     if there is none
   */
  public static ReaderOrdinals of(IndexReader reader, @Nullable ReaderOrdinals before)
      throws IOException {
    boolean any =
        FieldInfos.getMergedFieldInfos(reader).fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME)
            != null;
    return new ReaderOrdinals(
        reader,
        any ? new DefaultSortedSetDocValuesReaderState(reader, IndexSchema.facets()) : null,
        DocumentNumbers.of(reader, before == null ? null : before.documents));
  }
}
