package no.speil.search.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import no.speil.search.compile.ScoredSectionsQuery.SectionScore;
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
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
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

class ScoredSectionsQueryTest {
  private static final int SECTIONS = 5_000;
  private static final List<String> WORDS = List.of("ab", "ac", "b", "c", "d", "e");
  private static final Offset<Float> LAST_DIGIT = Offset.offset(1e-5f);

  private final Random random = new Random(3);
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

    ScoreDoc[] found = best(new ScoredSectionsQuery(match, new SectionScore(sides)));
    ScoreDoc[] expected = best(lucenes(match, sides));

    assertThat(found).hasSameSizeAs(expected).hasSizeGreaterThan(SECTIONS / 4);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i].score).isCloseTo(expected[i].score, LAST_DIGIT);
      assertThat(found[i].score).isCloseTo(score(lucenes(match, sides), found[i]), LAST_DIGIT);
    }
  }

  @Test
  void whatNoneOfTheQueriesMatchesHasNoScore() throws IOException {
    Query match = word("no", "b");
    for (SectionScore score :
        List.of(SectionScore.NONE, new SectionScore(List.of(List.of(word("no", "zebra")))))) {
      ScoreDoc[] found = best(new ScoredSectionsQuery(match, score));
      assertThat(found).hasSize(searcher.count(match));
      assertThat(found[0].score).isZero();
    }
  }

  @Test
  void whatIsCountedIsWhatMatches() throws IOException {
    Query match = word("no", "b");
    var score = new SectionScore(List.of(List.of(word("no", "c"))));
    assertThat(searcher.count(new ScoredSectionsQuery(match, score)))
        .isEqualTo(searcher.count(match));
  }

  @Test
  void anExplanationTellsTheScore() throws IOException {
    var score = new SectionScore(List.of(List.of(word("no", "b"))));
    Query query = new ScoredSectionsQuery(word("no", "b"), score);
    for (ScoreDoc each : List.of(best(query)).subList(0, 5)) {
      assertThat(score(query, each)).isEqualTo(each.score);
    }
    assertThat(searcher.explain(new ScoredSectionsQuery(word("no", "zebra"), score), 0).isMatch())
        .isFalse();
  }

  @Test
  void whatMatchesNothingIsNotSearched() throws IOException {
    Query nothing = new ScoredSectionsQuery(new BooleanQuery.Builder().build(), SectionScore.NONE);
    assertThat(searcher.rewrite(nothing)).isInstanceOf(MatchNoDocsQuery.class);
  }

  private static Query lucenes(Query match, List<List<Query>> sides) {
    var sums =
        sides.stream()
            .map(
                side -> {
                  var sum = new BooleanQuery.Builder();
                  side.forEach(each -> sum.add(each, Occur.SHOULD));
                  return (Query) sum.build();
                })
            .toList();
    Query score =
        FunctionScoreQuery.boostByValue(
            new DisjunctionMaxQuery(sums, 0),
            DoubleValuesSource.fromFloatField(IndexSchema.WEIGHT));
    return new BooleanQuery.Builder().add(match, Occur.FILTER).add(score, Occur.SHOULD).build();
  }

  private ScoreDoc[] best(Query query) throws IOException {
    return searcher.search(
            query, new TopScoreDocCollectorManager(SECTIONS, null, Integer.MAX_VALUE))
        .scoreDocs;
  }

  private float score(Query query, ScoreDoc section) throws IOException {
    return searcher.explain(query, section.doc).getValue().floatValue();
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
