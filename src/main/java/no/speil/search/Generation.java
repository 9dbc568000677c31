package no.speil.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import no.speil.lexicon.Compounds;
import no.speil.lexicon.Lexicon;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * An index all of whose terms were made with the same compounds, in a folder of its own, with what
 * was learned beside it. Stays open while somebody reads it, also when it has been retired.
 */
final class Generation {
  private static final String COMPOUNDS = "compounds";
  private static final String LEXICON = "lexicon";

  private final Path place;
  private final IndexFolder folder;
  private final Directory directory;
  private final @Nullable IndexWriter writer;
  private final SearcherManager searchers;
  private final Searching searching;
  private final Offers offers;
  private final String compoundsFrom;
  private final boolean emptied;
  private volatile boolean complete;
  private volatile String lexiconFrom = "";
  private int readers;
  private boolean retired;
  private Runnable afterwards = () -> {};

  /** Does something to the index. */
  interface Writing {
    void on(IndexWriter writer) throws IOException;
  }

  /** Finds something in the index. */
  interface Reading<T> {
    T from(IndexSearcher searcher, Generation generation) throws IOException;
  }

  /** Begins to read what is read on afterwards. */
  interface Opening {
    FoundSections of(IndexReader reader, Searching searching, Runnable done) throws IOException;
  }

  private Generation(
      Path place,
      IndexFolder folder,
      IndexFolder.Opened opened,
      Searching searching,
      Offers offers,
      String compoundsFrom)
      throws IOException {
    this.place = place;
    this.folder = folder;
    this.directory = opened.directory();
    this.writer = opened.writer();
    this.searching = searching;
    this.offers = offers;
    this.compoundsFrom = compoundsFrom;
    this.emptied = opened.emptied();
    this.complete = opened.complete();
    this.searchers =
        writer == null ? new SearcherManager(directory, null) : new SearcherManager(writer, null);
  }

  /** Opens what is there; what is missing or damaged there is empty. */
  static Generation open(Path place, Duration limit, boolean writing) {
    Optional<Learned> learned = Learned.read(place.resolve(COMPOUNDS));
    Compounds compounds = learned.map(Generation::compounds).orElse(Compounds.NONE);
    var analysis = new Analysis(compounds);
    var terms = new Terms(new Analysis());
    var folder = new IndexFolder(place.resolve("sections"), Fingerprint.of(terms, compounds));
    IndexFolder.Opened opened = writing ? folder.openForWriting(analysis) : folder.openForReading();
    try {
      var searching = new Searching(analysis, terms, limit);
      var generation =
          new Generation(
              place,
              folder,
              opened,
              searching,
              new Offers(analysis, terms, searching),
              learned.map(Learned::from).orElse(""));
      Learned.read(place.resolve(LEXICON)).ifPresent(generation::take);
      return generation;
    } catch (IOException e) {
      throw folder.failed("opening", e);
    }
  }

  /** Writes down what a generation that is not open yet is to be made with. */
  static void prepare(Path place, Compounds compounds, String from) {
    try {
      new Learned(from, compounds.toBytes()).write(place.resolve(COMPOUNDS));
    } catch (IOException e) {
      throw new UncheckedIOException("preparing the index in " + place + ": " + e, e);
    }
  }

  boolean emptied() {
    return emptied;
  }

  boolean complete() {
    return complete;
  }

  String compoundsFrom() {
    return compoundsFrom;
  }

  String lexiconFrom() {
    return lexiconFrom;
  }

  Searching searching() {
    return searching;
  }

  Offers offers() {
    return offers;
  }

  /** Searches with that lexicon from now on, also after a restart. */
  void use(Lexicon lexicon, String from) {
    try {
      new Learned(from, lexicon.toBytes()).write(place.resolve(LEXICON));
    } catch (IOException e) {
      throw folder.failed("writing the lexicon beside", e);
    }
    searching.use(lexicon);
    lexiconFrom = from;
  }

  void write(Writing writing) {
    if (writer == null) {
      throw new IllegalStateException("this index was opened for reading");
    }
    try {
      writing.on(writer);
    } catch (IOException | AlreadyClosedException e) {
      throw folder.failed("writing", e);
    }
  }

  /**
   * Why nothing can be written any more, though what was written is still read: Lucene closes a
   * writer for good when its files fail it. Empty while all is well.
   */
  Optional<Throwable> loss() {
    return writer == null ? Optional.empty() : Optional.ofNullable(writer.getTragicException());
  }

  void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException | AlreadyClosedException e) {
      throw folder.failed("refreshing", e);
    }
  }

  void commit(boolean whole) {
    write(
        writing -> {
          if (whole != complete || writing.hasUncommittedChanges()) {
            writing.setLiveCommitData(folder.marks(whole).entrySet());
            writing.commit();
          }
        });
    complete = whole;
  }

  /** Reads; empty where the generation has been closed and another is the current one. */
  <T> Optional<T> read(Reading<T> reading) {
    if (!enter()) {
      return Optional.empty();
    }
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return Optional.of(reading.from(searcher, this));
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw folder.failed("reading", e);
    } finally {
      leave();
    }
  }

  /** Opens what stays open until it is closed; empty where the generation has been closed. */
  Optional<FoundSections> hold(Opening opening) {
    if (!enter()) {
      return Optional.empty();
    }
    boolean held = false;
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        FoundSections found =
            opening.of(searcher.getIndexReader(), searching, () -> release(searcher));
        held = true;
        return Optional.of(found);
      } finally {
        if (!held) {
          release(searcher);
        }
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
    } finally {
      leave();
    }
  }

  /**
   * Closes without committing, as soon as nobody reads.
   *
   * @param then done when it is closed
   */
  void retire(Runnable then) {
    boolean idle;
    synchronized (this) {
      idle = !retired && readers == 0;
      retired = true;
      afterwards = then;
    }
    if (idle) {
      close();
    }
  }

  private synchronized boolean enter() {
    readers += retired ? 0 : 1;
    return !retired;
  }

  private void leave() {
    boolean last;
    synchronized (this) {
      readers--;
      last = retired && readers == 0;
    }
    if (last) {
      close();
    }
  }

  private void close() {
    try {
      searchers.close();
      if (writer != null) {
        writer.rollback();
      }
      if (loss().isEmpty()) { // else it would write what it still has in memory
        directory.close();
        if (writer != null) {
          folder.closed();
        }
      }
      afterwards.run();
    } catch (IOException e) {
      throw folder.failed("closing", e);
    }
  }

  private void take(Learned learned) {
    try {
      searching.use(Lexicon.fromBytes(learned.bytes()));
      lexiconFrom = learned.from();
    } catch (UncheckedIOException e) {
      lexiconFrom = ""; // of another version: learned again
    }
  }

  private static Compounds compounds(Learned learned) {
    try {
      return Compounds.fromBytes(learned.bytes());
    } catch (UncheckedIOException e) {
      return Compounds.NONE; // the index, made with others, is then emptied
    }
  }
}
