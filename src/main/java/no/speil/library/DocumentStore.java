package no.speil.library;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile;
import no.speil.archive.FileStamp;
import no.speil.archive.RecordFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.FileStates.Stamps;
import no.speil.search.DocumentTrace;
import no.speil.search.IndexedSection.Role;
import no.speil.search.index.SectionIndex;
import no.speil.tracking.Event;
import no.speil.tracking.RecordState;

/**
 * Where documents are fetched and put back: files first, then memory, then index. Whoever fetches a
 * document gets it as its files are at that moment.
 */
final class DocumentStore {
  private static final long SHELF_CAPACITY = 12L << 20;

  private final Archive archive;
  private final SectionIndex index;
  private final Catalogue catalogue;
  private final DocumentLoader loader;
  private final DocumentCache documentCache = new DocumentCache(SHELF_CAPACITY);
  private final DocumentLocks locks = new DocumentLocks();

  DocumentStore(
      Archive archive,
      SectionIndex index,
      Catalogue catalogue,
      Clock clock,
      LayoutEngines layoutEngines) {
    this.archive = archive;
    this.index = index;
    this.catalogue = catalogue;
    var renameDetector = new RenameDetector(archive, index::alike);
    this.loader =
        new DocumentLoader(
            archive,
            catalogue,
            layoutEngines,
            new RecordStore(archive, clock, renameDetector, locks));
  }

  DocumentLocks locks() {
    return locks;
  }

  /** The document as its files are now; what has changed is found by searches from then on. */
  Optional<LoadedDocument> fetch(DocumentId id) {
    return locks.with(id, () -> fetchLocked(id));
  }

  private Optional<LoadedDocument> fetchLocked(DocumentId id) {
    Optional<LoadedDocument> shelved = documentCache.get(id);
    String path = translationPath(id);
    if (shelved.isPresent()
        && shelved.get().translationPath().equals(path)
        && shelved.get().fileStates().areProvenBy(stamps(id, path))) {
      return shelved;
    }
    Optional<LoadedDocument> loaded = loader.load(id, path);
    if (loaded.isEmpty()) {
      if (catalogue.card(id).isPresent()) {
        drop(id);
        index.refresh();
      }
      return loaded;
    }
    documentCache.put(loaded.get());
    if (isNews(loaded.get())) {
      publish(loaded.get());
      index.refresh();
    }
    return loaded;
  }

  /**
   * Reads a document's files again, for the index; searches find the change after the next refresh.
   *
   * @param translationPath below {@code translations/}
   */
  void reread(DocumentId id, String translationPath) {
    locks.with(
        id,
        () -> {
          Optional<LoadedDocument> loaded = loader.load(id, translationPath);
          if (loaded.isEmpty()) {
            drop(id);
          } else {
            documentCache.remove(id);
            publish(loaded.get());
          }
          return loaded;
        });
  }

  /**
   * Puts a document, as its files are now, into the generation of the index that is being filled.
   */
  void refill(DocumentId id) {
    locks.with(
        id,
        () -> {
          Optional<LoadedDocument> loaded = fetchLocked(id);
          if (loaded.isPresent()) {
            LoadedDocument there = loaded.get();
            index.fill(
                IndexMapper.document(there.live(), DocumentSummary.of(there)),
                IndexMapper.sections(there),
                footprint(there));
          } else {
            remains(id).ifPresent(left -> index.fill(IndexMapper.remains(id), List.of(), left));
          }
          return loaded;
        });
  }

  /** Writes events to a document's record, then to memory, then to the index. */
  LoadedDocument append(LoadedDocument before, List<Event> events) {
    DocumentId id = before.live().id();
    FileStamp stamp = archive.append(id, before.withLayout(events), true);
    if (!before.record().problems().isEmpty()) {
      documentCache.remove(id); // a torn line was cut: what is odd about the record is read again
      return fetchLocked(id)
          .orElseThrow(() -> new IllegalStateException(id + " is gone while it is acted on"));
    }
    LoadedDocument after = loader.after(before, events, stamp);
    documentCache.put(after);
    DocumentSummary documentSummary = DocumentSummary.of(after);
    catalogue.put(documentSummary);
    List<SectionId> concerned =
        events.stream().flatMap(event -> event.concerns().stream()).distinct().toList();
    index.patch(
        IndexMapper.document(after.live(), documentSummary),
        IndexMapper.sections(after).stream()
            .filter(
                section -> concerned.contains(section.id()) || section.place().role() == Role.TITLE)
            .toList());
    index.refresh();
    return after;
  }

