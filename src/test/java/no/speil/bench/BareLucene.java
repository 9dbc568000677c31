package no.speil.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.status.TrackedSection;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The same sections in Lucene with nothing around it: one stemmed field a language, stored. */
final class BareLucene implements AutoCloseable {
  private static final String NORWEGIAN = "no";
  private static final String ENGLISH = "en";
  private static final int TOP = 10;
  private static final FieldType TEXT = type();

  private final Analyzer analyzer =
      new PerFieldAnalyzerWrapper(
          new KeywordAnalyzer(),
          Map.of(NORWEGIAN, new NorwegianAnalyzer(), ENGLISH, new EnglishAnalyzer()));
  private final Directory directory;
  private final IndexWriter writer;
  private long nanos;

  BareLucene(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(32));
  }

  void add(List<TrackedSection> sections) {
    long start = System.nanoTime();
    try {
      for (TrackedSection section : sections) {
        var document = new Document();
        document.add(new Field(NORWEGIAN, words(section.section().original()), TEXT));
        document.add(new Field(ENGLISH, words(section.section().translation()), TEXT));
        writer.addDocument(document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("indexing", e);
    }
    nanos += System.nanoTime() - start;
  }

  /** Seconds that adding and committing took, in one thread. */
  double commit() throws IOException {
    long start = System.nanoTime();
    writer.commit();
    return (nanos + System.nanoTime() - start) / 1e9;
  }

  /** A search for each word, with the best ten sections' snippets. */
  Timings search(List<String> words) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      var searcher = new IndexSearcher(reader);
      var highlighter = UnifiedHighlighter.builder(searcher, analyzer).build();
      for (String word : words) {
        search(searcher, highlighter, word);
      }
      return Timings.of(words.size(), i -> search(searcher, highlighter, words.get(i)));
    }
  }

  private void search(IndexSearcher searcher, UnifiedHighlighter highlighter, String word) {
    var builder = new QueryBuilder(analyzer);
    List<Query> sides =
        java.util.stream.Stream.of(NORWEGIAN, ENGLISH)
            .map(field -> builder.createBooleanQuery(field, word))
            .filter(java.util.Objects::nonNull)
            .toList();
    try {
      var query = new DisjunctionMaxQuery(sides, 0);
      TopDocs top = searcher.search(query, TOP);
      highlighter.highlightFields(new String[] {NORWEGIAN, ENGLISH}, query, top);
    } catch (IOException e) {
      throw new UncheckedIOException("searching", e);
    }
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
