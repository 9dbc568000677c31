package no.speil.library.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile.Role;
import no.speil.archive.FileAccessException;
import no.speil.archive.FileStamp;
import no.speil.archive.RecordFile;
import no.speil.archive.WriterLockLostException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.DocumentFailure;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.FileStates;
import no.speil.library.catalogue.FileStates.Stamps;
import no.speil.library.documents.RecordStore.Assignment;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.RenameEvent;
import no.speil.record.TextHistory;
import no.speil.record.TextSnapshot;
import no.speil.search.DocumentTrace;
import no.speil.search.Hit;
import no.speil.search.IndexedDocument;
import no.speil.search.IndexedSection;
import no.speil.search.SectionText;
import no.speil.search.execute.SectionIterator;
import no.speil.search.index.SectionIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where documents are fetched and put back: files first, then memory, then index. Whoever fetches a
 * document gets it as its files are at that moment. The one place where a document is loaded: what
 * fails there is that document's problem, and nothing else's.
 */
public final class DocumentStore {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);
  private static final long CACHE_CAPACITY = 12L << 20;

  private final Archive archive;
  private final SectionIndex index;
  private final Catalogue catalogue;
  private final DocumentLoader loader;
  private final RecordStore records;
  private final DocumentCache cache;
  private final DocumentLocks locks;
  private final WordingStore wordings;
  private final SectionMoves moves;
  private final EarlierTranslations earlier;
  private final Map<DocumentId, Problem> left;
  private final Clock clock;
  private final Predicate<LiveDocument> shown;
  private volatile BiConsumer<LiveDocument, List<Event>> watcher = (before, events) -> {};

  public DocumentStore(
      Archive archive,
      SectionIndex index,
      Catalogue catalogue,
      Clock clock,
      LayoutEngines engines) {
    this.archive = archive;
    this.index = index;
    this.cache = new DocumentCache(CACHE_CAPACITY);
    this.locks = new DocumentLocks();
    this.left = new ConcurrentHashMap<>();
    this.shown = document -> true;
    this.catalogue = catalogue;
    this.clock = clock;
    this.records = new RecordStore(archive, clock, new IndexedFingerprints(index), locks);
    this.loader = new DocumentLoader(archive, catalogue, engines, records);
    this.wordings = new WordingStore(archive, index, records);
    this.moves = new SectionMoves(archive, this, new IndexedFingerprints(index));
    this.earlier = new EarlierTranslations(archive, this, new IndexedFingerprints(index));
  }

  private DocumentStore(DocumentStore whole, Predicate<LiveDocument> shown) {
    this.archive = whole.archive;
    this.index = whole.index;
    this.catalogue = whole.catalogue;
    this.loader = whole.loader;
    this.records = whole.records;
    this.cache = whole.cache;
    this.locks = whole.locks;
    this.wordings = whole.wordings;
    this.moves = whole.moves;
    this.earlier = whole.earlier;
    this.left = whole.left;
    this.clock = whole.clock;
    this.shown = shown;
  }

  /** The same for reading, in which only these documents are found. */
  public DocumentStore only(Predicate<LiveDocument> shown) {
    return new DocumentStore(this, shown);
  }

  /** Whether a document is there, and not found. */
  public boolean hides(DocumentId id) {
    return locks.with(id, () -> findLocked(id)).filter(shown.negate()).isPresent();
  }

  public DocumentLocks locks() {
    return locks;
  }

  /**
   * Tells, from then on, of everything that is written to a document: the document as it was, and
   * the events. Called under the document's lock, so it must not wait.
   */
  public void watch(BiConsumer<LiveDocument, List<Event>> watcher) {
    this.watcher = watcher;
  }

  /**
   * The document as its files are now; what has changed is found by searches from then on.
   *
   * @throws ActionRefusedException.DocumentFailed if it is there and cannot be loaded, which is
   *     then a problem
   * @throws FileAccessException if the system does not give one of its files
   */
  public Optional<LiveDocument> find(DocumentId id) {
    return locks.with(id, () -> findLocked(id)).filter(shown);
  }

  /** The same for somebody who writes to it: what a checkout has left to be done is done first. */
  public Optional<LiveDocument> findToAct(DocumentId id) {
    Optional<LiveDocument> found = find(id);
    boolean isHeld =
        found
            .filter(held -> !held.record().writable())
            .filter(held -> archive.areCheckedOut(held.fileStates().stamps()))
            .isPresent();
    if (!isHeld) {
      return found;
    }
    reread(id, translationPath(id), Assignment.ACTED);
    index.refresh();
    return find(id);
  }

  /** The same for lists, which go on without a document that cannot be loaded. */
  public Optional<LiveDocument> findLoadable(DocumentId id) {
    try {
      return find(id);
    } catch (ActionRefusedException.DocumentFailed | FileAccessException e) {
      return Optional.empty();
    }
  }

  /** A section that a search has found, as it is now; none if it is gone or cannot be loaded. */
  public Optional<LiveSection> live(DocumentId id, SectionId section) {
    return findLoadable(id)
        .flatMap(document -> document.section(section).map(it -> new LiveSection(document, it)));
  }

  /**
   * All that a search has found, as they are now: the documents as they were found, and the
   * sections of each in its order.
   */
  public Stream<LiveSection> live(Stream<Hit> found) {
    Map<DocumentId, Set<SectionId>> wanted =
        found.collect(
            groupingBy(
                hit -> hit.documentRef().document(),
                LinkedHashMap::new,
                mapping(Hit::section, toSet())));
    return wanted.entrySet().stream()
        .flatMap(
            each ->
                findLoadable(each.getKey()).stream().flatMap(it -> it.sections(each.getValue())));
  }

  /** The sections that a document would have with another text on a side. Nothing is written. */
  public List<Section> sectionsWith(LiveDocument document, Side side, DocumentText text) {
    return loader.sectionsWith(document, side, text);
  }

  private Optional<LiveDocument> findLocked(DocumentId id) {
    Optional<LiveDocument> cached = cache.get(id);
    String path = translationPath(id);
    if (cached.isPresent()
        && cached.get().translationPath().equals(path)
        && guarded(id, path, () -> cached.get().fileStates().areProvenBy(stamps(id, path)))) {
      return cached;
    }
    Optional<LiveDocument> loaded = load(id, path, Assignment.ASKED);
    if (loaded.isEmpty()) {
      if (catalogue.knows(id)) {
        drop(id);
        index.refresh();
      }
      return loaded;
    }
    LiveDocument now = loaded.get();
    FileStates read = now.fileStates();
    if (catalogue.summary(id).stream().noneMatch(known -> known.fileStates().haveBytesOf(read))) {
      index.refresh(); // what was shown until now may have been indexed just before
      now = publish(now, cached.orElse(null), false);
      index.refresh();
    }
    catalogue.recover(id);
    cache.put(now);
    return Optional.of(now);
  }

  /** What the index has of texts and records; nothing where it is lost. */
  private record IndexedFingerprints(SectionIndex index) implements FingerprintIndex {
    @Override
    public List<DocumentId> alike(List<TextHash> blocks, int least, int most) {
      try {
        return index.lookUp(lookup -> lookup.withFingerprints(blocks, least, most));
      } catch (UncheckedIOException e) {
        LOG.debug("the index cannot be read", e); // it says that it is lost
        return List.of();
      }
    }

    @Override
    public boolean isComplete() {
      return index.complete();
    }
  }

  /**
   * Reads a document's files again, for the index; searches find the change after the next refresh.
   *
   * @param translationPath below {@code translations/}
   * @return false if it has to be read in the last turn
   */
  public boolean reread(DocumentId id, String translationPath, Assignment assignment) {
    return locks.with(
        id,
        () -> {
          try {
            load(id, translationPath, assignment)
                .ifPresentOrElse(
                    loaded -> {
                      LiveDocument before = cache.get(id).orElse(null);
                      cache.remove(id);
                      publish(loaded, before, false);
                    },
                    () -> drop(id));
            return true;
          } catch (RecordStore.UndecidedException | DocumentLocks.BusyException e) {
            if (!catalogue.knows(id)) {
              remains(id).ifPresent(left -> putRemains(id, left));
            }
            return false;
          }
        });
  }

  /**
   * Writes down the last wording of what has been missing since an earlier call: sides, and whole
   * documents.
   */
  public void keepWordings() {
    for (DocumentId id : wordings.due()) {
      try {
        if (locks.with(id, () -> keptLocked(id)).isEmpty()) {
          settle(id);
        }
      } catch (DocumentLocks.BusyException e) {
        wordings.hold(id);
      } catch (ActionRefusedException.DocumentFailed | FileAccessException e) {
        LOG.debug("the last wording of {} is not kept yet", id, e); // reading it says why
      }
    }
  }

  /** Which record is whose. */
  public RecordStore records() {
    return records;
  }

  /** Translations that records know of originals of former days. */
  public EarlierTranslations earlier() {
    return earlier;
  }

  /** Sections that follow their texts into other documents. */
  public SectionMoves moves() {
    return moves;
  }

  /**
   * Records with somebody's work that have been without their documents since an earlier look.
   *
   * @param vanished the documents of which only the record is left now
   */
  public List<Problem> leftRecords(Collection<DocumentId> vanished) {
    left.keySet().retainAll(Set.copyOf(vanished));
    return List.copyOf(left.values());
  }

  /**
   * Hands the record of a document that is gone to another; to itself where it is to be left, and
   * is no problem from then on.
   */
  public void giveRecord(RenameEvent rename) {
    DocumentId to = rename.document();
    if (!rename.formerly().equals(to) && find(to).isEmpty()) {
      throw new ActionRefusedException.UnknownDocument(to);
    }
    records.give(rename);
    left.remove(rename.formerly());
    forget(rename.formerly());
  }

  /** Takes back the last rename of a document, as of a record that was given to it. */
  public void undoRename(DocumentId id, EventSignature signature) {
    for (DocumentId each : records.undo(id, signature)) {
      reread(each, translationPath(each), Assignment.OWN);
    }
    index.refresh();
  }

  /** Lets a text that fits another record have the one that lies beside it. */
  public void keepRecord(DocumentId id) {
    reread(id, translationPath(id), Assignment.OWN);
    index.refresh();
  }

  /** Looks for the document, or for the documents of the sections, of a record without one. */
  private void settle(DocumentId id) {
    Optional<Problem> problem = locks.with(id, () -> records.settle(id));
    if (problem.isPresent() && !records.isCopied(id) && moves.followGone(id)) {
      problem = locks.with(id, () -> records.settle(id));
    }
    left.remove(id);
    problem.ifPresent(each -> left.put(id, each));
    forget(id);
  }

  private Optional<LiveDocument> keptLocked(DocumentId id) {
    Optional<LiveDocument> loaded = findLocked(id);
    if (loaded.isEmpty()) {
      wordings.keepRemains(id);
      return loaded;
    }
    index.refresh();
    cache.put(publish(loaded.get(), null, true));
    return loaded;
  }

  /**
   * Puts a document, as its files are now, into the generation of the index that is being filled.
   */
  public void refill(DocumentId id) {
    locks.run(
        id,
        () -> {
          try {
            Optional<LiveDocument> found = findLocked(id);
            found.ifPresentOrElse(
                loaded -> enter(loaded, wordings.shown(loaded, null), index::fill),
                () -> remains(id).ifPresent(left -> fillRemains(id, left)));
          } catch (ActionRefusedException.DocumentFailed | FileAccessException e) {
            fillRemains(id, left(id));
          }
        });
  }

  private void fillRemains(DocumentId id, DocumentTrace left) {
    index.fill(IndexMapper.remains(id), List.of(), left);
  }

  private Optional<LiveDocument> load(DocumentId id, String path, Assignment assignment) {
    DocumentFailure known = catalogue.failure(id).orElse(null);
    if (known != null && known.isProvenBy(stamps(id, path))) {
      throw new ActionRefusedException.DocumentFailed(known);
    }
    return guarded(id, path, () -> loader.load(id, path, assignment));
  }

  private <T> T guarded(LiveDocument loaded, Supplier<T> work) {
    return guarded(loaded.id(), loaded.translationPath(), work);
  }

  /** Whatever fails is that document's own: it is noted, and told to who asks for the document. */
  private <T> T guarded(DocumentId id, String path, Supplier<T> work) {
    try {
      return work.get();
    } catch (ActionRefusedException
        | UncheckedIOException
        | DocumentLocks.BusyException
        | RecordStore.UndecidedException
        | WriterLockLostException e) {
      throw e; // not the document's fault, and perhaps soon over
    } catch (RuntimeException | StackOverflowError e) {
      throw new ActionRefusedException.DocumentFailed(failed(id, path, e));
    }
  }

  private DocumentFailure failed(DocumentId id, String path, Throwable cause) {
    String file = archive.hasOriginal(id) ? "archive/" + id + ".md" : "translations/" + path;
    DocumentFailure known = catalogue.failure(id).orElse(null);
    var failure =
        DocumentFailure.of(id, file, stampsOrNull(id, path), clock.millis(), cause, known);
    cache.remove(id);
    catalogue.remove(id);
    catalogue.fail(failure);
    putRemains(id, left(id));
    index.refresh();
    return failure;
  }

  private @Nullable Stamps stampsOrNull(DocumentId id, String path) {
    try {
      return stamps(id, path);
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  /** The ids that the document's sections are known by, so that their addresses still lead here. */
  private DocumentTrace left(DocumentId id) {
    DocumentTrace remembered = remains(id).orElse(DocumentTrace.NONE);
    Set<SectionId> ids = new HashSet<>(remembered.gone());
    try (SectionIterator indexed = index.search(searcher -> searcher.all(id))) {
      indexed.forEachRemaining(section -> ids.add(section.section()));
    }
    return new DocumentTrace(List.copyOf(ids), remembered.fingerprints(), wordings.indexed(id));
  }

  /** Writes events to a document's record, then to memory, then to the index. */
  public LiveDocument append(LiveDocument before, List<Event> events) {
    DocumentId id = before.id();
    FileStamp stamp = archive.append(id, before.withLayout(events), true);
    watcher.accept(before, events);
    boolean isTorn = before.record().isTorn(); // and cut: what is odd about it is read again
    if (isTorn || events.stream().anyMatch(LayoutEvent.class::isInstance)) {
      cache.remove(id);
      return reloaded(id);
    }
    return written(
        () ->
            guarded(
                before,
                () -> {
                  LiveDocument after = loader.after(before, events, stamp);
                  patch(after, events);
                  cache.put(after);
                  return after;
                }));
  }

  private LiveDocument reloaded(DocumentId id) {
    return written(
        () ->
            findLocked(id)
                .orElseThrow( // somebody has deleted it since the action was written
                    () ->
                        new UncheckedIOException(
                            id + " is gone while it is acted on",
                            new NoSuchFileException(id.value()))));
  }

  /** Does what is to be done when an action is in the files: whatever fails, they are changed. */
  private static LiveDocument written(Supplier<LiveDocument> afterwards) {
    try {
      return afterwards.get();
    } catch (UncheckedIOException | WriterLockLostException e) {
      throw new ActionRefusedException.StorageUncertain(e);
    }
  }

  private void patch(LiveDocument after, List<Event> events) {
    DocumentSummary documentSummary = SummaryMapper.of(after);
    catalogue.put(documentSummary);
    List<SectionId> concerned =
        events.stream().flatMap(event -> event.concerns().stream()).distinct().toList();
    index.patch(
        IndexMapper.document(after, documentSummary),
        IndexMapper.sections(
            after, section -> concerned.contains(section.id()) || section.isTitle()));
    index.refresh();
  }

  /** Writes an edit, to the record and to the text, and reads the document again with it. */
  public LiveDocument save(LiveDocument before, List<Event> events, String translation) {
    DocumentId id = before.id();
    cache.remove(id);
    archive.save(id, before.withLayout(events), before.translationPath(), translation);
    watcher.accept(before, events);
    return reloaded(id);
  }

  /** Writes an event to the record of a document that is gone. */
  void appendToRemains(DocumentId id, Event event) {
    archive.append(id, List.of(event), true);
    remains(id).ifPresent(left -> putRemains(id, left));
    index.refresh();
  }

  private void putRemains(DocumentId id, DocumentTrace left) {
    index.put(IndexMapper.remains(id), List.of(), left);
  }

  /**
   * Puts a document into catalogue and index, after what it no longer says is written down.
   *
   * @param before the document as it was in memory, or null
   * @param all whether the last texts of a missing side are written down too
   */
  private LiveDocument publish(LiveDocument read, @Nullable LiveDocument before, boolean all) {
    List<SectionText> shown = wordings.shown(read, before);
    moves.note(read);
    LiveDocument kept = wordings.keep(read, shown, all);
    LiveDocument loaded =
        kept.fileStates().equals(read.fileStates()) ? read : loader.judgedAgain(kept);
    catalogue.put(enter(loaded, shown, index::put));
    loaded.record().formerNames().forEach(this::forget);
    return loaded;
  }

  /** One of the index's two ways to take a document in. */
  private interface Entering {
    void enter(IndexedDocument document, List<IndexedSection> sections, DocumentTrace trace);
  }

  private DocumentSummary enter(LiveDocument loaded, List<SectionText> shown, Entering into) {
    return guarded(
        loaded,
        () -> {
          DocumentSummary summary = SummaryMapper.of(loaded);
          into.enter(
              IndexMapper.document(loaded, summary),
              IndexMapper.sections(loaded, section -> true),
              trace(loaded, shown));
          return summary;
        });
  }

  /** Forgets what was known of a document under the name that it had before. */
  private void forget(DocumentId formerName) {
    if (!archive.hasOriginal(formerName) && !archive.hasRecord(formerName)) {
      cache.remove(formerName);
      catalogue.remove(formerName);
      index.remove(formerName);
    }
  }

  private DocumentTrace trace(LiveDocument loaded, List<SectionText> shown) {
    var gone = new HashSet<>(loaded.recordState().held());
    loaded.sections().forEach(tracked -> gone.remove(tracked.section().id()));
    Set<TextHash> fingerprints =
        DocumentFingerprint.of(List.of(loaded.id()), loaded.recordState().layout()).all();
    // the record of a new document, which may be written, says what its texts say
    boolean isUnread = loaded.record().file() == null && !loaded.record().writable();
    if (loaded.unwritten() != null || isUnread) { // it may remember more
      fingerprints.addAll(DocumentFingerprint.of(archive.record(loaded.id())).all());
    }
    fingerprints.addAll(SectionMoves.fingerprints(loaded));
    fingerprints.addAll(EarlierTranslations.fingerprints(loaded.recordState(), loaded.byId()));
    return new DocumentTrace(
        List.copyOf(gone), List.copyOf(fingerprints), wordings.texts(loaded, shown));
  }

  /** Forgets a document whose texts are gone; its record still answers for its sections. */
  private void drop(DocumentId id) {
    Optional<DocumentTrace> remains = remains(id); // before anything is forgotten: it may fail
    cache.remove(id);
    catalogue.remove(id);
    index.remove(id);
    remains.ifPresent(
        left -> {
          putRemains(id, left);
          wordings.hold(id);
        });
  }

  /** Former texts of a document that its record may lack. */
  public List<SectionText> formerTexts(DocumentId id) {
    return wordings.indexed(id);
  }

  /** What texts a section has had, by these events of its record and what that may lack. */
  public TextHistory textHistory(DocumentId id, SectionId section, List<Event> events) {
    var history = new TextHistory(section, events);
    formerTexts(id).stream()
        .filter(text -> text.section().equals(section))
        .forEach(text -> history.add(text.side(), new TextSnapshot(text.hash(), text.markdown())));
    return history;
  }

  /** What the record of a document tells whose texts are gone; empty where there is no record. */
  private Optional<DocumentTrace> remains(DocumentId id) {
    try {
      RecordFile record = archive.record(id);
      if (record.file() == null) {
        return Optional.empty();
      }
      var fingerprints = new ArrayList<>(DocumentFingerprint.of(record).all());
      fingerprints.addAll(EarlierTranslations.fingerprints(record.state(), Map.of()));
      return Optional.of(
          new DocumentTrace(
              List.copyOf(record.state().held()), fingerprints, wordings.indexed(id)));
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.debug("the record of {} tells nothing", id, e); // loading it lists the problem
      return Optional.empty();
    }
  }

  /** Where the document's translation lies, or would lie, below {@code translations/}. */
  public String translationPath(DocumentId id) {
    return catalogue
        .summary(id)
        .map(DocumentSummary::translationPath)
        .orElseGet(() -> Archive.translationPath(id));
  }

  private Stamps stamps(DocumentId id, String translationPath) {
    return new Stamps(
        archive.stamp(Role.ORIGINAL, Archive.path(Role.ORIGINAL, id)).orElse(null),
        archive.stamp(Role.TRANSLATION, translationPath).orElse(null),
        archive.stamp(Role.RECORD, Archive.path(Role.RECORD, id)).orElse(null));
  }
}