  /** Writes an edit, to the record and to the text, and reads the document again with it. */
  LoadedDocument save(LoadedDocument before, List<Event> events, String translation) {
    DocumentId id = before.live().id();
    documentCache.remove(id);
    archive.save(id, before.withLayout(events), before.translationPath(), translation);
    return fetchLocked(id)
        .orElseThrow(() -> new IllegalStateException(id + " is gone while it is being saved"));
  }

  /** Writes an event that changes the layout, and reads the document again with it. */
  LoadedDocument relay(LoadedDocument before, Event event) {
    DocumentId id = before.live().id();
    archive.append(id, before.withLayout(List.of(event)), true);
    documentCache.remove(id);
    return fetchLocked(id)
        .orElseThrow(() -> new IllegalStateException(id + " is gone while it is aligned"));
  }

  private void publish(LoadedDocument loaded) {
    DocumentSummary documentSummary = DocumentSummary.of(loaded);
    LiveDocument live = loaded.live();
    index.put(
        IndexMapper.document(live, documentSummary),
        IndexMapper.sections(loaded),
        footprint(loaded));
    catalogue.put(documentSummary);
    loaded.record().formerNames().forEach(this::forget);
  }

  private DocumentFingerprint prints(LoadedDocument loaded) {
    LiveDocument live = loaded.live();
    SideFile original = live.original();
    if (original == null && loaded.record().file() == null) {
      return new DocumentFingerprint(Set.of());
    }
    return original == null
        ? DocumentFingerprint.of(
            RecordState.fold(archive.record(live.id()).events()).layout()) // as last written
        : DocumentFingerprint.of(original.text());
  }

  /** Forgets what was known of a document under the name that it had before. */
  private void forget(DocumentId formerName) {
    if (catalogue.card(formerName).isPresent()
        && !archive.hasOriginal(formerName)
        && !archive.hasRecord(formerName)) {
      documentCache.remove(formerName);
      catalogue.remove(formerName);
      index.remove(formerName);
    }
  }

  private DocumentTrace footprint(LoadedDocument loaded) {
    var gone = new HashSet<>(loaded.recordState().held());
    loaded.live().sections().forEach(tracked -> gone.remove(tracked.section().id()));
    return new DocumentTrace(List.copyOf(gone), prints(loaded).sample());
  }

  /** Forgets a document whose texts are gone; its record still answers for its sections. */
  private void drop(DocumentId id) {
    Optional<DocumentTrace> remains = remains(id); // before anything is forgotten: it may fail
    documentCache.remove(id);
    catalogue.remove(id);
    index.remove(id);
    remains.ifPresent(left -> index.put(IndexMapper.remains(id), List.of(), left));
  }

  /** What the record of a document tells whose texts are gone; empty where there is no record. */
  private Optional<DocumentTrace> remains(DocumentId id) {
    RecordFile record = archive.record(id);
    if (record.file() == null) {
      return Optional.empty();
    }
    RecordState recordState = RecordState.fold(record.events());
    return Optional.of(
        new DocumentTrace(
            List.copyOf(recordState.held()),
            DocumentFingerprint.of(recordState.layout()).sample()));
  }

  private boolean isNews(LoadedDocument loaded) {
    return catalogue
        .card(loaded.live().id())
        .map(documentSummary -> !documentSummary.fileStates().haveBytesOf(loaded.fileStates()))
        .orElse(true);
  }

  private String translationPath(DocumentId id) {
    return catalogue
        .card(id)
        .map(DocumentSummary::translationPath)
        .orElseGet(() -> Archive.translationPath(id));
  }

  private Stamps stamps(DocumentId id, String translationPath) {
    return new Stamps(
        archive.stamp(ArchiveFile.Role.ORIGINAL, Archive.path(ArchiveFile.Role.ORIGINAL, id)),
        archive.stamp(ArchiveFile.Role.TRANSLATION, translationPath),
        archive.stamp(ArchiveFile.Role.RECORD, Archive.path(ArchiveFile.Role.RECORD, id)));
  }
}
