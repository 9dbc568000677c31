package no.speil.library;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.AttachedFile;
import no.speil.archive.LastLooks;
import no.speil.archive.LinkResultFile;
import no.speil.archive.MemoryFolder;
import no.speil.archive.MissingWords;
import no.speil.corpus.Problem;
import no.speil.corpus.PublicView;
import no.speil.library.actions.ActionRunner;
import no.speil.library.actions.AlignmentActions;
import no.speil.library.actions.ClaimActions;
import no.speil.library.actions.EditActions;
import no.speil.library.actions.InFlightActions;
import no.speil.library.actions.MarkActions;
import no.speil.library.actions.MoveActions;
import no.speil.library.actions.ReportActions;
import no.speil.library.activity.ActivityLog;
import no.speil.library.activity.Inbox;
import no.speil.library.aids.TranslationAids;
import no.speil.library.catalogue.Attachments;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.Catalogue.ArchiveCounts;
import no.speil.library.catalogue.DeadLinks;
import no.speil.library.catalogue.PublicPictures;
import no.speil.library.catalogue.SiteLinks;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.glossary.GlossaryActions;
import no.speil.library.glossary.GlossaryProposals;
import no.speil.library.glossary.GlossaryUsage;
import no.speil.library.imports.ImportActions;
import no.speil.library.imports.MemoryFiles;
import no.speil.library.imports.Repetitions;
import no.speil.library.imports.UnitImport;
import no.speil.library.imports.WatchedFolder;
import no.speil.library.lexicon.ModelTrainer;
import no.speil.library.search.ArchiveSearch;
import no.speil.library.search.IdResolver;
import no.speil.library.sync.BackgroundSync;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import no.speil.library.words.WordUsages;
import no.speil.search.index.SearchableIndex;
import no.speil.search.index.SectionIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live archive: documents as their files are now, a catalogue of them in memory, and an index
 * of their sections, kept in step. This class wires the parts and hands them out; those that hold
 * nothing of their own are made when they are asked for. They are thread-safe. Every action is on
 * the disk when its method returns, and the next search finds it.
 */
