package no.speil.search.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumbersTest {
  private final Directory directory = new ByteBuffersDirectory();
  private final Random random = new Random(3);

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 300})
  void eachDocumentHasOneNumberInAllSegmentsAfterEachChange(int documentsInAChange)
      throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      write(writer, 0, 500);
      DocumentNumbers numbers = null;
      for (int change = 0; change < 60; change++) {
        for (int i = 0; i < documentsInAChange; i++) {
          int document = random.nextInt(500 + 10 * change);
          write(writer, document, document + 1);
        }
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
          numbers = DocumentNumbers.of(reader, numbers);
          assertOneNumberEach(reader, numbers);
        }
      }
    }
  }

  @Test
  void changeLeavesTheNumbersOfOtherSegmentsAsTheyAre() throws IOException {
    try (var writer = writerWithoutMerges()) {
      write(writer, 0, 200);
      try (DirectoryReader first = DirectoryReader.open(writer)) {
        DocumentNumbers before = DocumentNumbers.of(first, null);
        write(writer, 7, 8);
        write(writer, 200, 201);
        try (DirectoryReader second = DirectoryReader.open(writer)) {
          DocumentNumbers after = DocumentNumbers.of(second, before);
          assertThat(after.of(second.leaves().getFirst()))
              .isSameAs(before.of(first.leaves().getFirst()));
          assertThat(byDocument(second, after)).containsAllEntriesOf(byDocument(first, before));
          assertThat(after.count()).isEqualTo(201);
        }
      }
    }
  }

  @Test
  void numbersThatAreNoLongerUsedAreNeverMoreThanThoseThatAre() throws IOException {
    try (var writer = writerWithoutMerges()) {
      write(writer, 0, 100);
      writer.flush();
      DocumentNumbers numbers = null;
      for (int document = 100; document < 500; document++) {
        write(writer, document, document + 1);
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
          numbers = DocumentNumbers.of(reader, numbers);
          assertOneNumberEach(reader, numbers);
          assertThat(reader.leaves()).hasSize(2);
          assertThat(numbers.count()).isBetween(101, 202);
        }
        writer.deleteDocuments(term(document)); // and with them their segment
      }
    }
  }

  @Test
  void indexWithoutDocumentsHasNoNumbers() throws IOException {
    try (var writer = writerWithoutMerges();
        DirectoryReader reader = DirectoryReader.open(writer)) {
      assertThat(DocumentNumbers.of(reader, null).count()).isZero();
    }
  }

  private IndexWriter writerWithoutMerges() throws IOException {
    return new IndexWriter(
        directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE));
  }

  /** Two sections of each document, from a number to before another. */
  private static void write(IndexWriter writer, int from, int end) throws IOException {
    for (int number = from; number < end; number++) {
      for (int section = 0; section < 2; section++) {
        var document = new Document();
        Term id = term(number);
        document.add(new SortedDocValuesField(id.field(), id.bytes()));
        document.add(new StringField(id.field(), id.bytes(), Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static void assertOneNumberEach(DirectoryReader reader, DocumentNumbers numbers)
      throws IOException {
    Map<String, Integer> byDocument = byDocument(reader, numbers);
    assertThat(byDocument.values()).doesNotHaveDuplicates();
    assertThat(byDocument.values()).allMatch(number -> number >= 0 && number < numbers.count());
  }

  private static Map<String, Integer> byDocument(DirectoryReader reader, DocumentNumbers numbers)
      throws IOException {
    var byDocument = new HashMap<String, Integer>();
    for (LeafReaderContext leaf : reader.leaves()) {
      List<String> ids = ids(leaf);
      for (int ordinal = 0; ordinal < ids.size(); ordinal++) {
        int number = numbers.of(leaf)[ordinal];
        Integer other = byDocument.put(ids.get(ordinal), number);
        assertThat(other).as(ids.get(ordinal)).isIn(null, number);
      }
    }
    return byDocument;
  }

  private static Term term(int document) {
    return new Term(IndexSchema.DOCUMENT, "d%06d".formatted(document));
  }

  private static List<String> ids(LeafReaderContext leaf) throws IOException {
    SortedDocValues values = DocValues.getSorted(leaf.reader(), IndexSchema.DOCUMENT);
    var ids = new ArrayList<String>();
    for (int ordinal = 0; ordinal < values.getValueCount(); ordinal++) {
      ids.add(values.lookupOrd(ordinal).utf8ToString());
    }
    return ids;
  }
}
