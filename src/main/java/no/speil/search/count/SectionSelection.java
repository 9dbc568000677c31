package no.speil.search.count;

import java.io.IOException;
import java.util.HashMap;
import java.util.stream.IntStream;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** The sections in which words are counted, and their documents. */
public final class SectionSelection {
  private final IndexReader reader;

  /** Of the document of each section of the index, from 1; 0 where one is not selected. */
  private final int[] numbers;

  private int size;
  private final int documents;

  /** Those that a query finds, in the time that the searcher has. */
  public SectionSelection(IndexSearcher searcher, Query query) throws IOException {
    reader = searcher.getIndexReader();
    numbers = new int[reader.maxDoc()];
    var known = new HashMap<Long, Integer>();
    for (MatchingDocs found :
        searcher.search(query, new FacetsCollectorManager()).getMatchingDocs()) {
      NumericDocValues hashes =
          DocValues.getNumeric(found.context().reader(), IndexSchema.DOCUMENT_HASH);
      DocIdSetIterator sections = found.bits().iterator();
      while (sections.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (hashes.advanceExact(sections.docID())) {
          numbers[found.context().docBase + sections.docID()] =
              known.computeIfAbsent(hashes.longValue(), it -> known.size() + 1);
          size++;
        }
      }
    }
    documents = known.size();
  }

  IndexReader reader() {
    return reader;
  }

  /** How many sections are selected. */
  int size() {
    return size;
  }

  /** How many documents have one. */
  int documents() {
    return documents;
  }

  /** The number of the document of a section, from 1; 0 where it is not selected. */
  int document(int section) {
    return numbers[section];
  }

  /** Every so manieth section, one document after the other. */
  IntStream every(int step) {
    int[] sorted =
        IntStream.range(0, numbers.length)
            .filter(section -> numbers[section] > 0)
            .mapToLong(section -> (long) numbers[section] << Integer.SIZE | section)
            .sorted()
            .mapToInt(each -> (int) each)
            .toArray();
    return IntStream.iterate(0, at -> at < sorted.length, at -> at + step).map(at -> sorted[at]);
  }
}
