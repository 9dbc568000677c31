package no.speil.search.execute;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import no.speil.search.StoredSection;
import no.speil.search.schema.StoredSectionReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over every section that matches, however many there are, in one state of the index,
 * which is kept until it is closed. It holds the numbers of some thousand sections in memory at a
 * time. For one thread.
 */
public final class SectionIterator implements Iterator<StoredSection>, AutoCloseable {
  /** The time limit of each chunk, which ends a runaway query with an exception. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final int CHUNK = 5_000;

  private final DirectoryReader reader;
  private final Function<Throwable, RuntimeException> failed;
  private final StoredSectionReader stored;
  private final Query query;
  private final Sort order;
  private final long total;
  private Iterator<ScoreDoc> chunk = List.<ScoreDoc>of().iterator();
  private @Nullable FieldDoc last;
  private long given;

  /**
   * @param failed given what reading the index fails with, and gives what is thrown instead
   */
  SectionIterator(
      DirectoryReader reader, Function<Throwable, RuntimeException> failed, Query query, Sort order)
      throws IOException {
    this.reader = reader;
    this.failed = failed;
    this.stored = new StoredSectionReader(reader.storedFields());
    this.query = query;
    this.order = order;
    this.total = count();
    FilterDirectoryReader.unwrap(reader).incRef(); // at last, when nothing can fail any more
  }

  /** The search took too long, and not all results have been given. */
  public static final class Stopped extends RuntimeException {
    Stopped(long given, long total) {
      super("The search was stopped after %d of %d sections.".formatted(given, total));
    }
  }

  /** A name of the state of the index, another after every change, until the program ends. */
  public String state() {
    return reader.directory() + " " + reader.getVersion();
  }

  /** The number of sections in all. */
  public long total() {
    return total;
  }

  @Override
  public boolean hasNext() {
    return given < total;
  }

  /**
   * The next section.
   *
   * @throws Stopped if the search takes too long
   * @throws java.io.UncheckedIOException if reading the index fails
   */
  @Override
  public StoredSection next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      if (!chunk.hasNext()) {
        chunk = nextChunk();
      }
      StoredSection found = stored.read(chunk.next().doc);
      given++;
      return found;
    } catch (Stopped e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError | AssertionError e) {
      throw failed.apply(e);
    }
  }

  private Iterator<ScoreDoc> nextChunk() throws IOException {
    IndexSearcher searcher = searcher();
    int size = (int) Math.min(CHUNK, total - given);
    // A manager that counts all hits scores them all in the same way; so no chunk overlaps another.
    var manager = new TopFieldCollectorManager(order, size, last, Integer.MAX_VALUE);
    TopFieldDocs top = searcher.search(query, manager);
    if (searcher.timedOut() || top.scoreDocs.length == 0) {
      throw new Stopped(given, total);
    }
    last = (FieldDoc) top.scoreDocs[top.scoreDocs.length - 1];
    return Arrays.asList(top.scoreDocs).iterator();
  }

  private int count() throws IOException {
    IndexSearcher searcher = searcher();
    int count = searcher.count(query);
    if (searcher.timedOut()) {
      throw new Stopped(0, count);
    }
    return count;
  }

  private IndexSearcher searcher() {
    return new TimeLimit(LIMIT).searcher(reader);
  }

  @Override
  public void close() {
    try {
      FilterDirectoryReader.unwrap(reader).decRef();
    } catch (IOException e) {
      throw failed.apply(e);
    }
  }
}
