package no.speil.search.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class TierValuesSourceTest {
  private final Directory directory = new ByteBuffersDirectory();

  @Test
  void whatMatchesAnEarlierQueryComesBeforeWhatMatchesAllLaterOnes() throws IOException {
    write(1, "", "c", "bc", "abc", "a", "b");
    assertThat(found(1)).containsExactly(List.of(3, 4, 2, 5, 1, 0));
  }

  @Test
  void sectionsThatStandInOneSegmentAreReadInPieces() throws IOException {
    String[] sections = new String[1_000];
    for (int i = 0; i < sections.length; i++) {
      sections[i] = i % 300 == 299 ? "a" : "b";
    }
    write(1, sections);
    assertThat(found(1).getFirst().subList(0, 4)).containsExactly(299, 599, 899, 0);
  }

  @Test
  void anOrderServesSeveralSearchesInOneSegmentAndInSeveral() throws IOException {
    write(1, "b", "a", "", "ab");
    assertThat(found(3)).containsOnly(List.of(1, 3, 0, 2));
    write(2, "c", "abc");
    assertThat(found(3)).containsOnly(List.of(1, 3, 5, 0, 4, 2));
  }

  /** Sections with the letters of each text as words, as a segment of their own. */
  private void write(int segments, String... sections) throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (String section : sections) {
        var document = new Document();
        section
            .chars()
            .forEach(
                letter ->
                    document.add(new StringField("word", Character.toString(letter), Store.NO)));
        writer.addDocument(document);
      }
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.leaves()).hasSize(segments);
    }
  }

  /** All sections in the order of "a", "b" and "c", each time anew. */
  private List<List<Integer>> found(int times) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new TimeLimit(Duration.ofMinutes(1)).searcher(reader);
      List<Query> queries = List.of(query("a"), query("b"), query("c"));
      Sort order =
          new Sort(new TierValuesSource(queries).getSortField(false), SortField.FIELD_DOC)
              .rewrite(searcher);
      var found = new ArrayList<List<Integer>>();
      for (int i = 0; i < times; i++) {
        var manager = new TopFieldCollectorManager(order, 1_000, 1_000);
        ScoreDoc[] best = searcher.search(MatchAllDocsQuery.INSTANCE, manager).scoreDocs;
        found.add(Arrays.stream(best).map(each -> each.doc).toList());
      }
      return found;
    }
  }

  private static Query query(String word) {
    return new TermQuery(new Term("word", word));
  }
}
