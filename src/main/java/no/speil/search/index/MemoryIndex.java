package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import no.speil.search.schema.Queries;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IORunnable;

/**
 * An index of texts that were translated with other programs, apart from that of the archive. It is
 * derived from files, known by the hashes of what is in them; a file is found in it once all of it
 * is there. For one writer and many readers.
 */
public final class MemoryIndex implements AutoCloseable {
  private static final String FILE = "file";
  private static final String ORIGINAL = "original";
  private static final String TRANSLATION = "translation";
  private static final double BUFFER_MEGABYTES = 16;

  private final Path folder;
  private final Analyzer analysis = new StandardAnalyzer();
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private MemoryIndex(Path folder, IndexWriter writer) throws IOException {
    this.folder = folder;
    this.writer = writer;
    writer.commit();
    this.searchers = new SearcherManager(writer.getDirectory(), null);
  }

  /**
   * Opens the index in that folder, which is made where it is missing.
   *
   * @throws UncheckedIOException if it cannot be read or written
   */
  public static MemoryIndex open(Path folder) {
    try {
      var config = new IndexWriterConfig(new StandardAnalyzer()).setCommitOnClose(false);
      config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
      return new MemoryIndex(folder, new IndexWriter(FSDirectory.open(folder), config));
    } catch (IOException e) {
      throw new UncheckedIOException("opening the index in " + folder, e);
    }
  }

  /** A text and its translation, with the hash of the file that has them. */
  public record MemoryUnit(String file, String original, String translation) {}

  /** Gives the texts of a file. */
  public interface Filling<E extends Exception> {
    void into(BiConsumer<String, String> sink) throws E;
  }

  /** Adds a file; nothing of it where that fails. */
  public <E extends Exception> void add(String file, Filling<E> filling) throws E {
    boolean isWhole = false;
    try {
      filling.into((original, translation) -> put(file, original, translation));
      isWhole = true;
    } finally {
      if (!isWhole) {
        write(() -> writer.deleteDocuments(of(file)));
      }
    }
    commit();
  }

  private void put(String file, String original, String translation) {
    var unit = new Document();
    unit.add(new StringField(FILE, file, Store.YES));
    unit.add(new TextField(ORIGINAL, original, Store.YES));
    unit.add(new StoredField(TRANSLATION, translation));
    write(() -> writer.addDocument(unit));
  }

  /** Removes what is of other files than these. */
  public void keepOnly(Set<String> files) {
    List<BytesRef> kept = files.stream().map(BytesRef::new).toList();
    Query others = Queries.difference(MatchAllDocsQuery.INSTANCE, new TermInSetQuery(FILE, kept));
    write(() -> writer.deleteDocuments(others));
    commit();
  }

  private void commit() {
    write(writer::commit);
    write(searchers::maybeRefreshBlocking);
  }

  private void write(IORunnable writing) {
    try {
      writing.run();
    } catch (IOException | AlreadyClosedException e) {
      throw failed(e);
    }
  }

  private <T> T read(IOFunction<IndexSearcher, T> reading) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return reading.apply(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | AlreadyClosedException e) {
      throw failed(e);
    }
  }

  private UncheckedIOException failed(Exception e) {
    IOException cause = e instanceof IOException io ? io : new IOException(e);
    return new UncheckedIOException("using the index in " + folder, cause);
  }

  /** How many texts of a file are in it; 0 for a file that is not. */
  public int count(String file) {
    return read(searcher -> searcher.count(of(file)));
  }

  private static Query of(String file) {
    return new TermQuery(new Term(FILE, file));
  }

  /**
   * Texts that share characteristic words with a text, those with the most first.
   *
   * @param shared the least part of these words
   */
  public List<MemoryUnit> find(String text, double shared, int most) {
    return read(
        searcher -> {
          var words = new MoreLikeThis(searcher.getIndexReader());
          words.setAnalyzer(analysis);
          words.setMinDocFreq(1);
          Query query = Queries.sharing(words, ORIGINAL, text, shared);
          var found = new ArrayList<MemoryUnit>();
          for (ScoreDoc each : searcher.search(query, most).scoreDocs) {
            Document unit = searcher.storedFields().document(each.doc);
            found.add(new MemoryUnit(unit.get(FILE), unit.get(ORIGINAL), unit.get(TRANSLATION)));
          }
          return found;
        });
  }

  @Override
  public void close() {
    try (writer;
        searchers) {
      writer.rollback();
    } catch (IOException | AlreadyClosedException e) {
      throw failed(e);
    }
  }
}
