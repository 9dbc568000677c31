package no.speil.library.search;

import java.util.List;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.RecordFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SectionLocation;
import no.speil.library.sync.BackgroundSync;
import no.speil.library.sync.IndexIncompleteException;
import no.speil.record.BlockTexts;
import no.speil.record.DocumentRevision;
import no.speil.record.DocumentVersion;
import no.speil.record.Event;
import no.speil.record.RecordState;
import no.speil.record.TextHistory;
import no.speil.search.index.SearchableIndex;
import no.speil.status.TrackedSection;

/** Finds sections and renamed documents by their ids; waits for the index before it says no. */
public final class IdResolver {
  private final Archive archive;
  private final SearchableIndex index;
  private final Catalogue catalogue;
  private final DocumentStore store;
  private final BackgroundSync sync;

  public IdResolver(
      Archive archive,
      SearchableIndex index,
      Catalogue catalogue,
      DocumentStore store,
      BackgroundSync sync) {
    this.archive = archive;
    this.index = index;
    this.catalogue = catalogue;
    this.store = store;
    this.sync = sync;
  }

  /**
   * The document that lists the id among its aliases.
   *
   * @throws IndexIncompleteException if none is known yet, but not all have been read
   */
  public Optional<DocumentId> renamed(DocumentId old) {
    Optional<DocumentId> known = catalogue.renamed(old);
    if (known.isPresent()) {
      return known;
    }
    sync.requireCounted();
    return catalogue.renamed(old); // which may have come meanwhile
  }

  /**
   * What is known of a section's id; empty where no record holds it.
   *
   * @throws IndexIncompleteException if nothing is known of it yet, but not all is indexed
   */
  public Optional<SectionLocation> locate(SectionId id) {
    Optional<SectionLocation> known = locateIndexed(id);
    if (known.isPresent()) {
      return known;
    }
    sync.requireComplete();
    return locateIndexed(id); // which may have come meanwhile, or be in another document
  }

  private Optional<SectionLocation> locateIndexed(SectionId id) {
    return lastKnown(id).flatMap(document -> locate(document, id));
  }

  private Optional<SectionLocation> locate(DocumentId document, SectionId id) {
    Optional<LiveDocument> loaded = store.find(document);
    if (loaded.isEmpty() && store.hides(document)) {
      return Optional.empty();
    }
    if (loaded.isPresent() && loaded.get().section(id).isPresent()) {
      return Optional.of(new SectionLocation.Present(document, id));
    }
    RecordState state = record(loaded, document).state();
    if (!state.held().contains(id)) {
      archive.record(document); // says so where it cannot be read, and may well hold the id
      return Optional.empty();
    }
    Optional<DocumentId> moved = state.movedTo(id).filter(other -> !other.equals(document));
    if (moved.isPresent()) {
      return locate(moved.get(), id);
    }
    SectionId became = state.removal(id).map(RemovedSection::became).orElse(null);
    return Optional.of(new SectionLocation.Gone(document, id, became, state.history(id)));
  }

  /**
   * The section as it is now.
   *
   * @throws ActionRefusedException.UnknownSection if no record holds the id
   * @throws ActionRefusedException.GoneSection if it was there and is not now
   */
  public TrackedSection section(SectionId id) {
    return store
        .find(documentOf(id))
        .flatMap(loaded -> loaded.section(id))
        .orElseThrow(() -> new ActionRefusedException.UnknownSection(id));
  }

  /** The document that the index has the section in, which may have moved or gone since. */
  public Optional<DocumentId> lastKnown(SectionId id) {
    return index.lookUp(lookup -> lookup.documentOf(id));
  }

  /** The document that a section is in; throws as {@link #section} does. */
  public DocumentId documentOf(SectionId id) {
    return switch (locate(id).orElseThrow(() -> new ActionRefusedException.UnknownSection(id))) {
      case SectionLocation.Present present -> present.document();
      case SectionLocation.Gone gone -> throw new ActionRefusedException.GoneSection(gone);
    };
  }

  /** What the record remembers of a section's texts, and the index of what it could not take. */
  public TextHistory textHistory(SectionLocation location) {
    DocumentId document = location.document();
    List<Event> events = record(store.find(document), document).events();
    return store.textHistory(document, location.section(), events);
  }

  private RecordFile record(Optional<LiveDocument> loaded, DocumentId document) {
    return loaded.map(LiveDocument::record).orElseGet(() -> archive.record(document));
  }

  /** What is known of a version that a document had; empty if its record does not tell of it. */
  public Optional<DocumentRevision> revision(DocumentId document, DocumentVersion version) {
    return store
        .find(document)
        .flatMap(loaded -> DocumentRevision.find(version, loaded.record().events(), texts(loaded)));
  }

  private BlockTexts texts(LiveDocument loaded) {
    var texts = BlockTexts.of(loaded.record().events());
    for (TrackedSection tracked : loaded.sections()) {
      for (Side side : Side.values()) {
        tracked.section().side(side).forEach(block -> texts.add(block.markdown()));
      }
    }
    store.formerTexts(loaded.id()).forEach(text -> texts.add(text.markdown()));
    return texts;
  }
}
