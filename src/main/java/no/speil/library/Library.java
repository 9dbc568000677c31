package no.speil.library;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.align.correct.Correction;
import no.speil.archive.Archive;
import no.speil.archive.LinkResultFile;
import no.speil.archive.PictureFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.Problem;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.ActionResult;
import no.speil.library.actions.ActionRunner;
import no.speil.library.actions.Actor;
import no.speil.library.actions.AlignmentActions;
import no.speil.library.actions.EditActions;
import no.speil.library.actions.EditBase;
import no.speil.library.actions.ExpectedVersion;
import no.speil.library.actions.InFlightActions;
import no.speil.library.actions.MarkActions;
import no.speil.library.actions.RealignActions;
import no.speil.library.actions.RealignResult;
import no.speil.library.actions.ReportActions;
import no.speil.library.actions.ReportSource;
import no.speil.library.activity.Activity;
import no.speil.library.activity.ActivityBatch;
import no.speil.library.activity.ActivityCursor;
import no.speil.library.activity.ActivityLog;
import no.speil.library.aids.TranslationAids;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.documents.ArchiveCounts;
import no.speil.library.documents.ArchiveStatistics;
import no.speil.library.documents.Catalogue;
import no.speil.library.documents.CatalogueEntry;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.DocumentSummary;
import no.speil.library.documents.DocumentSummaryCodec;
import no.speil.library.documents.FolderProgress;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.LinkResultCache;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LoadedDocument;
import no.speil.library.documents.SectionLocation;
import no.speil.library.sync.BackgroundSync;
import no.speil.library.sync.IndexIncompleteException;
import no.speil.library.sync.IndexingListener;
import no.speil.library.sync.ModelTrainer;
import no.speil.library.sync.Readiness;
import no.speil.record.RecordState;
import no.speil.record.ReportContent;
import no.speil.record.ReportVerdict;
import no.speil.record.SectionVersion;
import no.speil.record.TextHistory;
import no.speil.record.TextQuote;
import no.speil.record.TrackedReport;
import no.speil.search.Completion;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceRequest;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.execute.SectionIterator;
import no.speil.search.index.SectionIndex;
import no.speil.status.TrackedSection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live whole: documents as their files are now, a catalogue of them in memory, and an index of
 * their sections, kept in step. Thread-safe. Every action is on the disk when its method returns,
 * and the next search finds it.
 */
