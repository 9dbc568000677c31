package no.speil.library;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.LinkFile;
import no.speil.archive.Picture;
import no.speil.corpus.Departure;
import no.speil.corpus.DocumentId;
import no.speil.corpus.LinkAnswer;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.search.Completion;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceRequest;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.search.answer.FoundSections;
import no.speil.search.index.SectionIndex;
import no.speil.tracking.Complaint;
import no.speil.tracking.Ledger;
import no.speil.tracking.Past;
import no.speil.tracking.Quotation;
import no.speil.tracking.Reported;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Verdict;
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
  private final Marking marking;
  private final Editing editing;
  private final Aligning aligning;
  private final Realigning realigning;
  private final Reporting reporting;
  private final Chronicle chronicle;
  private final Scholar scholar;
  private final Workbench workbench;
  private final Caretaker caretaker;
  private final LinkBook links;

  private Library(Archive archive, SectionIndex index, Clock clock, IndexingListener listener) {
    this.archive = archive;
    this.index = index;
    index.cards((id, bytes) -> CardBytes.read(id, bytes).ifPresent(catalogue::put));
    Layouters layouters = Layouters.taughtBy(index);
    this.stacks = new Stacks(archive, index, catalogue, clock, layouters);
    var underway = new Underway(clock);
    var desk = new Desk(archive, stacks, underway, clock);
    this.chronicle = new Chronicle(stacks, catalogue, underway, clock);
    this.marking = new Marking(desk, catalogue);
    this.editing = new Editing(desk, stacks);
    this.aligning = new Aligning(desk);
    this.realigning = new Realigning(desk, layouters);
    this.reporting = new Reporting(desk);
    this.scholar = new Scholar(archive, index, catalogue, stacks);
    this.workbench = new Workbench(index, stacks, scholar);
    this.caretaker = new Caretaker(archive, index, catalogue, stacks, scholar, listener);
    this.links = new LinkBook(new LinkFile(archive.root()));
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

  /** Waits until nothing is being learned from the archive in the background, or so long. */
  public boolean awaitLearned(java.time.Duration atMost) throws InterruptedException {
    return scholar.awaitIdle(atMost);
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
        counted.problems() + caretaker.problems().size() + links.problems().size(),
        counted.progress());
  }

  /** What was heard when that address was asked last; empty where it was not asked yet. */
  public Optional<LinkAnswer> answer(String address) {
    return links.answer(address);
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

  /** What the record remembers of a section's texts; throws as {@link #section} does. */
  public Past past(SectionId id) {
    return stacks
        .fetch(present(id))
        .map(loaded -> Past.of(id, loaded.record().events()))
        .orElseThrow(() -> new ActionRefused.UnknownSection(id));
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
  public Holdings holdings() {
    return catalogue.holdings();
  }

  /** How far each folder is, the whole archive first. */
  public List<FolderProgress> progress() {
    return catalogue.folders();
  }

  /** What people have done after that, about so many; nothing is left out. */
  public Told deeds(Since since, int size) {
    return chronicle.since(since, size);
  }

  /** What people have done last in the whole archive, the latest first. */
  public List<Deed> latestDeeds(int size) {
    return chronicle.latest(size);
  }

  /** What people have done last in a document, the latest first. */
  public List<Deed> latestDeeds(DocumentId id, int size) {
    return chronicle.latest(id, size);
  }

  /** Everything that a keeper should put right, by file. */
  public List<Problem> problems() {
    var problems = new ArrayList<>(caretaker.problems());
    problems.addAll(links.problems());
    problems.addAll(catalogue.problems());
    return problems;
  }

  /**
   * Searches the index. Just after the opening it waits a moment for what was changed meanwhile, so
   * that nobody misses what they did before a restart.
   */
  public SearchResult search(SearchRequest request) {
    caretaker.awaitFirstLook();
    return index.search(request);
  }

  /** What a query that begins so may be about to ask, likeliest first. */
  public List<Completion> complete(String typed) {
    return index.complete(typed);
  }

  /** At most so many sections that say much the same, likest first. */
  public List<Hit> similar(SectionId section, int most) {
    caretaker.awaitFirstLook();
    return index.similar(section, most);
  }

  /** What helps to translate a section; waits as searches do. */
  public Workbench workbench() {
    caretaker.awaitFirstLook();
    return workbench;
  }

  /** Shows the words of a search in their contexts. */
  public Concordance lines(ConcordanceRequest request) {
    caretaker.awaitFirstLook();
    return index.lines(request);
  }

  /** Everything that a search finds, however long it takes; to be closed. */
  public FoundSections all(SearchRequest request) {
    caretaker.awaitFirstLook();
    return index.all(request);
  }

  /** Every section of a document, with its texts as they are now; to be closed. */
  public FoundSections all(DocumentId id) {
    if (stacks.fetch(id).isEmpty()) {
      throw new ActionRefused.UnknownDocument(id);
    }
    return index.all(id);
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
    return marking.mark(present(id), id, state, expected, actor);
  }

  /**
   * Whether that person may mark the section reviewed: its translator may not, where others are.
   */
  public boolean mayReview(TrackedSection section, String person) {
    return marking.mayReview(section, person);
  }

  /**
   * Says that a translation still holds for its original as it is now.
   *
   * @throws ActionRefused if it cannot be said, or not of that version
   */
  public TrackedSection confirm(SectionId id, Version expected, Actor actor) {
    return marking.confirm(present(id), id, expected, actor);
  }

  /**
   * Says that a passage of the original is left out of the translation on purpose, or is not after
   * all.
   *
   * @throws ActionRefused if it is translated, or not of that version
   */
  public TrackedSection omit(SectionId id, boolean omitted, Version expected, Actor actor) {
    return marking.omit(present(id), id, omitted, expected, actor);
  }

  /**
   * Puts right how the texts of a section belong together, for good: later changes of the files
   * leave it so. {@link Linking.Undo} takes it back.
   *
   * @return the section, or the one in which it lives on
   * @throws ActionRefused if that cannot be, or a section named is not of the version named
   */
  public TrackedSection link(SectionId id, Linking linking, Version expected, Actor actor) {
    return aligning.correct(present(id), id, linking, expected, actor);
  }

  /**
   * Confirms the alignment of those sections whose confidence is that high; one answer for each, in
   * their order.
   */
  public List<Answer> confirmLinks(
      DocumentId document, double above, List<Expected> sections, Actor actor) {
    return aligning.confirmAll(document, above, sections, actor);
  }

  /**
   * Aligns by what the archive has taught so far what nobody has confirmed, put right, marked,
   * edited or remarked on. Later changes of the files leave it so.
   */
  public Realigned alignAgain(DocumentId document, Actor actor) {
    return realigning.again(document, actor);
  }

  /**
   * Takes back what the last {@link #alignAgain} changed, where nobody has done anything since and
   * the texts are the same; asked once more, it does it again.
   *
   * @throws ActionRefused if there is nothing that can be taken back
   */
  public Realigned undoAlignAgain(DocumentId document, Actor actor) {
    return realigning.undo(document, actor);
  }

  /** Adds a remark to a section's history. */
  public TrackedSection comment(SectionId id, String text, Actor actor) {
    return marking.comment(present(id), id, text, actor);
  }

  /**
   * Saves a text as the section's translation. Exactly the section's blocks change; a missing file
   * is made; blank text takes the translation out.
   *
   * @param expected what the person saw; its translation must still be there, or be followed only
   *     by that person's own saves. The text counts as made against its original
   * @throws ActionRefused if it cannot be saved; text of a stale version is kept as a suggestion
   */
  public TrackedSection edit(SectionId id, String markdown, Version expected, Actor actor) {
    return editing.edit(present(id), id, markdown, expected, actor);
  }

  /** Proposes a text, which stays beside the section's until somebody accepts or dismisses it. */
  public TrackedSection suggest(SectionId id, String markdown, Actor actor) {
    return editing.suggest(present(id), id, markdown, actor);
  }

  /**
   * Makes a suggestion the section's text.
   *
   * @param suggestion its {@link no.speil.tracking.Suggest#id}
   * @throws ActionRefused if it is not open, or the section is not of that version
   */
  public TrackedSection accept(SectionId id, String suggestion, Version expected, Actor actor) {
    return editing.accept(present(id), id, suggestion, expected, actor);
  }

  /** Puts a suggestion aside; it stays in the history. */
  public TrackedSection dismiss(SectionId id, String suggestion, Actor actor) {
    return editing.dismiss(present(id), id, suggestion, actor);
  }

  /**
   * Takes a reader's report that something is wrong. Only {@link TrackedSection#reports} has it
   * until it is accepted.
   *
   * @return the report, or one that says the same and waits already
   * @throws ActionRefused if many wait there already
   */
  public Reported report(SectionId id, Complaint complaint, Quotation quotation, Said said) {
    return reporting.report(present(id), id, complaint, quotation, said);
  }

  /**
   * Says what comes of a report; {@link Verdict#OPEN} takes back what was said.
   *
   * @param id the section that the report is shown at
   * @throws ActionRefused if no such report is shown there
   */
  public TrackedSection settle(SectionId id, String report, Verdict verdict, Actor actor) {
    return reporting.settle(present(id), id, report, verdict, actor);
  }

  /** Marks several sections of a document with one write; one answer for each, in their order. */
  public List<Answer> markAll(
      DocumentId document, State state, List<Expected> sections, Actor actor) {
    return marking.markAll(document, state, sections, actor);
  }

  @Override
  public void close() {
    scholar.close();
    caretaker.close();
    index.close();
    archive.close();
  }
}
