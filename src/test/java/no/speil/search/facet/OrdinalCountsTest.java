package no.speil.search.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.speil.search.FacetCount;
import no.speil.search.schema.IndexSchema;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdinalCountsTest {
  private static final List<String> FACETS =
      List.of(IndexSchema.STATE, IndexSchema.AUTHOR, IndexSchema.YEAR);

  private final FacetsConfig config = IndexSchema.facets();
  private final Random random = new Random(5);
  private final Directory directory = new ByteBuffersDirectory();
  private IndexWriter writer;

  @BeforeEach
  void open() throws IOException {
    writer =
        new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE));
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
  }

  @Test
  void countsAreLucenesInOneSegment() throws IOException {
    write(200);
    assertCountsAreLucenes(1);
  }

  @Test
  void countsAreLucenesInSeveralSegmentsOfWhichSectionsWereDeleted() throws IOException {
    for (int i = 0; i < 4; i++) {
      write(50);
      writer.flush();
    }
    writer.deleteDocuments(new Term("word", "gone"));
    assertCountsAreLucenes(4);
  }

  @Test
  void whatIsKnownOfASegmentIsTakenOverFromTheReaderBefore() throws IOException {
    write(5);
    try (DirectoryReader before = DirectoryReader.open(writer)) {
      var known = new ReaderOrdinals(before, null);
      write(5);
      try (DirectoryReader after = DirectoryReader.openIfChanged(before, writer)) {
        var ordinals = new ReaderOrdinals(after, known);
        assertThat(ordinals.facets(after.leaves().get(0)))
            .isSameAs(known.facets(before.leaves().get(0)));
        assertThat(after.leaves()).hasSize(2);
        assertThat(ordinals.facets(after.leaves().get(1)))
            .isNotSameAs(known.facets(before.leaves().get(0)));
      }
    }
  }

  /** Documents of some sections, a few of which are in another state. */
  private void write(int documents) throws IOException {
    for (int i = 0; i < documents; i++) {
      String author = "author " + random.nextInt(80);
      String year = "19" + (10 + random.nextInt(60));
      for (int section = random.nextInt(9); section >= 0; section--) {
        var document = new Document();
        document.add(new StringField("word", random.nextInt(3) == 0 ? "word" : "other", Store.NO));
        document.add(new StringField("word", random.nextInt(9) == 0 ? "gone" : "kept", Store.NO));
        if (random.nextInt(20) > 0) {
          String state = List.of("draft", "draft", "draft", "reviewed").get(random.nextInt(4));
          document.add(new SortedSetDocValuesFacetField(IndexSchema.STATE, state));
          document.add(new SortedSetDocValuesFacetField(IndexSchema.AUTHOR, author));
          document.add(new SortedSetDocValuesFacetField(IndexSchema.YEAR, year));
        }
        writer.addDocument(config.build(document));
      }
    }
  }

  private void assertCountsAreLucenes(int segments) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      assertThat(reader.leaves()).hasSize(segments);
      var ordinals = new ReaderOrdinals(reader, null);
      FacetsCollector found =
          new IndexSearcher(reader)
              .search(new TermQuery(new Term("word", "word")), new FacetsCollectorManager());
      var lucenes = new SortedSetDocValuesFacetCounts(ordinals.facets(), found);
      var ours = OrdinalCounts.ofSections(ordinals, ordinals.facets(), found);
      for (String facet : FACETS) {
        List<FacetCount> expected = counts(lucenes, facet);
        assertThat(ours.most(facet, 50)).hasSizeGreaterThan(1).isEqualTo(expected);
        String value = expected.getLast().value();
        assertThat(ours.of(facet, value)).isEqualTo(expected.getLast().count());
      }
      assertThat(ours.of(IndexSchema.AUTHOR, "nobody")).isZero();
    }
  }

  private static List<FacetCount> counts(Facets facets, String facet) throws IOException {
    FacetResult top = facets.getTopChildren(50, facet);
    var counts = new ArrayList<FacetCount>();
    for (LabelAndValue each : top.labelValues) {
      counts.add(new FacetCount(each.label, each.value.longValue()));
    }
    return counts;
  }
}
