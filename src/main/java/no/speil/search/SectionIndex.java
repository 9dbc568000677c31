package no.speil.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The index of an archive's sections: derived, so it may be emptied at any time and is never asked
 * for the truth. Thread-safe; searching never waits for writing. What was put is found after {@link
 * #refresh} and survives after {@link #commit}. A failing disk is an {@link
 * java.io.UncheckedIOException} with the path.
 */
public final class SectionIndex implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final IndexFolder folder;
  private final Directory directory;
  private final @Nullable IndexWriter writer;
  private final SearcherManager searchers;
  private final Searching searching;
  private final Offers offers;
  private final SectionDocuments documents = new SectionDocuments();
  private final boolean emptied;
  private volatile boolean complete;

  private SectionIndex(
      IndexFolder folder, IndexFolder.Opened opened, Searching searching, Offers offers)
      throws IOException {
    this.folder = folder;
    this.directory = opened.directory();
    this.writer = opened.writer();
    this.searching = searching;
    this.offers = offers;
    this.emptied = opened.emptied();
    this.complete = opened.complete();
    this.searchers =
        writer == null ? new SearcherManager(directory, null) : new SearcherManager(writer, null);
  }

  /**
   * The index in that folder, to write and search; made where there is none, and emptied where it
   * is damaged or was made by another version, see {@link #wasEmptied}.
   */
  public static SectionIndex open(Path folder) {
    return open(folder, LIMIT);
  }

  /** The same with another time for searches. */
  static SectionIndex open(Path path, Duration limit) {
    return open(path, limit, true);
  }

  /** The last commit in that folder, to search beside a process that writes it. */
  public static SectionIndex openForReading(Path folder) {
    return open(folder, LIMIT, false);
  }

  private static SectionIndex open(Path path, Duration limit, boolean writing) {
    var analysis = new Analysis();
    var terms = new Terms(analysis);
    var folder = new IndexFolder(path, Fingerprint.of(terms));
    IndexFolder.Opened opened = writing ? folder.openForWriting(analysis) : folder.openForReading();
    try {
      var searching = new Searching(analysis, terms, limit);
      return new SectionIndex(folder, opened, searching, new Offers(analysis, terms, searching));
    } catch (IOException e) {
      throw folder.failed("opening", e);
    }
  }

  /** Whether {@link #open} found something that it could not use. */
  public boolean wasEmptied() {
    return emptied;
  }

  /** Whether the last commit was said to hold every file. */
  public boolean complete() {
    return complete;
  }

  /**
   * Replaces all of a document.
   *
   * @param footprint what is kept beside the sections
   */
  public void put(IndexedDocument head, List<IndexedSection> sections, Footprint footprint) {
    write(
        writing -> {
          var all = new ArrayList<Document>(sections.size() + 1);
          for (IndexedSection section : sections) {
            all.add(documents.section(head, section));
          }
          if (!footprint.isEmpty()) {
            all.add(SectionDocuments.beside(head.id(), footprint));
          }
          writing.updateDocuments(allOf(head.id()), all);
        });
  }

  /** Replaces these sections of a document, or adds them, and touches no other. */
  public void patch(IndexedDocument head, List<IndexedSection> changed) {
    write(
        writing -> {
          for (IndexedSection section : changed) {
            var key = new Term(Schema.KEY, SectionDocuments.key(head.id(), section.id()));
            writing.updateDocument(key, documents.section(head, section));
          }
        });
  }

  /** Forgets a document, also which sections it had. */
  public void remove(DocumentId id) {
    write(writing -> writing.deleteDocuments(allOf(id)));
  }

  /** From now on what was put is found, here; beside a writer, what it has committed. */
  public void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw folder.failed("refreshing", e);
    }
  }

  /**
   * Makes durable what was put; writes nothing where that is so already.
   *
   * @param whole whether every file of the archive was seen
   */
  public void commit(boolean whole) {
    write(
        writing -> {
          if (whole != complete || writing.hasUncommittedChanges()) {
            writing.setLiveCommitData(folder.marks(whole).entrySet());
            writing.commit();
          }
        });
    complete = whole;
  }

  /** Gives every document's card, in no order; reads no texts. */
  public void cards(BiConsumer<DocumentId, byte[]> sink) {
    read(
        searcher -> {
          Lookup.cards(searcher.getIndexReader(), sink);
          return true;
        });
  }

  /** The document that has the section, or had it and remembers it. */
  public Optional<DocumentId> documentOf(SectionId id) {
    return read(searcher -> Lookup.documentOf(searcher, id));
  }

  /** Documents that some of these prints are kept of, those with the most first; not very many. */
  public List<DocumentId> alike(List<TextHash> prints) {
    return read(searcher -> Lookup.alike(searcher, prints));
  }

  /** Answers any request, within a second or so. */
  public SearchResult search(SearchRequest request) {
    return read(searcher -> offers.answer(searcher.getIndexReader(), request));
  }

  /** What a query that begins so may be about to ask, likeliest first; ten at most. */
  public List<Completion> complete(String typed) {
    return read(searcher -> offers.complete(searcher.getIndexReader(), typed));
  }

  /** Sections that say much the same, never the section itself; none of one that is unknown. */
  public List<Hit> similar(SectionId section, int most) {
    return read(searcher -> offers.similar(searcher.getIndexReader(), section, most));
  }

  /** Shows the words in their contexts, within some three seconds. */
  public Concordance lines(ConcordanceRequest request) {
    return read(searcher -> searching.lines(searcher.getIndexReader(), request));
  }

  /** Everything that is found, in no bounded time; to be closed. */
  public FoundSections all(SearchRequest request) {
    return all((reader, whenDone) -> searching.all(reader, request, whenDone));
  }

  /** Every section of a document, in its order; to be closed. */
  public FoundSections all(DocumentId document) {
    return all((reader, whenDone) -> searching.all(reader, document, whenDone));
  }

  private FoundSections all(Opening opening) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return opening.of(searcher.getIndexReader(), () -> release(searcher));
      } catch (IOException | RuntimeException e) {
        release(searcher);
        throw e;
      }
    } catch (IOException e) {
      throw folder.failed("reading", e);
    }
  }

  /** Closes without committing. */
  @Override
  public void close() {
    try {
      searchers.close();
      if (writer != null) {
        writer.rollback();
      }
      directory.close();
      if (writer != null) {
        folder.closed();
      }
    } catch (IOException e) {
      throw folder.failed("closing", e);
    }
  }

  private interface Writing {
    void on(IndexWriter writer) throws IOException;
  }

  private interface Opening {
    FoundSections of(IndexReader reader, Runnable whenDone) throws IOException;
  }

  private interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException;
  }

  private void write(Writing writing) {
    if (writer == null) {
      throw new IllegalStateException("this index was opened for reading");
    }
    try {
      writing.on(writer);
    } catch (IOException e) {
      throw folder.failed("writing", e);
    }
  }

  private <T> T read(Reading<T> reading) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return reading.from(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw folder.failed("reading", e);
    }
  }

  private void release(IndexSearcher searcher) {
    try {
      searchers.release(searcher);
    } catch (IOException e) {
      throw folder.failed("reading", e);
    }
  }

  private static Term allOf(DocumentId id) {
    return new Term(Schema.DOCUMENT, id.value());
  }
}
