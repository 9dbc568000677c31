package no.speil.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.AnalysisFingerprint;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.execute.SearchModels;
import no.speil.search.execute.SectionSearcher;
import no.speil.search.index.IndexModels.StoredLexicon;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One generation of the index, open in its folder; all its terms are made with the same compounds.
 * Those who read it keep it open for themselves, also after it is closed.
 */
final class OpenIndex {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);

  final IndexModels models;
  private final String fingerprint;
  final SearchModels searchModels;
  private final IndexDirectory folder;
  final IndexDirectory.Opened opened;
  private final @Nullable IndexWriter writer;
  private final SearcherManager searchers;
  private final DamageCheck damageCheck = new DamageCheck();
  private volatile boolean complete;
  private volatile boolean merged;
  private volatile boolean mayMerge;
  private volatile String lexiconFrom = "";

  /** Something read from the index. */
  interface Reading<T> {
    T from(OpenIndex index, DirectoryReader reader) throws IOException;
  }

  /** Opens the generation in that folder; what is missing or damaged there is empty. */
  OpenIndex(Path place, Duration limit, boolean writing) {
    models = IndexModels.in(place);
    var fieldAnalyzer = new FieldAnalyzer(models.compounds());
    var terms = new FieldTerms(new FieldAnalyzer());
    fingerprint = AnalysisFingerprint.of(terms, models.compounds());
    searchModels = new SearchModels(fieldAnalyzer, terms, limit);
    folder = new IndexDirectory(place.resolve("sections"), fingerprint);
    opened = writing ? folder.openForWriting(fieldAnalyzer) : folder.openForReading();
    writer = opened.writer();
    complete = opened.complete();
    merged = opened.merged();
    mayMerge = writing;
    models.lexicon(fingerprint).ifPresent(this::take);
    try {
      this.searchers =
          writer == null
              ? new SearcherManager(opened.directory(), null)
              : new SearcherManager(writer, null);
    } catch (IOException e) {
      throw folder.failed("opening", e);
    }
  }

  private void take(StoredLexicon stored) {
    searchModels.use(stored.lexicon());
    lexiconFrom = stored.from();
  }

  /** Uses that lexicon from now on, also after a restart. */
  void use(Lexicon lexicon, String from) {
    var stored = new StoredLexicon(lexicon, from);
    try {
      if (loss().isEmpty()) { // else the folder may belong to another process
        models.write(stored, fingerprint);
      }
    } catch (IOException e) {
      throw folder.failed("writing the lexicon beside", e);
    }
    take(stored);
  }

  String lexiconFrom() {
    return lexiconFrom;
  }

  SectionSearcher searcher(DirectoryReader reader) {
    return new SectionSearcher(reader, searchModels, e -> failure(reader, e));
  }

  boolean complete() {
    return complete;
  }

  void write(IOConsumer<IndexWriter> writing) {
    if (writer == null) {
      throw new IllegalStateException("this index was opened for reading");
    }
    try {
      writing.accept(writer);
    } catch (IOException | AlreadyClosedException e) {
      throw folder.failed("writing", e);
    }
  }

  /**
   * Why it cannot be used any more: Lucene has closed the writer after a failure (reading still
   * works), the folder was deleted, or files are damaged or were overwritten. Empty while all is
   * well.
   */
  Optional<Throwable> loss() {
    IndexWriter open = writer;
    return open == null
        ? damageCheck.damage()
        : damageCheck
            .damage()
            .or(folder::harm)
            .or(() -> Optional.ofNullable(open.getTragicException()));
  }

  void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException | AlreadyClosedException e) {
      throw folder.failed("refreshing", e);
    }
    read(
        (index, reader) -> {
          searcher(reader).prepare();
          return true;
        });
  }

  void commit(boolean whole) {
    write(
        writing -> {
          if (whole != complete || writing.hasUncommittedChanges()) {
            writing.setLiveCommitData(folder.commitData(whole, merged).entrySet());
            writing.commit();
            folder.committed(opened.directory());
          }
        });
    complete = whole;
  }

  /** Whether it is complete, but in the many segments in which a first index was written. */
  boolean awaitsMerge() {
    return mayMerge && complete && !merged;
  }

  /**
   * Merges these segments, since few are searched faster than many. Takes long, while others may
   * write and search. If the disk has no room for it, that waits for another start.
   */
  void merge() {
    write(
        writing -> {
          mayMerge = false;
          merged = folder.merge(writing);
        });
  }

  /** Reads from the index; empty if this generation has been closed. */
  <T> Optional<T> read(Reading<T> reading) {
    IndexSearcher searcher;
    try {
      searcher = searchers.acquire();
    } catch (AlreadyClosedException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw folder.failed("reading", e);
    }
    var reader = (DirectoryReader) searcher.getIndexReader();
    try {
      return Optional.of(reading.from(this, reader));
    } catch (IOException | RuntimeException | InternalError | AssertionError e) {
      throw failure(reader, e);
    } finally {
      release(searcher);
    }
  }

  private void release(IndexSearcher searcher) {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw folder.failed("reading", e);
    }
  }

  /** What is thrown in place of a failure to read, once it is known whether the files did it. */
  RuntimeException failure(IndexReader reader, Throwable failure) {
    damageCheck.check(reader, failure);
    if (failure instanceof IOException e) {
      return folder.failed("reading", e);
    }
    if (damageCheck.damage().isPresent() || failure instanceof InternalError) {
      return folder.failed("reading", new IOException("its files are damaged", failure));
    }
    if (failure instanceof RuntimeException e) {
      return e;
    }
    throw (AssertionError) failure; // Lucene's assertions, which are on in tests
  }

  /** Closes without committing. Those who read keep what they read open. */
  void close() {
    try {
      searchers.close();
      if (writer != null) {
        rollBack(writer);
      }
      if (loss().isEmpty()) { // else Lucene would write what it still has in memory
        opened.directory().close();
        if (writer != null) {
          folder.closed();
        }
      }
    } catch (IOException e) {
      throw folder.failed("closing", e);
    }
  }

  /** Closes the writer; where its files are deleted, what Lucene misses is no news. */
  private void rollBack(IndexWriter open) throws IOException {
    try {
      open.rollback();
    } catch (IOException e) {
      if (loss().isEmpty()) {
        throw e;
      }
      LOG.debug("the index was lost before it was closed", e);
    }
  }
}
