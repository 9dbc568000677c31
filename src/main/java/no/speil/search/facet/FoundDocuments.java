package no.speil.search.facet;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;

/** The documents of sections that were found, by {@link IndexSchema#DOCUMENT_HASH}. */
public record FoundDocuments(Set<Long> hashes) {
  /** Takes a section's number in its segment, and the hash of its document. */
  interface Sink {
    void section(int number, long document) throws IOException;
  }

  public static FoundDocuments of(FacetsCollector found) throws IOException {
    var hashes = new HashSet<Long>();
    long[] last = {0};
    for (MatchingDocs leaf : found.getMatchingDocs()) {
      each(
          leaf,
          (number, document) -> {
            if (document != last[0] || hashes.isEmpty()) { // those of a document stand together
              hashes.add(document);
              last[0] = document;
            }
          });
    }
    return new FoundDocuments(hashes);
  }

  static void each(MatchingDocs found, Sink sink) throws IOException {
    NumericDocValues documents =
        DocValues.getNumeric(found.context().reader(), IndexSchema.DOCUMENT_HASH);
    DocIdSetIterator sections = found.bits().iterator();
    while (sections.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (documents.advanceExact(sections.docID())) {
        sink.section(sections.docID(), documents.longValue());
      }
    }
  }

  /** All sections of these documents. */
  public Query sections() {
    long[] all = hashes.stream().mapToLong(Long::longValue).toArray();
    return NumericDocValuesField.newSlowSetQuery(IndexSchema.DOCUMENT_HASH, all);
  }
}
