package no.speil.library;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.alignment.Aligner;
import no.speil.alignment.Layouter;
import no.speil.archive.Archive;
import no.speil.archive.Picture;
import no.speil.corpus.Departure;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.SectionIndex;
import no.speil.tracking.Ledger;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Version;

/**
 * The live whole: documents as their files are now, a catalogue of them in memory, and an index of
 * their sections, kept in step. Thread-safe. Every action is on the disk when its method returns,
 * and the next search finds it.
 */
public final class Library implements AutoCloseable {
  private final Archive archive;
  private final SectionIndex index;
  private final Catalogue catalogue = new Catalogue();
  private final Stacks stacks;
  private final Desk desk;
  private final Caretaker caretaker;

  private Library(Archive archive, SectionIndex index, Clock clock, IndexingListener listener) {
    this.archive = archive;
    this.index = index;
    index.cards((id, bytes) -> CardBytes.read(id, bytes).ifPresent(catalogue::put));
    this.stacks = new Stacks(archive, index, catalogue, clock, new Layouter(new Aligner()));
    this.desk = new Desk(archive, stacks, catalogue, clock);
    this.caretaker = new Caretaker(archive, index, catalogue, stacks, listener);
  }

  /**
   * Opens the library and begins to read what has changed since it was closed, in the background.
   * Takes charge of the archive: closing the library closes it.
   *
   * @param indexFolder where the index lies; made where it is missing
   * @param listener told how the reading goes on
   */
  public static Library open(
      Archive archive, Path indexFolder, Clock clock, IndexingListener listener) {
    var library = new Library(archive, SectionIndex.open(indexFolder), clock, listener);
    library.caretaker.start();
    return library;
  }

  /** Waits until the index is complete, or so long. */
  public boolean awaitReady(java.time.Duration atMost) throws InterruptedException {
    return caretaker.awaitReady(atMost);
  }

  public Readiness readiness() {
    return caretaker.readiness();
  }

  /** Looks for changed files now and reads them, instead of when the next look is due. */
  public void sweep() {
    caretaker.sweep();
  }

  public Census census() {
    Census counted = catalogue.census();
    return new Census(
        counted.documents(),
        counted.sections(),
        counted.problems() + caretaker.problems().size(),
        counted.progress());
  }

  /** Whether nothing below the two folders is written. */
  public boolean readOnly() {
    return archive.readOnly();
  }

  /** The document as its files are now. */
  public Optional<LiveDocument> document(DocumentId id) {
    return stacks.fetch(id).map(Loaded::live);
  }

  /** Whether there is a document of that id, as far as has been seen. */
  public boolean knows(DocumentId id) {
    return catalogue.card(id).isPresent();
  }

  /** The document that lists the id among its aliases. */
  public Optional<DocumentId> renamed(DocumentId old) {
    return catalogue.renamed(old);
  }

  /** What is known of a section's id; empty where no record holds it. */
  public Optional<Whereabouts> locate(SectionId id) {
    return index.documentOf(id).flatMap(document -> locate(document, id));
  }

  private Optional<Whereabouts> locate(DocumentId document, SectionId id) {
    Optional<Loaded> loaded = stacks.fetch(document);
    if (loaded.isPresent() && loaded.get().live().section(id).isPresent()) {
      return Optional.of(new Whereabouts.Present(document, id));
    }
    Ledger ledger =
        loaded.map(Loaded::ledger).orElseGet(() -> Ledger.fold(archive.record(document).events()));
    if (!ledger.held().contains(id)) {
      return Optional.empty();
    }
    SectionId became = ledger.departure(id).map(Departure::became).orElse(null);
    return Optional.of(new Whereabouts.Gone(document, id, became, ledger.history(id)));
  }

  /**
   * The section as it is now.
   *
   * @throws ActionRefused.UnknownSection if no record holds the id
   * @throws ActionRefused.GoneSection if it was there and is not now
   */
  public TrackedSection section(SectionId id) {
    DocumentId document = present(id);
    return stacks
        .fetch(document)
        .flatMap(loaded -> loaded.live().section(id))
        .orElseThrow(() -> new ActionRefused.UnknownSection(id));
  }

  /** The document that a section is in; throws as {@link #section} does. */
  public DocumentId present(SectionId id) {
    return switch (locate(id).orElseThrow(() -> new ActionRefused.UnknownSection(id))) {
      case Whereabouts.Present present -> present.document();
      case Whereabouts.Gone gone -> throw new ActionRefused.GoneSection(gone);
    };
  }

  /** Entries in the order of their ids. */
  public List<CatalogueEntry> documents(long from, int size) {
    return catalogue.page(from, size);
  }

  /** The documents whose files were changed last, the newest first. */
  public List<CatalogueEntry> latest(int size) {
    return catalogue.latest(size);
  }

  /** How far each folder is, the whole archive first. */
  public List<FolderProgress> progress() {
    return catalogue.folders();
  }

  /** Everything that a keeper should put right, by file. */
  public List<Problem> problems() {
    var problems = new ArrayList<>(caretaker.problems());
    problems.addAll(catalogue.problems());
    return problems;
  }

  public SearchResult search(SearchRequest request) {
    return index.search(request);
  }

  /**
   * A picture beside the texts.
   *
   * @param path below the root
   */
  public Optional<Picture> picture(String path) {
    return archive.picture(path);
  }

  /**
   * Says what has been done with a section.
   *
   * @throws ActionRefused if it cannot be said, or not of that version
   */
  public TrackedSection mark(SectionId id, State state, Version expected, Actor actor) {
    return desk.mark(present(id), id, state, expected, actor);
  }

  /**
   * Says that a translation still holds for its original as it is now.
   *
   * @throws ActionRefused if it cannot be said, or not of that version
   */
  public TrackedSection confirm(SectionId id, Version expected, Actor actor) {
    return desk.confirm(present(id), id, expected, actor);
  }

  /** Adds a remark to a section's history. */
  public TrackedSection comment(SectionId id, String text, Actor actor) {
    return desk.comment(present(id), id, text, actor);
  }

  /** Marks several sections of a document with one write; one answer for each, in their order. */
  public List<Answer> markAll(
      DocumentId document, State state, List<Expected> sections, Actor actor) {
    return desk.markAll(document, state, sections, actor);
  }

  @Override
  public void close() {
    caretaker.close();
    index.close();
    archive.close();
  }
}
