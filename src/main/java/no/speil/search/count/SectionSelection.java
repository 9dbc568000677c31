package no.speil.search.count;

import java.io.IOException;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.IntStream;
import no.speil.corpus.Side;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.query.NoticeCollector;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** The sections in which words are counted, and their documents. */
public final class SectionSelection {
  /** So many texts are read, in a second or so. */
  private static final int MOST_TEXTS = 10_000;

  /** So many words of them, each of which may be kept in memory. */
  private static final int MOST_WORDS = 1_000_000;

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

  /** Takes what is written in a section, and the number of its document. */
  interface TextCounter {
    void count(int section, int document, WrittenText text);
  }

  /**
   * Reads the texts of one side, one document after the other; of a sample where there are many.
   *
   * @param notices to which is added that it is a sample
   * @return how many sections were read
   */
  int read(Side side, NoticeCollector notices, TextCounter counter) throws IOException {
    StoredFields texts = reader.storedFields();
    String field = FieldGroup.of(side).stem();
    int step = Math.max(1, Math.ceilDiv(size, MOST_TEXTS));
    int[] sections = sorted();
    int read = 0;
    long words = 0;
    for (int at = 0; at < sections.length && words < MOST_WORDS; at += step) {
      int section = sections[at];
      @Nullable String text = texts.document(section, Set.of(field)).get(field);
      var written = new WrittenText(side, text == null ? "" : text);
      counter.count(section, numbers[section], written);
      words += written.terms().size();
      read++;
    }
    if (read < size) {
      notices.add(Kind.SAMPLE_COUNTED, String.valueOf(read), String.valueOf(size));
    }
    return read;
  }

  /** All sections, one document after the other. */
  private int[] sorted() {
    return IntStream.range(0, numbers.length)
        .filter(section -> numbers[section] > 0)
        .mapToLong(section -> (long) numbers[section] << Integer.SIZE | section)
        .sorted()
        .mapToInt(each -> (int) each)
        .toArray();
  }
}
