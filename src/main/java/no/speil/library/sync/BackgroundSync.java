package no.speil.library.sync;

import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.FileAccessException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.DeadLinks;
import no.speil.library.catalogue.DocumentSummaryCodec;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.RecordStore.Assignment;
import no.speil.library.documents.SideFileReader;
import no.speil.library.lexicon.ModelTrainer;
import no.speil.library.lexicon.TimeEstimate;
import no.speil.library.scan.ChangeScan;
import no.speil.library.scan.ChangeScan.Batch;
import no.speil.library.scan.ChangeScan.DueDocument;
import no.speil.search.index.SectionIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the archive again and again in the background, so that edits made outside are found
 * without anybody asking for the document. Spends at most a thirtieth of a processor and a sixth of
 * the time at looking: it rests two seconds, or longer by what the last look took, and as long as
 * it read what had changed.
 */
public final class BackgroundSync implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundSync.class);
  private static final Duration SHORTEST_REST = Duration.ofSeconds(2);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
  private static final Duration INDEX_READ = Duration.ofSeconds(5);
  private static final int REST_FACTOR = 5;
  private static final int PROCESSOR_REST_FACTOR = 29;
  private static final int THREADS = 2;

  /** After so many documents, what has been read of a large archive is committed. */
  private static final int COMMIT_INTERVAL = 5_000;

  private final Archive archive;
  private final SectionIndex index;
  private final Catalogue catalogue;
  private final DocumentStore store;
  private final DeadLinks deadLinks;
  private final ModelTrainer trainer;
  private final IndexingListener listener;
  private final CountDownLatch known = new CountDownLatch(1);
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong done = new AtomicLong();
  private final TimeEstimate estimate = new TimeEstimate();
  private final Set<DocumentId> forgotten = new HashSet<>();
  private final Queue<Problem> unread = new ConcurrentLinkedQueue<>();
  private final Set<DocumentId> undecided = ConcurrentHashMap.newKeySet();
  private final long openedNanos = System.nanoTime();
  private final Thread thread;
  private volatile long total;
  private volatile long lookNanos;
  private volatile long lookProcessorNanos;
  private volatile List<Problem> problems = List.of();
  private List<Problem> dead = List.of();
  private volatile @Nullable Problem loss;
  private volatile boolean acceptsRemovals;
  private volatile @Nullable Long lookedNanos;

  public BackgroundSync(
      Archive archive,
      SectionIndex index,
      Catalogue catalogue,
      DocumentStore store,
      DeadLinks deadLinks,
      ModelTrainer trainer,
      IndexingListener listener) {
    this.archive = archive;
    this.index = index;
    this.catalogue = catalogue;
    this.store = store;
    this.deadLinks = deadLinks;
    this.trainer = trainer;
    this.listener = listener;
    this.thread = Thread.ofPlatform().daemon().name("background-sync").unstarted(this::rounds);
  }

  public void start() {
    thread.start();
  }

  /** Waits until every document that the index knows is in the catalogue. */
  public void awaitKnown() {
    await(known, Duration.ofDays(1));
  }

  /**
   * Lets those pass who need the catalogue, once it has every document that the index knows; just
   * after the opening it waits a moment.
   *
   * @throws IndexIncompleteException if it lacks some
   */
  public void requireKnown() {
    if (!await(known, INDEX_READ)) {
      throw new IndexIncompleteException(readiness());
    }
  }

  /** Waits, but never beyond so long after the opening. */
  private boolean await(CountDownLatch latch, Duration afterOpening) {
    long left = afterOpening.toNanos() - (System.nanoTime() - openedNanos);
    try {
      return latch.await(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return latch.getCount() == 0;
    }
  }

  /** Waits until the index is complete, or so long. */
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    return ready.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * How far the index is, after waiting for the first round, but never beyond the first two seconds
   * of all.
   */
  public Readiness awaitFirstLook() {
    if (!await(ready, FIRST_LOOK)) {
      LOG.debug("searching what has been indexed so far");
    }
    return readiness();
  }

  /**
   * Lets those pass who need all that the archive has; just after the opening it waits a moment.
   *
   * @throws IndexIncompleteException if only some of it is indexed
   */
  public void requireComplete() {
    require(Readiness::complete);
  }

  /**
   * Lets those pass who need to know every document there is, whether it is indexed or not.
   *
   * @throws IndexIncompleteException if the first round is not over
   */
  public void requireCounted() {
    require(Readiness::counted);
  }

  private void require(Predicate<Readiness> enough) {
    Readiness readiness = awaitFirstLook();
    if (!enough.test(readiness)) {
      throw new IndexIncompleteException(readiness);
    }
  }

  public Readiness readiness() {
    boolean counted = ready.getCount() == 0;
    if (counted && index.loss().isPresent()) {
      ModelTrainer.Refill refill = trainer.refill();
      return new Readiness(false, true, refill.done(), refill.total(), refill.remaining());
    }
    return new Readiness(counted, counted, done.get(), total, estimate.remaining());
  }

  /** What the last walk met. */
  public List<Problem> problems() {
    return problems;
  }

  private void rounds() {
    readIndex();
    try {
      boolean closed = isClosing();
      while (!closed) {
        boolean first = ready.getCount() > 0;
        long start = System.nanoTime();
        round();
        long reading = first ? 0 : System.nanoTime() - start - lookNanos;
        closed = closing.await(rest(lookNanos, lookProcessorNanos, reading), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the documents' summaries from the index; what fails there is read from the files. */
  private void readIndex() {
    try {
      index.lookUp(
          lookup ->
              lookup.summaries(
                  (id, summary) -> {
                    if (!isClosing()) {
                      DocumentSummaryCodec.read(summary).ifPresent(catalogue::put);
                    }
                  }));
    } catch (RuntimeException e) {
      LOG.warn("what the index knows cannot be read, so the files are: {}", e.getMessage());
    } finally {
      known.countDown();
    }
  }

  /**
   * How long to rest until the next round. All in nanoseconds.
   *
   * @param look how long the last walk through the folders took
   * @param processor the processor time of that walk
   * @param reading how long it took to read what had changed; 0 after the first round, which reads
   *     all and says nothing of the next
   */
  static long rest(long look, long processor, long reading) {
    long looking = Math.max(REST_FACTOR * look, PROCESSOR_REST_FACTOR * processor);
    return Math.max(SHORTEST_REST.toNanos(), looking + reading);
  }

  /** Of this thread; 0 in the first round, which is slower than others. */
  private long processorNanos() {
    return ready.getCount() > 0 ? 0 : ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void round() {
    try {
      look();
    } catch (UncheckedIOException e) {
      LOG.warn("looking through the archive failed; it is tried again: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("looking through the archive failed; it is tried again", e);
    }
  }

  /** Looks for changed files now and reads them, instead of when the next look is due. */
  public synchronized void look() {
    unread.clear();
    boolean mayIndex = mayIndex();
    boolean accepts = acceptsRemovals;
    var changeScan = new ChangeScan(archive, catalogue);
    ChangeScan.Changes changes = changes(changeScan);
    if (isLost(changes, accepts)) {
      ready.countDown(); // what is known stays as it is, and is all that can be had
      return;
    }
    if (mayIndex) {
      trainer.begin(changeScan::documents, changes.originalsSize());
    }
    forget(changes.vanished());
    readAgain(changes);
    store.moves().follow();
    store.keepWordings();
    if (!isClosing()) {
      dead = deadLinks.of(changes.otherFiles(), ready.getCount() == 0);
      problems = problems(changes);
      if (mayIndex) {
        index.commit(unread.isEmpty());
        trainer.look(changes.originalsSize(), changes.vanished());
      }
      problems = problems(changes);
      ready.countDown();
      lookedNanos = System.nanoTime();
    }
  }

  /** How long ago the last look through all files ended; empty where none has. */
  public Optional<Duration> sinceLook() {
    return Optional.ofNullable(lookedNanos).map(then -> Duration.ofNanos(System.nanoTime() - then));
  }

  /** Whether no other process has taken over the archive, and with it the index. */
  private boolean mayIndex() {
    return archive.readOnly() || archive.isWritable();
  }

  /**
   * Takes notice of a folder that has lost nearly everything at once: its files may be back soon,
   * so nothing is forgotten, and nothing written.
   */
  private boolean isLost(ChangeScan.Changes changes, boolean accepts) {
    Problem now = accepts ? null : changes.loss().orElse(null);
    for (ChangeScan.FolderCount folder : changes.folders()) {
      boolean isWithheld = now != null && folder.isNearlyAllGone();
      archive.expect(folder.side(), isWithheld ? folder.known() : folder.left(), isWithheld);
    }
    if (now != null && loss == null) {
      LOG.warn(
          "Nearly everything in {}/ is gone. It is kept until the files are back. If you have"
              + " removed them, say so on the page Problems, or stop Speil and run index"
              + " --accept-removals.",
          now.file());
    } else if (now == null && loss != null && !accepts) {
      LOG.info("The files are back.");
    }
    loss = now;
    if (now != null) {
      problems = List.of(now);
    } else if (accepts) {
      acceptsRemovals = false;
    }
    return now != null;
  }

  /** Says that nearly everything is gone at once and is kept; empty where that is not so. */
  public Optional<Problem> loss() {
    return Optional.ofNullable(loss);
  }

  /** Takes what the next look finds missing for removed on purpose, however much it is. */
  public void acceptRemovals() {
    acceptsRemovals = true;
  }

  private ChangeScan.Changes changes(ChangeScan changeScan) {
    long start = System.nanoTime();
    long processorStart = processorNanos();
    ChangeScan.Changes changes = changeScan.changes();
    lookNanos = System.nanoTime() - start;
    lookProcessorNanos = processorNanos() - processorStart;
    return changes;
  }

  private List<Problem> problems(ChangeScan.Changes changes) {
    return Stream.of(
            changes.problems(),
            unread,
            dead,
            trainer.problems(),
            store.leftRecords(changes.vanished()),
            store.moves().questions())
        .flatMap(Collection::stream)
        .toList();
  }

  private void readAgain(ChangeScan.Changes changes) {
    List<DueDocument> due = changes.due();
    done.set(0);
    total = due.size();
    estimate.start(due.stream().mapToLong(DueDocument::effort).sum(), System.nanoTime());
    undecided.clear();
    readInParallel(changes.due(Batch.LEFT_BEHIND), Assignment.FIRST);
    readInParallel(changes.due(Batch.WITH_RECORD), Assignment.FIRST);
    var unsettled = new HashSet<>(undecided);
    unsettled.addAll(forgotten);
    changes.due(Batch.LEFT_BEHIND).forEach(left -> unsettled.add(left.id()));
    store.records().expect(unsettled);
    readInParallel(changes.due(Batch.WITHOUT_RECORD), Assignment.NEW);
    readUndecided(due);
    readInParallel(changes.due(Batch.OTHERS), Assignment.NEW);
    readUndecided(due);
    index.refresh();
  }

  /**
   * Those whose records may fit now as the others; the rest one by one, for they may move records.
   * While the index is not complete, only a moved record can fit better than before.
   */
  private void readUndecided(List<DueDocument> due) {
    index.refresh();
    Set<DocumentId> moved = store.records().assign(undecided);
    Predicate<DocumentId> mayFit = index.complete() ? archive::hasRecord : moved::contains;
    readInParallel(
        undecided(due).filter(each -> mayFit.test(each.id())).toList(), Assignment.FIRST);
    undecided(due)
        .sorted(Comparator.comparing(each -> !archive.hasRecord(each.id()))) // their ids first
        .forEach(each -> read(each, Assignment.LAST));
    undecided.clear();
  }

  private Stream<DueDocument> undecided(List<DueDocument> due) {
    return due.stream().filter(each -> undecided.contains(each.id()));
  }

  private void readInParallel(List<DueDocument> due, Assignment assignment) {
    index.refresh(); // what is read in one turn is found by the next
    var taken = new AtomicLong();
    try (ExecutorService readers = Executors.newFixedThreadPool(THREADS)) {
      due.stream()
          .map(each -> CompletableFuture.runAsync(() -> read(each, assignment, taken), readers))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  private void read(DueDocument document, Assignment assignment, AtomicLong taken) {
    if (!isClosing()) {
      read(document, assignment);
      if (taken.incrementAndGet() % COMMIT_INTERVAL == 0 && mayIndex()) {
        index.commit(index.complete());
      }
    }
  }

  private void read(DueDocument document, Assignment assignment) {
    try {
      reread(document.id(), document.translationPath(), assignment);
    } catch (RuntimeException e) {
      LOG.error("reading {} failed; it is tried again", document.id(), e);
    }
    if (!undecided.contains(document.id())) {
      estimate.advance(document.effort(), System.nanoTime());
      listener.progress(done.incrementAndGet(), total, estimate.remaining());
    }
  }

  /** Sees to it that the sections of documents that are gone are still answered for. */
  private void forget(List<DocumentId> vanished) {
    forgotten.retainAll(Set.copyOf(vanished));
    for (DocumentId id : vanished) {
      if (forgotten.add(id) && !reread(id, Archive.translationPath(id), Assignment.LAST)) {
        forgotten.remove(id);
      }
    }
  }

  /**
   * Reads a document again; where the system does not give its files, it stays as it was known.
   *
   * @return whether it was read
   */
  private boolean reread(DocumentId id, String translationPath, Assignment assignment) {
    try {
      if (store.reread(id, translationPath, assignment)) {
        undecided.remove(id);
      } else {
        undecided.add(id);
      }
      return true;
    } catch (ActionRefusedException.DocumentFailed e) {
      LOG.debug("{} is left out", id, e); // it is a problem, and the log has it
      return true;
    } catch (FileAccessException e) {
      unread.add(SideFileReader.unreadable(e));
      return false;
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Ends the rounds. Never interrupts: an interrupted index closes its files at once. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    index.commit(ready.getCount() == 0);
  }

  /** Is told how the reading of changed files goes on, from several threads. */
  @FunctionalInterface
  public interface IndexingListener {
    /** Nobody wants to know. */
    IndexingListener NONE = (done, total, remaining) -> {};

    /**
     * One more document has been looked at.
     *
     * @param done documents looked at
     * @param total documents to look at in this run
     * @param remaining how long the others will take; null if that is not known
     */
    void progress(long done, long total, @Nullable Duration remaining);
  }
}
