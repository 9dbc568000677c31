package no.speil.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every segment has the words of its texts backwards, in order, however it came about. */
class WordEndingsFormatTest {
  private static final FieldGroup SIDE = FieldGroup.ORIGINAL;

  @TempDir Path folder;

  private static Document entry(String id, String text) {
    var document = new Document();
    document.add(new StringField("id", id, Store.NO));
    if (!text.isEmpty()) {
      document.add(new TextField(SIDE.words(), text, Store.NO));
      document.add(new Field(SIDE.endings(), "", StringField.TYPE_NOT_STORED));
    }
    return document;
  }

  private interface Writing {
    void write(IndexWriter writer) throws IOException;
  }

  private void write(Writing writing) throws IOException {
    var config = new IndexWriterConfig(new FieldAnalyzer()).setCodec(new SectionCodec());
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, config)) {
      writing.write(writer);
    }
  }

  private static List<String> terms(Terms terms) throws IOException {
    var all = new ArrayList<String>();
    TermsEnum each = terms.iterator();
    while (each.next() != null) {
      all.add(each.term().utf8ToString());
    }
    return all;
  }

  /** The dictionary of each segment; fails if one is damaged. */
  private List<List<String>> dictionaries() throws IOException {
    var all = new ArrayList<List<String>>();
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory);
        var check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
      assertThat(check.checkIndex().clean).isTrue();
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms endings = leaf.reader().terms(SIDE.endings());
        all.add(endings == null ? List.of() : terms(endings));
      }
    }
    return all;
  }

  @Test
  void mergedSegmentsHaveTheWordsOfAllAndLoseDeletedOnesWithTheNextMerge() throws IOException {
    write(
        writer -> {
          writer.addDocument(entry("1", "Blåne far"));
          writer.addDocument(entry("2", ""));
          writer.commit();
          writer.addDocument(entry("3", "far og bror"));
          writer.addDocument(entry("4", "søster"));
          writer.commit();
          writer.addDocument(entry("5", ""));
        });
    assertThat(dictionaries())
        .containsExactly(
            List.of("enalb\u0001", "raf"), List.of("go", "raf", "retsos\u0001", "rorb"), List.of());
    write(
        writer -> {
          writer.deleteDocuments(new Term("id", "1"), new Term("id", "4"));
          writer.forceMerge(1);
        });
    assertThat(dictionaries())
        .containsExactly(List.of("enalb\u0001", "go", "raf", "retsos\u0001", "rorb"));
    write(
        writer -> {
          writer.addDocument(entry("6", "ny"));
          writer.commit();
          writer.forceMerge(1);
        });
    assertThat(dictionaries()).containsExactly(List.of("go", "raf", "rorb", "yn"));
  }

  @Test
  void segmentOfWhichAllTextsAreDeletedIsNotDamaged() throws IOException {
    write(
        writer -> {
          writer.addDocument(entry("1", "ord"));
          writer.addDocument(entry("2", ""));
          writer.commit();
          writer.deleteDocuments(new Term("id", "1"));
          writer.forceMerge(1);
        });
    assertThat(dictionaries()).containsExactly(List.of("dro"));
  }

  @Test
  void manyWordsAreKeptOnceEach() throws IOException {
    List<String> words =
        Stream.iterate(10_000, number -> number + 7).limit(5_000).map(n -> "ord" + n).toList();
    write(
        writer -> {
          for (int i = 0; i < 20; i++) {
            writer.addDocument(entry("" + i, String.join(" ", words.subList(250 * i, 5_000))));
          }
        });
    assertThat(dictionaries())
        .containsExactly(
            words.stream().map(w -> new StringBuilder(w).reverse().toString()).sorted().toList());
  }
}