public final class Library implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Library.class);

  private final Archive archive;
  private final SectionIndex index;
  private final Catalogue catalogue = new Catalogue();
  private final DocumentStore documentStore;
  private final MarkActions markActions;
  private final EditActions editActions;
  private final AlignmentActions alignmentActions;
  private final RealignActions realignActions;
  private final ReportActions reportActions;
  private final ActivityLog activityLog;
  private final ModelTrainer modelTrainer;
  private final TranslationAids translationAids;
  private final BackgroundSync backgroundSync;
  private final LinkResultCache links;

  private Library(
      Archive archive,
      SectionIndex index,
      Clock clock,
      IndexingListener listener,
      LayoutEngines layoutEngines) {
    this.archive = archive;
    this.index = index;
    if (index.wasEmptied()) {
      LOG.warn("The index is damaged or was made by another version; it is built anew.");
    }
    index.summaries((id, bytes) -> DocumentSummaryCodec.read(id, bytes).ifPresent(catalogue::put));
    this.documentStore = new DocumentStore(archive, index, catalogue, clock, layoutEngines);
    var inFlightActions = new InFlightActions(clock);
    var actionRunner = new ActionRunner(archive, documentStore, inFlightActions, clock);
    this.activityLog = new ActivityLog(documentStore, catalogue, inFlightActions, clock);
    this.markActions = new MarkActions(actionRunner, catalogue);
    this.editActions = new EditActions(actionRunner, documentStore);
    this.alignmentActions = new AlignmentActions(actionRunner);
    this.realignActions = new RealignActions(actionRunner, layoutEngines);
    this.reportActions = new ReportActions(actionRunner);
    this.modelTrainer = new ModelTrainer(archive, index, catalogue, documentStore);
    this.translationAids = new TranslationAids(index, documentStore, modelTrainer);
    this.backgroundSync =
        new BackgroundSync(archive, index, catalogue, documentStore, modelTrainer, listener);
    this.links = new LinkResultCache(new LinkResultFile(archive.root()));
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
    SectionIndex index = SectionIndex.open(indexFolder);
    return open(new Library(archive, index, clock, listener, LayoutEngines.taughtBy(index)));
  }

  /** The same, aligning by that. */
  static Library open(Archive archive, Path indexFolder, Clock clock, LayoutEngines layoutEngines) {
    SectionIndex index = SectionIndex.open(indexFolder);
    return open(new Library(archive, index, clock, IndexingListener.NONE, layoutEngines));
  }

  private static Library open(Library library) {
    library.backgroundSync.start();
    return library;
  }

  /** Waits until the index is complete, or so long. */
  public boolean awaitReady(java.time.Duration atMost) throws InterruptedException {
    return backgroundSync.awaitReady(atMost);
  }

  /** Waits until nothing is being learned from the archive in the background, or so long. */
  public boolean awaitLearned(java.time.Duration atMost) throws InterruptedException {
    return modelTrainer.awaitIdle(atMost);
  }

  public Readiness readiness() {
    return backgroundSync.readiness();
  }

  /**
   * Lets those pass who need all that the archive has; just after the opening it waits a moment.
   *
   * @throws IndexIncompleteException if only some of it is indexed
   */
  public void requireComplete() {
    Readiness readiness = backgroundSync.awaitFirstLook();
    if (!readiness.complete()) {
      throw new IndexIncompleteException(readiness);
    }
  }

  /** Looks for changed files now and reads them, instead of when the next look is due. */
  public void sweep() {
    backgroundSync.sweep();
  }

  public ArchiveCounts census() {
    ArchiveCounts counted = catalogue.census();
    return new ArchiveCounts(
        counted.documents(),
        counted.sections(),
        counted.problems()
            + archive.problems().size()
            + backgroundSync.problems().size()
            + links.problems().size(),
        counted.progress());
  }

  /** What was heard when that address was asked last; empty where it was not asked yet. */
  public Optional<LinkCheckResult> answer(String address) {
    return links.answer(address);
  }

  /** Whether nothing below the two folders is written. */
  public boolean readOnly() {
    return archive.readOnly();
  }

  /**
   * The document as its files are now.
   *
   * @throws ActionRefusedException.DocumentFailed if it cannot be loaded, by a fault of the program
   * @throws no.speil.archive.FileAccessException if the system does not give one of its files
   */
  public Optional<LiveDocument> document(DocumentId id) {
    return documentStore.fetch(id).map(LoadedDocument::live);
  }

  /** The same for lists, which go on without a document that cannot be loaded. */
  public Optional<LiveDocument> loadable(DocumentId id) {
    return documentStore.fetchLoadable(id).map(LoadedDocument::live);
  }

  /** How many sections a document has, as far as has been seen; 0 where it is not known. */
  public int sections(DocumentId id) {
    return catalogue.card(id).map(DocumentSummary::entry).map(CatalogueEntry::sections).orElse(0);
  }

  /** Whether there is a document of that id, as far as has been seen. */
  public boolean knows(DocumentId id) {
    return catalogue.knows(id);
  }

  /**
   * The only document whose path ends so, by whole segments and with or without {@code .md}; empty
   * where there is none, or more than one.
   */
  public Optional<DocumentId> named(String path) {
    return catalogue.named(path);
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
    Readiness readiness = backgroundSync.awaitFirstLook();
    if (!readiness.counted()) {
      throw new IndexIncompleteException(readiness);
    }
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
    requireComplete();
    return locateIndexed(id); // which may have come meanwhile
  }

  private Optional<SectionLocation> locateIndexed(SectionId id) {
    Optional<DocumentId> document = index.documentOf(id);
    return document
        .flatMap(known -> locate(known, id))
        .or(
            () -> // the document was renamed and has just been forgotten under its old name
            index
                    .documentOf(id)
                    .filter(other -> !other.equals(document.orElse(null)))
                    .flatMap(other -> locate(other, id)));
  }

  private Optional<SectionLocation> locate(DocumentId document, SectionId id) {
    Optional<LoadedDocument> loaded = documentStore.fetch(document);
    if (loaded.isPresent() && loaded.get().live().section(id).isPresent()) {
      return Optional.of(new SectionLocation.Present(document, id));
    }
    RecordState recordState =
        loaded
            .map(LoadedDocument::recordState)
            .orElseGet(() -> RecordState.fold(archive.record(document).events()));
    if (!recordState.held().contains(id)) {
      archive.record(document); // says so where it cannot be read, and may well hold the id
      return Optional.empty();
    }
    SectionId became = recordState.removal(id).map(RemovedSection::became).orElse(null);
    return Optional.of(new SectionLocation.Gone(document, id, became, recordState.history(id)));
  }

  /**
   * The section as it is now.
   *
   * @throws ActionRefusedException.UnknownSection if no record holds the id
   * @throws ActionRefusedException.GoneSection if it was there and is not now
   */
  public TrackedSection section(SectionId id) {
    DocumentId document = present(id);
    return documentStore
        .fetch(document)
        .flatMap(loaded -> loaded.live().section(id))
        .orElseThrow(() -> new ActionRefusedException.UnknownSection(id));
  }

  /** The document that a section is in; throws as {@link #section} does. */
  public DocumentId present(SectionId id) {
    return switch (locate(id).orElseThrow(() -> new ActionRefusedException.UnknownSection(id))) {
      case SectionLocation.Present present -> present.document();
      case SectionLocation.Gone gone -> throw new ActionRefusedException.GoneSection(gone);
    };
  }

  /** What the record remembers of a section's texts; throws as {@link #section} does. */
  public TextHistory past(SectionId id) {
    return documentStore
        .fetch(present(id))
        .map(loaded -> TextHistory.of(id, loaded.record().events()))
        .orElseThrow(() -> new ActionRefusedException.UnknownSection(id));
  }

  /** Entries in the order of their ids. */
  public List<CatalogueEntry> documents(long from, int size) {
    return catalogue.page(from, size);
  }

  /** The documents whose files were changed last, the newest first. */
  public List<CatalogueEntry> latest(int size) {
    return catalogue.latest(size);
  }

  /** The documents that came into the archive last, the newest first; at most a hundred. */
  public List<CatalogueEntry> added(int size) {
    return catalogue.added(size);
  }

  /** How many documents there are of each year and kind. */
  public ArchiveStatistics holdings() {
    return catalogue.holdings();
  }

  /** How far each folder is, the whole archive first. */
  public List<FolderProgress> progress() {
    return catalogue.folders();
  }

  /** What people have done after that, about so many; nothing is left out. */
  public ActivityBatch deeds(ActivityCursor activityCursor, int size) {
    return activityLog.since(activityCursor, size);
  }

  /** What people have done last in the whole archive, the latest first. */
  public List<Activity> latestDeeds(int size) {
    return activityLog.latest(size);
  }

  /** What people have done last in a document, the latest first. */
  public List<Activity> latestDeeds(DocumentId id, int size) {
    return activityLog.latest(id, size);
  }

  /** Everything that a keeper should put right, by file. */
  public List<Problem> problems() {
    var problems = new ArrayList<>(archive.problems());
    problems.addAll(backgroundSync.problems());
    problems.addAll(links.problems());
    problems.addAll(catalogue.problems());
    return problems;
  }

  /**
   * Searches the index. Just after the opening it waits a moment for what was changed meanwhile, so
   * that nobody misses what they did before a restart.
   */
  public SearchResult search(SearchRequest request) {
    Readiness before = backgroundSync.awaitFirstLook();
    SearchResult result = index.search(request);
    return before.complete() ? result : result.ofPartialIndex(before.notice());
  }

  /** What a query that begins so may be about to ask, likeliest first. */
  public List<Completion> complete(String typed) {
    return index.complete(typed);
  }

  /** At most so many sections that say much the same, likest first. */
  public List<Hit> similar(SectionId section, int most) {
    backgroundSync.awaitFirstLook();
    return index.similar(section, most);
  }

  /** What helps to translate a section; waits as searches do. */
  public TranslationAids workbench() {
    backgroundSync.awaitFirstLook();
    return translationAids;
  }

  /** Shows the words of a search in their contexts. */
  public Concordance lines(ConcordanceRequest request) {
    Readiness before = backgroundSync.awaitFirstLook();
    Concordance found = index.concordance(request);
    return before.complete() ? found : found.ofPartialIndex(before.notice());
  }

  /**
   * Everything that a search finds, however long it takes; to be closed.
   *
   * @throws IndexIncompleteException if only some of the archive is indexed
   */
  public SectionIterator all(SearchRequest request) {
    requireComplete();
    return index.all(request);
  }

  /**
   * Every section of a document, with its texts as they are now; to be closed.
   *
   * @throws IndexIncompleteException if only some of the archive is indexed
   */
  public SectionIterator all(DocumentId id) {
    requireComplete();
    if (documentStore.fetch(id).isEmpty()) {
      throw new ActionRefusedException.UnknownDocument(id);
    }
    return index.all(id);
  }

  /**
   * A picture beside the texts.
   *
   * @param path below the root
   */
  public Optional<PictureFile> picture(String path) {
    return archive.picture(path);
  }

  /**
   * Says what has been done with a section.
   *
   * @throws ActionRefusedException if it cannot be said, or not of that version
   */
  public TrackedSection mark(SectionId id, State state, SectionVersion expected, Actor actor) {
    return markActions.mark(present(id), id, state, expected, actor);
  }

  /**
   * Whether that person may mark the section reviewed: its translator may not, where others are.
   */
  public boolean mayReview(TrackedSection section, String person) {
    return markActions.mayReview(section, person);
  }

  /**
   * Says that a translation still holds for its original as it is now.
   *
   * @throws ActionRefusedException if it cannot be said, or not of that version
   */
  public TrackedSection confirm(SectionId id, SectionVersion expected, Actor actor) {
    return markActions.confirm(present(id), id, expected, actor);
  }

  /**
   * Says that a passage of the original is left out of the translation on purpose, or is not after
   * all.
   *
   * @throws ActionRefusedException if it is translated, or not of that version
   */
  public TrackedSection omit(SectionId id, boolean omitted, SectionVersion expected, Actor actor) {
    return markActions.omit(present(id), id, omitted, expected, actor);
  }

  /**
   * Corrects the alignment. Later changes of the files keep the correction.
   *
   * @param expected the versions of the sections that the correction names, first the one asked for
   * @return the section asked for, or the one that it is part of now
   * @throws ActionRefusedException if the correction is impossible, or a section has another
   *     version
   */
  public TrackedSection link(Correction correction, List<ExpectedVersion> expected, Actor actor) {
    DocumentId document = present(expected.getFirst().id());
    return alignmentActions.correct(document, correction, expected, actor);
  }

  /**
   * Undoes the last correction of the alignment that changed the section.
   *
   * @return the section, or the one that it is part of now
   * @throws ActionRefusedException if there is none, the texts have changed since, or the section
   *     has another version
   */
  public TrackedSection undoLink(ExpectedVersion section, Actor actor) {
    return alignmentActions.undo(present(section.id()), section, actor);
  }

  /**
   * Confirms the alignment of those sections whose confidence is that high; one answer for each, in
   * their order.
   */
  public List<ActionResult> confirmLinks(
      DocumentId document, double above, List<ExpectedVersion> sections, Actor actor) {
    return alignmentActions.confirmAll(document, above, sections, actor);
  }

  /**
   * Aligns by what the archive has taught so far what nobody has confirmed, put right, marked,
   * edited or remarked on. Later changes of the files leave it so.
   */
  public RealignResult alignAgain(DocumentId document, Actor actor) {
    return realignActions.again(document, actor);
  }

  /**
   * Takes back what the last {@link #alignAgain} changed, where nobody has done anything since and
   * the texts are the same; asked once more, it does it again.
   *
   * @throws ActionRefusedException if there is nothing that can be taken back
   */
  public RealignResult undoAlignAgain(DocumentId document, Actor actor) {
    return realignActions.undo(document, actor);
  }

  /** Adds a remark to a section's history. */
  public TrackedSection comment(SectionId id, String text, Actor actor) {
    return markActions.comment(present(id), id, text, actor);
  }

  /**
   * Saves a text as the section's translation. Exactly the section's blocks change; a missing file
   * is made; blank text takes the translation out.
   *
   * @param base what the person saw; its translation must still be there, or be followed only by
   *     that person's own saves. The text counts as made against its original
   * @return the section; empty where it had no original and is gone with its text
   * @throws ActionRefusedException if it cannot be saved; text of a stale version is kept as a
   *     suggestion
   */
  public Optional<TrackedSection> edit(SectionId id, String markdown, EditBase base, Actor actor) {
    return editActions.edit(present(id), id, markdown, base, actor);
  }

  /** The same where only the version of what the person saw is known, not its words. */
  public Optional<TrackedSection> edit(
      SectionId id, String markdown, SectionVersion seen, Actor actor) {
    return edit(id, markdown, EditBase.of(seen), actor);
  }

  /** Proposes a text, which stays beside the section's until somebody accepts or dismisses it. */
  public TrackedSection suggest(SectionId id, String markdown, Actor actor) {
    return editActions.suggest(present(id), id, markdown, actor);
  }

  /**
   * Makes a suggestion the section's text; answers as {@link #edit} does.
   *
   * @param suggestion its {@link no.speil.record.SuggestEvent#id}
   * @throws ActionRefusedException if it is not open, or the section is not of that version
   */
  public Optional<TrackedSection> accept(
      SectionId id, String suggestion, SectionVersion expected, Actor actor) {
    return editActions.accept(present(id), id, suggestion, expected, actor);
  }

  /** Puts a suggestion aside; it stays in the history. */
  public TrackedSection dismiss(SectionId id, String suggestion, Actor actor) {
    return editActions.dismiss(present(id), id, suggestion, actor);
  }

  /**
   * Takes a reader's report that something is wrong. Only {@link TrackedSection#reports} has it
   * until it is accepted.
   *
   * @return the report, or one that says the same and waits already
   * @throws ActionRefusedException if many wait there already
   */
  public TrackedReport report(
      SectionId id, ReportContent reportContent, TextQuote textQuote, ReportSource reportSource) {
    return reportActions.report(present(id), id, reportContent, textQuote, reportSource);
  }

  /**
   * Says what comes of a report; {@link ReportVerdict#OPEN} takes back what was said.
   *
   * @param id the section that the report is shown at
   * @throws ActionRefusedException if no such report is shown there
   */
  public TrackedSection settle(SectionId id, String report, ReportVerdict verdict, Actor actor) {
    return reportActions.settle(present(id), id, report, verdict, actor);
  }

  /** Marks several sections of a document with one write; one answer for each, in their order. */
  public List<ActionResult> markAll(
      DocumentId document, State state, List<ExpectedVersion> sections, Actor actor) {
    return markActions.markAll(document, state, sections, actor);
  }

  @Override
  public void close() {
    modelTrainer.close();
    backgroundSync.close();
    index.close();
    archive.close();
  }
}
