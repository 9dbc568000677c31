package no.speil.search.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SectionScoreTest {
  private static final int SECTIONS = 5_000;
  private static final List<String> WORDS = List.of("ab", "ac", "b", "c", "d", "e");
  private static final Offset<Float> LAST_DIGIT = Offset.offset(1e-5f);

  private final Random random = new Random(3);
  private final List<Float> weights = new ArrayList<>();
  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private IndexSearcher searcher;

  /** Sections of some words on either side, of which some have only one, with weights. */
  @BeforeEach
  void write() throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < SECTIONS; i++) {
        var document = new Document();
        document.add(new TextField("no", text(), Store.NO));
        if (random.nextInt(3) > 0) {
          document.add(new TextField("en", text(), Store.NO));
        }
        float weight = random.nextBoolean() ? .5f : IndexSchema.LARGEST_WEIGHT;
        weights.add(weight);
        document.add(new FloatDocValuesField(IndexSchema.WEIGHT, weight));
        writer.addDocument(document);
        if (i == SECTIONS / 2) {
          writer.flush();
        }
      }
      writer.addDocument(new Document()); // no section, without a weight
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(9); i >= 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return text.toString();
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  @Test
  void theBetterSidesSumTimesTheWeightIsTheScore() throws IOException {
    Query match =
        new BooleanQuery.Builder()
            .add(word("no", "b"), Occur.SHOULD)
            .add(word("en", "c"), Occur.SHOULD)
            .build();
    List<List<Query>> sides =
        List.of(
            List.of(either("no", "b", "d"), new BoostQuery(word("no", "e"), .3f)),
            List.of(
                word("en", "c"),
                new PhraseQuery("en", "ab", "c"),
                new PrefixQuery(new Term("en", "a"))));

    ScoreDoc[] found = best(new SectionScore(sides).of(match));

    assertThat(found).hasSizeGreaterThan(SECTIONS / 4);
    for (ScoreDoc each : found) {
      float better = 0;
      for (List<Query> side : sides) {
        float sum = 0;
        for (Query query : side) {
          sum += score(query, each);
        }
        better = Math.max(better, sum);
      }
      assertThat(each.score).isCloseTo(better * weights.get(each.doc), LAST_DIGIT);
    }
  }

  @Test
  void whatNoneOfTheQueriesMatchesHasNoScore() throws IOException {
    Query match = word("no", "b");
    for (SectionScore score :
        List.of(SectionScore.NONE, new SectionScore(List.of(List.of(word("no", "zebra")))))) {
      ScoreDoc[] found = best(score.of(match));
      assertThat(found).hasSize(searcher.count(match));
      assertThat(found[0].score).isZero();
    }
  }

  @Test
  void whatIsCountedIsWhatMatches() throws IOException {
    Query match = word("no", "b");
    var score = new SectionScore(List.of(List.of(word("no", "c"))));
    assertThat(searcher.count(score.of(match))).isEqualTo(searcher.count(match));
  }

  private ScoreDoc[] best(Query query) throws IOException {
    return searcher.search(
            query, new TopScoreDocCollectorManager(SECTIONS, null, Integer.MAX_VALUE))
        .scoreDocs;
  }

  private float score(Query query, ScoreDoc section) throws IOException {
    Explanation explanation = searcher.explain(query, section.doc);
    return explanation.isMatch() ? explanation.getValue().floatValue() : 0;
  }

  private static Query word(String field, String word) {
    return new TermQuery(new Term(field, word));
  }

  private static Query either(String field, String one, String other) {
    return new SynonymQuery.Builder(field)
        .addTerm(new Term(field, one))
        .addTerm(new Term(field, other), .5f)
        .build();
  }
}
