package no.speil.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Block;
import no.speil.corpus.Metadata;
import no.speil.library.documents.LiveDocument;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The same sections in Lucene with nothing around it: one stemmed field a language, with offsets,
 * stored, and four facets.
 */
final class BareLucene implements AutoCloseable {
  private static final String NORWEGIAN = "no";
  private static final String ENGLISH = "en";
  private static final String[] BOTH = {NORWEGIAN, ENGLISH};
  private static final List<String> FACETS = List.of("kind", "year", "language", "state");
  private static final int TOP = 10;
  private static final int TWO_EDITS_FROM = 8; // as Speil, which also keeps the first letter
  private static final FieldType TEXT = type();

  private final Analyzer analyzer =
      new PerFieldAnalyzerWrapper(
          new KeywordAnalyzer(),
          Map.of(NORWEGIAN, new NorwegianAnalyzer(), ENGLISH, new EnglishAnalyzer()));
  private final Directory directory;
  private final IndexWriter writer;
  private final FacetsConfig facets = new FacetsConfig();

  BareLucene(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(32));
  }

  /** A section as it is indexed, with the values of its facets. */
  record Entry(String id, String norwegian, String english, Map<String, String> facets) {
    static List<Entry> of(LiveDocument live) {
      Metadata metadata = live.metadata();
      String date = metadata.classification().date();
      return live.sections().stream()
          .map(
              section ->
                  new Entry(
                      live.id().value() + "#" + section.section().id().value(),
                      words(section.section().original()),
                      words(section.section().translation()),
                      Map.of(
                          "kind", metadata.classification().kind(),
                          "year", date.substring(0, Math.min(4, date.length())),
                          "language", metadata.language().tag(),
                          "state", section.sectionStatus().state().code())))
          .toList();
    }
  }

  /** Thread-safe. */
  void add(Entry entry) throws IOException {
    var document = new Document();
    document.add(new StoredField("id", entry.id()));
    document.add(new Field(NORWEGIAN, entry.norwegian(), TEXT));
    document.add(new Field(ENGLISH, entry.english(), TEXT));
    entry
        .facets()
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                document.add(new SortedSetDocValuesFacetField(name, value));
              }
            });
    writer.addDocument(facets.build(document));
  }

  void commit() throws IOException {
    writer.commit();
  }

  /** What was committed, to be searched. */
  Searching searching() throws IOException {
    return new Searching(DirectoryReader.open(writer));
  }

  /** A section found. */
  record Found(String id, float score, @Nullable String original, @Nullable String translation) {}

  /** An answer, with the best ten sections' snippets. */
  record Answer(long total, List<Found> hits, Map<String, Map<String, Number>> facets) {}

  /** Searches as a program does that uses Lucene and nothing else. Thread-safe. */
  final class Searching implements AutoCloseable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final UnifiedHighlighter highlighter;
    private final DefaultSortedSetDocValuesReaderState values;

    private Searching(DirectoryReader reader) throws IOException {
      this.reader = reader;
      searcher = new IndexSearcher(reader);
      highlighter = UnifiedHighlighter.builder(searcher, analyzer).build();
      values = new DefaultSortedSetDocValuesReaderState(reader, facets);
    }

    Answer answer(String text) {
      try {
        Query query = query(text);
        var counted = new FacetsCollectorManager();
        FacetsCollectorManager.FacetsResult found =
            FacetsCollectorManager.search(searcher, query, TOP, counted);
        TopDocs top = found.topDocs();
        Map<String, String[]> snippets = highlighter.highlightFields(BOTH, query, top);
        var hits = new ArrayList<Found>();
        StoredFields stored = searcher.storedFields();
        for (int i = 0; i < top.scoreDocs.length; i++) {
          ScoreDoc each = top.scoreDocs[i];
          hits.add(
              new Found(
                  stored.document(each.doc, Set.of("id")).get("id"),
                  each.score,
                  snippets.getOrDefault(NORWEGIAN, new String[TOP])[i],
                  snippets.getOrDefault(ENGLISH, new String[TOP])[i]));
        }
        return new Answer(top.totalHits.value(), hits, counts(found.facetsCollector()));
      } catch (IOException e) {
        throw new UncheckedIOException("searching", e);
      }
    }

    private Map<String, Map<String, Number>> counts(FacetsCollector found) throws IOException {
      var counts = new SortedSetDocValuesFacetCounts(values, found);
      var all = new LinkedHashMap<String, Map<String, Number>>();
      for (String facet : FACETS) {
        FacetResult most = counts.getTopChildren(TOP, facet);
        var labelled = new LinkedHashMap<String, Number>();
        if (most != null) {
          for (var each : most.labelValues) {
            labelled.put(each.label, each.value);
          }
        }
        all.put(facet, labelled);
      }
      return all;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  /** The query in either language. */
  private Query query(String text) {
    var sides = new ArrayList<Query>();
    for (String field : BOTH) {
      Query side = query(field, text);
      if (side != null) {
        sides.add(side);
      }
    }
    return new DisjunctionMaxQuery(sides, 0);
  }

  private @Nullable Query query(String field, String text) {
    var builder = new QueryBuilder(analyzer);
    if (text.startsWith("\"")) {
      return builder.createPhraseQuery(field, text);
    }
    if (text.endsWith("*")) {
      return new PrefixQuery(new Term(field, word(field, text)));
    }
    if (text.endsWith("~")) {
      var term = new Term(field, word(field, text));
      return new FuzzyQuery(term, term.text().length() < TWO_EDITS_FROM ? 1 : 2, 1);
    }
    return builder.createBooleanQuery(field, text.replace(" AND ", " "), Occur.MUST);
  }

  private BytesRef word(String field, String text) {
    return analyzer.normalize(field, text.substring(0, text.length() - 1));
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }

  private static String words(List<Block> run) {
    return String.join("\n", run.stream().map(Block::text).toList());
  }

  private static FieldType type() {
    var type = new FieldType(TextField.TYPE_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }
}
