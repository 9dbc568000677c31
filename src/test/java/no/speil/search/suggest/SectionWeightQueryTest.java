package no.speil.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SectionWeightQueryTest {
  private static final int SECTIONS = 20_000;
  private static final float[] WEIGHTS = {.35f, .5f, 1, IndexSchema.LARGEST_WEIGHT};

  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private IndexSearcher searcher;

  /** Sections of "a" and "b", as often as chance will have it, with weights. */
  @BeforeEach
  void write() throws IOException {
    var random = new Random(1);
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < SECTIONS; i++) {
        String text = "a ".repeat(random.nextInt(4)) + "b ".repeat(random.nextInt(3)) + "c";
        var document = new Document();
        document.add(new TextField("text", text, Store.NO));
        float weight = WEIGHTS[random.nextInt(WEIGHTS.length)];
        document.add(new FloatDocValuesField(IndexSchema.WEIGHT, weight));
        writer.addDocument(document);
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  @Test
  void theBestAreThoseWhoseScoreTimesWeightIsLargest() throws IOException {
    for (Query query : new Query[] {word("a"), either(word("a"), word("b"))}) {
      Query all =
          FunctionScoreQuery.boostByValue(
              query, DoubleValuesSource.fromFloatField(IndexSchema.WEIGHT));
      ScoreDoc[] expected = best(all, 50, SECTIONS).scoreDocs;
      ScoreDoc[] found = best(new SectionWeightQuery(query), 50, 1).scoreDocs;
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i].doc).as("%s %d", query, i).isEqualTo(expected[i].doc);
        assertThat(found[i].score).isEqualTo(expected[i].score);
      }
    }
  }

  @Test
  void sectionsThatCannotBeAmongTheBestAreSkipped() throws IOException {
    TopDocs best = best(new SectionWeightQuery(word("a")), 10, 1);
    assertThat(best.totalHits.relation()).isEqualTo(Relation.GREATER_THAN_OR_EQUAL_TO);
    assertThat(best.totalHits.value()).isLessThan(searcher.count(word("a")) / 2);
  }

  @Test
  void anExplanationTellsTheScore() throws IOException {
    Query query = new SectionWeightQuery(word("a"));
    for (ScoreDoc each : best(query, 5, 1).scoreDocs) {
      assertThat(searcher.explain(query, each.doc).getValue().floatValue()).isEqualTo(each.score);
    }
    assertThat(searcher.explain(new SectionWeightQuery(word("z")), 0).isMatch()).isFalse();
  }

  @Test
  void whatMatchesNothingIsNotSearched() throws IOException {
    Query nothing = new SectionWeightQuery(new BooleanQuery.Builder().build());
    assertThat(searcher.rewrite(nothing)).isInstanceOf(MatchNoDocsQuery.class);
  }

  private TopDocs best(Query query, int most, int counted) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(most, null, counted));
  }

  private static Query word(String word) {
    return new TermQuery(new Term("text", word));
  }

  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
  }
}