public final class Library implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Library.class);

  private final Archive archive;
  private final SectionIndex index;
  private final SearchableIndex readable;
  private final Catalogue catalogue;
  private final DocumentStore documents;
  private final Attachments attachments;
  private final ModelTrainer trainer;
  private final BackgroundSync sync;
  private final ArchiveSearch search;
  private final ActionRunner actions;
  private final AlignmentActions alignment;
  private final LastLooks lastLooks;
  private final MissingWords missingWords;
  private final MemoryFiles memories;
  private final GlossaryActions glossary;
  private final GlossaryProposals glossaryProposals;
  private final LinkResultFile linkResults;
  private final InFlightActions inFlightActions;
  private final Clock clock;
  private volatile @Nullable WatchedFolder watched;
  private boolean closed;
  private volatile @Nullable Library publicPart;

  /** What is public, where this is no more than that. */
  private final @Nullable PublicView view;

  /** Also of what is not public. */
  private final Catalogue all;

  Library(
      Archive archive,
      SectionIndex index,
      Path indexFolder,
      Clock clock,
      IndexingListener listener,
      LayoutEngines engines) {
    this.archive = archive;
    this.index = index;
    this.readable = index;
    this.catalogue = new Catalogue();
    this.all = catalogue;
    this.view = null;
    this.clock = clock;
    this.memories = new MemoryFiles(archive, indexFolder.resolve(MemoryFolder.NAME));
    if (index.wasEmptied()) {
      LOG.warn("The index is damaged or was made by another version; it is built anew.");
    }
    this.documents = new DocumentStore(archive, index, catalogue, clock, engines);
    this.trainer =
        new ModelTrainer(
            archive,
            index,
            catalogue,
            documents,
            () -> hasClosed() ? Optional.of(today()) : Optional.empty());
    this.attachments = new Attachments(archive);
    this.sync =
        new BackgroundSync(
            archive,
            index,
            catalogue,
            documents,
            new DeadLinks(catalogue, links()),
            trainer,
            listener);
    this.search = new ArchiveSearch(index, documents, sync);
    this.inFlightActions = new InFlightActions(clock);
    this.actions = new ActionRunner(archive, documents, ids(), inFlightActions, clock);
    this.alignment = new AlignmentActions(actions, engines);
    this.lastLooks = new LastLooks(archive.root(), clock);
    this.missingWords = new MissingWords(archive, clock);
    this.glossary = new GlossaryActions(archive, trainer);
    this.glossaryProposals = new GlossaryProposals(index);
    this.linkResults = new LinkResultFile(archive.root());
  }

  /** What everybody may read of another. */
  private Library(Library whole, PublicView view, boolean hasClosed) {
    this.archive = whole.archive;
    this.index = whole.index;
    this.view = view;
    this.all = whole.catalogue;
    this.readable = index.publicPart(view);
    this.catalogue = hasClosed ? all.only(text -> view.has(text.entry().id(), text.access())) : all;
    this.documents = whole.documents.only(document -> view.has(document.id(), document.access()));
    this.clock = whole.clock;
    this.memories = whole.memories;
    this.trainer = whole.trainer;
    this.attachments = whole.attachments;
    this.sync = whole.sync;
    this.search = new ArchiveSearch(readable, documents, sync);
    this.inFlightActions = whole.inFlightActions;
    this.actions = new ActionRunner(archive, whole.documents, ids(), inFlightActions, clock);
    this.alignment = whole.alignment;
    this.lastLooks = whole.lastLooks;
    this.missingWords = whole.missingWords;
    this.glossary = whole.glossary;
    this.glossaryProposals = new GlossaryProposals(readable);
    this.linkResults = whole.linkResults;
  }

  /**
   * What everybody may read of it today, for reading and reporting. Not to be closed. Looks at what
   * the archive says of itself; whoever has just done so can go on with {@link #latestPublicPart}.
   */
  public synchronized Library publicPart() {
    PublicView now = today();
    Library known = publicPart;
    boolean hasClosed = all.closed() > 0 || !now.folders().isEmpty();
    if (known == null
        || !now.equals(known.view)
        || hasClosed == known.catalogue.equals(catalogue)) {
      known = new Library(this, now, hasClosed);
      publicPart = known;
    }
    return known;
  }

  /** The same as when it was asked for last, but for texts that have been closed since. */
  public Library latestPublicPart() {
    Library known = publicPart;
    return known == null || (all.closed() > 0 && known.catalogue.equals(catalogue))
        ? publicPart()
        : known;
  }

  /** What everybody may read today. */
  public PublicView today() {
    return new PublicView(
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), archive.profile().access());
  }

  /** Whether some texts may not be read by everybody, as far as is known. */
  public boolean hasClosed() {
    return all.closed() > 0 || !archive.profile().access().isEmpty();
  }

  /** Whether this is what everybody may read, and that is nothing. */
  public boolean isClosed() {
    return view != null && view.isEmpty();
  }

  /** A picture that may be shown, by its path below the root. */
  public Optional<AttachedFile> picture(String path) {
    return view == null
        ? archive.picture(path)
        : new PublicPictures(archive, all, links(), view).find(path);
  }

  /**
   * Opens the library, and once the index's documents are known, begins to read what has changed
   * since it was closed, in the background. Takes charge of the archive: closing the library closes
   * it.
   *
   * @param indexFolder where the index lies; made where it is missing
   * @param listener told how the reading goes on
   */
  public static Library open(
      Archive archive, Path indexFolder, Clock clock, IndexingListener listener) {
    Library library = of(archive, indexFolder, clock, listener);
    library.start();
    library.sync.awaitKnown();
    return library;
  }

  /**
   * The same, which knows nothing before it is started with {@link #start}, and until {@link
   * BackgroundSync#requireKnown} lets pass.
   */
  public static Library of(
      Archive archive, Path indexFolder, Clock clock, IndexingListener listener) {
    SectionIndex index = SectionIndex.open(indexFolder);
    return new Library(
        archive, index, indexFolder, clock, listener, LayoutEngines.trainedBy(index));
  }

  /** Begins to read what the index knows, and then what has changed, in the background. */
  public void start() {
    sync.start();
  }

  /** The files, for what is shown as it lies there, such as pictures. */
  public Archive archive() {
    return archive;
  }

  /** What is known of every document, as far as has been seen. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Documents as their files are now. */
  public DocumentStore documents() {
    return documents;
  }

  /** Where the links of texts lead that stay within the site. */
  public SiteLinks links() {
    return new SiteLinks(
        archive,
        attachments,
        catalogue,
        catalogue::knows,
        id -> readable.lookUp(lookup -> lookup.documentOf(id)).isPresent());
  }

  /** Finds sections and renamed documents by their ids. */
  public IdResolver ids() {
    return new IdResolver(archive, readable, catalogue, documents, sync);
  }

  /** Searches both languages. */
  public ArchiveSearch search() {
    return search;
  }

  /** Marks, confirmations, omissions, comments, and what people say of failed checks. */
  public MarkActions marks() {
    return new MarkActions(actions, catalogue);
  }

  /** Who is at which part. */
  public ClaimActions claims() {
    return new ClaimActions(actions, catalogue, clock);
  }

  /** Saved and suggested texts. */
  public EditActions edits() {
    return new EditActions(actions, marks());
  }

  /** Texts that come back from other tools. */
  public ImportActions imports() {
    return new ImportActions(actions);
  }

  /** Translations whose originals stand in another document now. */
  public MoveActions moves() {
    return new MoveActions(actions, documents, ids(), index);
  }

  /** The files of translators' tools. */
  public UnitImport unitImport() {
    return new UnitImport(documents, ids(), imports());
  }

  /** Sections with the original of a translated one. */
  public Repetitions repetitions() {
    return new Repetitions(index, documents, unitImport());
  }

  /** A person's corrections of the alignment, and aligning a whole document again. */
  public AlignmentActions alignment() {
    return alignment;
  }

  /** Readers' reports. */
  public ReportActions reports() {
    return new ReportActions(actions);
  }

  /** What waits for a person. */
  public Inbox inbox() {
    return new Inbox(index, sync);
  }

  /** Since when people have not looked at what others did. */
  public LastLooks lastLooks() {
    return lastLooks;
  }

  /** What readers searched for in vain. */
  public MissingWords missingWords() {
    return missingWords;
  }

  /** What people did lately. */
  public ActivityLog activity() {
    return new ActivityLog(documents, catalogue, inFlightActions, clock);
  }

  /**
   * What helps to translate a section. Just after the opening it waits a moment, as searches do.
   */
  public TranslationAids aids() {
    sync.awaitFirstLook();
    return new TranslationAids(index, documents, memories, trainer);
  }

  /** Translation memories of other programs. */
  public MemoryFiles memories() {
    return memories;
  }

  /** The keeper's glossary, and changes of it. */
  public GlossaryActions glossary() {
    return glossary;
  }

  /** Where translations follow the glossary; waits as {@link #aids} does. */
  public GlossaryUsage glossaryUsage() {
    sync.awaitFirstLook();
    return new GlossaryUsage(readable);
  }

  /** What the glossary may lack; waits as {@link #aids} does. */
  public GlossaryProposals glossaryProposals() {
    sync.awaitFirstLook();
    return glossaryProposals;
  }

  /** How words have been translated. */
  public WordUsages words() {
    return new WordUsages(readable, trainer::glossary, sync::awaitFirstLook);
  }

  /** What was heard when addresses were asked last. */
  public LinkResultFile linkResults() {
    return linkResults;
  }

  /** How far the index is, and looking for changed files at once. */
  public BackgroundSync sync() {
    return sync;
  }

  /** The index of what may be read here. */
  public SearchableIndex index() {
    return readable;
  }

  /** Learns word translations from the archive in the background. */
  public ModelTrainer trainer() {
    return trainer;
  }

  /** How many documents, sections and problems there are, and how far they are translated. */
  public ArchiveCounts counts() {
    ArchiveCounts counts = catalogue.counts();
    long problems = counts.problems() + problemsOfNoDocument().mapToLong(List::size).sum();
    return new ArchiveCounts(counts.documents(), problems, counts.progress());
  }

  private Stream<List<Problem>> problemsOfNoDocument() {
    return Stream.of(
        archive.problems(),
        sync.problems(),
        watched == null ? List.<Problem>of() : watched.problems(),
        linkResults.problems());
  }

  /** Imports what is put into a folder outside the archive, from now on. */
  public void watch(Path folder) {
    watched = new WatchedFolder(archive, folder);
    watched.start();
  }

  /** Everything that a keeper should put right, by file. */
  public List<Problem> problems() {
    return Stream.concat(problemsOfNoDocument(), Stream.of(catalogue.problems()))
        .flatMap(List::stream)
        .toList();
  }

  /** Keeps what has been read. Later calls do nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (watched != null) {
      watched.close();
    }
    missingWords.close();
    trainer.close();
    memories.close();
    sync.close();
    index.close();
    archive.close();
  }
}
