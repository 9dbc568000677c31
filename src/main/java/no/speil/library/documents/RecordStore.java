package no.speil.library.documents;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile;
import no.speil.archive.FileAccessException;
import no.speil.archive.FileStamp;
import no.speil.archive.RecordFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.library.catalogue.FileState;
import no.speil.library.documents.RecordAssignment.Decision;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.RenameEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the record that belongs to a document, and writes layouts into it. */
public final class RecordStore {
  private static final Logger LOG = LoggerFactory.getLogger(RecordStore.class);

  /** Documents like a new one among which one may not keep its record. */
  private static final int MOST_ALIKE = 50;

  private static final int MOST_PARKED = 1000;

  /** So many are decided on together, with all that they depend on in memory. */
  private static final int MOST_AT_ONCE = 1000;

  private final Archive archive;
  private final Clock clock;
  private final FingerprintIndex index;
  private final DocumentLocks locks;
  private final ReentrantLock deciding = new ReentrantLock();
  private volatile Set<DocumentId> unsettledDocuments = Set.of();
  private final RecordTransfers transfers;

  public RecordStore(Archive archive, Clock clock, FingerprintIndex index, DocumentLocks locks) {
    this.archive = archive;
    this.clock = clock;
    this.index = index;
    this.locks = locks;
    this.transfers = new RecordTransfers(archive, this::aside);
  }

  /** When a document is read. */
  public enum Assignment {
    /** Where it is not sure that its record is its own, it waits, see {@link #assign}. */
    FIRST,
    /** The same of a document without a record: it is new where it is like none in doubt. */
    NEW,
    /** All others have been read: it gets the record that fits it. One thread at a time. */
    LAST,
    /** A person has said that its record is its own. */
    OWN,
    /** Somebody asks for it, and it gets the record that fits it. */
    ASKED,
    /** Somebody acts in it: the same, also where git has checked out another state of things. */
    ACTED;

    private boolean isAsked() {
      return this == ASKED || this == ACTED;
    }
  }

  /** A document that has to wait, see {@link Assignment#FIRST}. */
  public static final class UndecidedException extends RuntimeException {
    private UndecidedException(DocumentId id) {
      super(id + " is read later", null, false, false);
    }
  }

  /** The record that lies beside the document, which is not another's by its own account. */
  RecordFile read(
      DocumentId id, @Nullable SideFile original, Assignment assignment, List<Problem> problems) {
    RecordFile record = readRecord(id, problems);
    if (!record.document().equals(id)) {
      if (isOfAnother(record, original)) {
        problems.add(about(id, Problem.Kind.RECORD_OF_ANOTHER, record.document()));
        return record.foreignTo(id);
      }
      record = taken(record, id, assignment, problems);
    }
    problems.addAll(record.problems());
    return record;
  }

  /**
   * Whether a record that names another document is that document's still: that one is there, and
   * the record fits its original as well as this one; or it holds work on nothing that is here.
   */
  private boolean isOfAnother(RecordFile record, @Nullable SideFile original) {
    DocumentId other = record.document();
    var remembered = DocumentFingerprint.of(record);
    var here = DocumentFingerprint.of(other, SideFile.textOf(original), null);
    if (!archive.hasOriginal(other)) {
      boolean isComparable = !remembered.original().isEmpty() && !here.original().isEmpty();
      return (isComparable && remembered.shared(here, Side.ORIGINAL) == 0 && record.holdsWork())
          || (archive.hasRecord(other) && archive.hasTranslation(Archive.translationPath(other)));
    }
    int shared = remembered.shared(here, Side.ORIGINAL);
    boolean isLike = // half of the blocks of the originals are the same
        2 * shared >= Math.max(remembered.original().size(), here.original().size());
    return !isLike || shared <= sharedWith(remembered, other);
  }

  /** Nothing is taken from a document that cannot be read now. */
  private int sharedWith(DocumentFingerprint remembered, DocumentId other) {
    try {
      return archive
          .original(other)
          .map(file -> new MarkdownReader().read(file.text(), file.path(), "", Side.ORIGINAL))
          .map(file -> DocumentFingerprint.of(other, file.text(), null))
          .map(there -> remembered.shared(there, Side.ORIGINAL))
          .orElse(0);
    } catch (RuntimeException e) {
      return Integer.MAX_VALUE; // loading that document lists it as a problem
    }
  }

  /**
   * The record that belongs to a document by all that has changed together, see {@link
   * RecordAssignment}: the given one, or another that is its own from now on, or none.
   *
   * @param own that lies beside it
   * @throws UndecidedException see {@link Assignment#FIRST}
   */
  RecordFile assigned(
      RecordFile own, DocumentFingerprint text, Assignment assignment, List<Problem> problems) {
    DocumentId id = own.document();
    if (assignment == Assignment.OWN || !own.writable() || !isQuestionable(own, text, assignment)) {
      return own;
    }
    if (assignment == Assignment.FIRST || assignment == Assignment.NEW) {
      throw new UndecidedException(id);
    }
    if (assignment.isAsked() && !index.isComplete()) {
      return unsettled(id); // the first scan reads it last
    }
    try {
      return alone(
          DocumentLocks.SHORT, () -> decided(decision(List.of(id)), own, assignment, problems));
    } catch (DocumentLocks.BusyException e) {
      if (assignment == Assignment.LAST) {
        throw new UndecidedException(id);
      }
      return unsettled(id); // whoever decides may need this very document
    }
  }

  /** Only one thread decides at a time. It waits for documents, so none waits long for it. */
  private <T> T alone(Duration patience, Supplier<T> work) {
    DocumentLocks.take(deciding, patience);
    try {
      return work.get();
    } finally {
      deciding.unlock();
    }
  }

  /** Says which documents may not keep the records beside them, before others are read last. */
  public void expect(Set<DocumentId> documents) {
    unsettledDocuments = Set.copyOf(documents);
  }

  /**
   * Moves the records of documents that wait, and of those that they depend on, all at once.
   *
   * @return those that may have another record now
   */
  public Set<DocumentId> assign(Collection<DocumentId> undecided) {
    List<DocumentId> sorted = undecided.stream().sorted().toList();
    var concerned = new HashSet<DocumentId>();
    for (int from = 0; from < sorted.size(); from += MOST_AT_ONCE) {
      List<DocumentId> some = sorted.subList(from, Math.min(sorted.size(), from + MOST_AT_ONCE));
      concerned.addAll(alone(DocumentLocks.LONG, () -> assignAll(some)));
    }
    return concerned;
  }

  private Set<DocumentId> assignAll(List<DocumentId> undecided) {
    Decision decision = decision(undecided);
    carryOut(
        decision, null, Assignment.FIRST, new ArrayList<>()); // reading them lists the problems
    return decision.owners().keySet();
  }

  /**
   * Looks for the document of a record whose own is gone: one that was copied before it was deleted
   * gets it.
   *
   * @return the problem where somebody's work has no document then
   */
  Optional<Problem> settle(DocumentId id) {
    return alone(DocumentLocks.SHORT, () -> settleAlone(id));
  }

  private Optional<Problem> settleAlone(DocumentId id) {
    RecordFile record = archive.record(id);
    if (record.isLeft() || !record.holdsWork() || !record.document().equals(id)) {
      return Optional.empty();
    }
    Decision decision = decision(List.of(id));
    DocumentId twin = decision.twin();
    if (twin != null && mayMove(List.of(id, twin), Assignment.LAST) && record.writable()) {
      give(new RenameEvent(signature(), id, twin));
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
            Archive.recordName(id), 0, Problem.Kind.RECORD_LEFT, id.value(), decision.likeliest()));
  }

  /** Whether a document has the text of a record that has none, so that it is given as a whole. */
  boolean isCopied(DocumentId id) {
    return alone(DocumentLocks.LONG, () -> decision(List.of(id)).isCopied());
  }

  /** Hands a record that has no document to one, and joins it with the record of that. */
  void give(RenameEvent rename) {
    locks.alsoWithAll(
        List.of(rename.formerly(), rename.document()),
        DocumentLocks.SHORT,
        () -> {
          transfers.give(rename);
          return rename;
        });
    LOG.info(
        "{}: the record of {} is that of {} now",
        rename.by(),
        rename.formerly(),
        rename.document());
  }

  /** Takes back the last rename of a document; returns all that it concerned. */
  List<DocumentId> undo(DocumentId id, EventSignature signature) {
    List<DocumentId> places = transfers.places(id);
    locks.alsoWithAll(places, DocumentLocks.SHORT, () -> transfers.undo(id, signature));
    LOG.info("{}: the rename of {} is taken back, with {}", signature.by(), id, places);
    return places;
  }

  private Decision decision(Collection<DocumentId> asked) {
    return new RecordAssignment(archive, index).of(asked);
  }

  private boolean isQuestionable(RecordFile own, DocumentFingerprint text, Assignment assignment) {
    if (own.file() == null && assignment == Assignment.FIRST) {
      return true;
    }
    boolean isNew = own.file() == null && !assignment.isAsked() && !text.original().isEmpty();
    if (isNew && unsettledDocuments.isEmpty()) {
      return false;
    }
    var remembered = DocumentFingerprint.of(own);
    Set<TextHash> added = text.all();
    added.removeAll(remembered.all());
    if (assignment == Assignment.FIRST && !text.hasTitleOf(remembered)) {
      return true; // another text may have come under this name, and its own be read later
    }
    if (added.isEmpty() || (assignment == Assignment.FIRST && !index.isComplete())) {
      return !added.isEmpty();
    }
    List<TextHash> blocks = List.copyOf(added);
    if (isNew) {
      // all others have been read, so it can only get a record that one of them may not keep
      int least = (int) Math.ceil(RecordAssignment.LIKENESS * blocks.size());
      return index.alike(blocks, least, MOST_ALIKE).stream().anyMatch(unsettledDocuments::contains);
    }
    return (assignment.isAsked() && !index.isComplete())
        || index.alike(blocks).stream().anyMatch(other -> !other.equals(own.document()));
  }

  /** Without the file, so that each scan looks at it again. */
  private static RecordFile unsettled(DocumentId id) {
    return RecordFile.none(id).unwritable();
  }

  private RecordFile decided(
      Decision decision, RecordFile own, Assignment assignment, List<Problem> problems) {
    DocumentId id = own.document();
    boolean mayMove = mayMove(decision, assignment);
    if (assignment.isAsked() && !decision.displaced().isEmpty() && mayMove) {
      return unsettled(id); // whose place is taken may be seen by the next scan
    }
    DocumentId former = decision.owners().get(id);
    boolean isTaken = former != null || decision.displaced().contains(id);
    if (isTaken && !mayMove) {
      RecordFile none = RecordFile.none(former == null ? id : former);
      return former == null
          ? none.unwritable()
          : none.withEvents(archive.record(former).events()).adoptedBy(id).unwritable();
    }
    carryOut(decision, id, assignment, problems);
    DocumentId holder = decision.held().get(id);
    if (holder != null) {
      problems.add(
          archive.hasOriginal(id)
              ? about(id, Problem.Kind.RECORD_UNFIT, holder)
              : Problem.of(
                  "translations/" + Archive.translationPath(id),
                  0,
                  Problem.Kind.OTHER_HALF,
                  holder.value()));
      return unsettled(id);
    }
    return isTaken ? readRecord(id, problems) : own;
  }

  private boolean mayMove(Decision decision, Assignment assignment) {
    var concerned = new HashSet<>(decision.displaced());
    decision.owners().forEach((owner, former) -> concerned.addAll(List.of(owner, former)));
    return mayMove(concerned, assignment);
  }

  /** Whether records may be moved, and not only shown as if they were. */
  private boolean mayMove(Collection<DocumentId> concerned, Assignment assignment) {
    return archive.isWritable()
        && (assignment == Assignment.ACTED
            || !archive.areCheckedOut(
                concerned.stream()
                    .flatMap(
                        id ->
                            Stream.of(ArchiveFile.Role.values())
                                .flatMap(
                                    role ->
                                        archive.stamp(role, Archive.path(role, id)).stream()))));
  }

  /**
   * Moves records; those that give way to each other all at once, or none of them.
   *
   * @param locked whose lock the caller holds; null where it holds none
   * @throws DocumentLocks.BusyException if another thread works on one of the documents
   */
  private void carryOut(
      Decision decision,
      @Nullable DocumentId locked,
      Assignment assignment,
      List<Problem> problems) {
    if (mayMove(decision, assignment)) {
      EventSignature signature = signature(); // one for all, which are taken back together
      for (Map<DocumentId, DocumentId> chain : chains(decision.owners())) {
        Set<DocumentId> others = new HashSet<>(chain.keySet());
        others.addAll(chain.values());
        others.remove(locked);
        locks.alsoWithAll(
            others,
            locked == null ? DocumentLocks.LONG : DocumentLocks.SHORT,
            () -> move(chain, decision.displaced(), signature, problems));
      }
    }
  }

  /** Documents with whose record each gets, by those that need each other's places. */
  private static List<Map<DocumentId, DocumentId>> chains(Map<DocumentId, DocumentId> owners) {
    var ownerOf = new HashMap<DocumentId, DocumentId>();
    owners.forEach((owner, former) -> ownerOf.put(former, owner));
    var left = new LinkedHashMap<>(owners);
    var chains = new ArrayList<Map<DocumentId, DocumentId>>();
    for (DocumentId owner : owners.keySet()) {
      var chain = new LinkedHashMap<DocumentId, DocumentId>();
      for (DocumentId at = owner; left.containsKey(at); at = owners.getOrDefault(at, at)) {
        chain.put(at, Objects.requireNonNull(left.remove(at)));
      }
      for (DocumentId at = ownerOf.get(owner); left.containsKey(at); at = ownerOf.get(at)) {
        chain.put(at, Objects.requireNonNull(left.remove(at)));
      }
      if (!chain.isEmpty()) {
        chains.add(chain);
      }
    }
    return chains;
  }

  /** First those whose new place is free. Whether all went well. */
  private boolean move(
      Map<DocumentId, DocumentId> chain,
      Set<DocumentId> givingWay,
      EventSignature signature,
      List<Problem> problems) {
    var todo = new LinkedHashMap<>(chain);
    Set<DocumentId> displaced = new HashSet<>(givingWay);
    while (!todo.isEmpty()) {
      Optional<DocumentId> free =
          todo.keySet().stream().filter(id -> !archive.hasRecord(id)).findFirst();
      DocumentId to = free.orElseGet(() -> todo.keySet().iterator().next());
      if (free.isEmpty()) {
        boolean isAnothers = !todo.containsValue(to) && !displaced.remove(to);
        DocumentId aside = aside(to);
        if (isAnothers || !handed(to, aside, null, problems)) {
          todo.remove(to);
          continue;
        }
        todo.replaceAll((owner, former) -> former.equals(to) ? aside : former);
      }
      DocumentId from = Objects.requireNonNull(todo.remove(to));
      DocumentId former = chain.getOrDefault(to, from);
      if (!handed(from, to, told(signature, from, former, to), problems)) {
        return false;
      }
      LOG.info("the record of {} is that of {} now, whose text it fits", former, to);
    }
    return true;
  }

  /** A name near that one under which there is nothing. */
  private DocumentId aside(DocumentId id) {
    return IntStream.range(1, MOST_PARKED)
        .mapToObj(i -> new DocumentId(id + "." + i))
        .filter(name -> !archive.hasRecord(name) && !archive.hasOriginal(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no name is free beside " + id));
  }

  /** What people are told of a rename; null where they have done nothing there. */
  private @Nullable RenameEvent told(
      EventSignature signature, DocumentId at, DocumentId former, DocumentId to) {
    return archive.record(at).holdsWork() ? new RenameEvent(signature, former, to) : null;
  }

  private boolean handed(
      DocumentId from, DocumentId to, @Nullable RenameEvent told, List<Problem> problems) {
    try {
      archive.handRecord(from, to, told);
      return true;
    } catch (FileAccessException e) {
      problems.add(unwritable(to, e));
      return false;
    }
  }

  /** A record that names another document and is this one's now. */
  private RecordFile taken(
      RecordFile record, DocumentId id, Assignment assignment, List<Problem> problems) {
    DocumentId former = record.document();
    if (!mayMove(List.of(id), assignment)
        || !record.writable()
        || !locks.alsoWithAll(
            List.of(former),
            DocumentLocks.SHORT,
            () -> handed(former, id, told(signature(), id, former, id), problems))) {
      return record.adoptedBy(id).unwritable();
    }
    return readRecord(id, problems);
  }

  /**
   * Writes a layout down where that can be done; it can always be computed again, but not what
   * follows it.
   *
   * @return the record as it is then, or null where it was not written
   */
  @Nullable FileState write(
      DocumentId id, RecordFile record, List<Event> laid, List<Problem> problems) {
    if (!archive.isWritable() || !record.writable()) {
      return null;
    }
    try {
      return written(archive.append(id, laid, laid.size() > 1));
    } catch (FileAccessException e) {
      problems.add(unwritable(id, e));
      return null;
    }
  }

  /** The state of a record that this process has just written, and so need not read. */
  FileState written(FileStamp stamp) {
    return new FileState(stamp, 0, clock.millis());
  }

  /** Under which the program itself writes. */
  EventSignature signature() {
    return new EventSignature(clock.instant(), EventSignature.PROGRAM, "file");
  }

  /** The record as it lies there; where the machine does not give it, the sections are unknown. */
  private RecordFile readRecord(DocumentId id, List<Problem> problems) {
    return SideFileReader.read(() -> Optional.of(archive.record(id)), problems)
        .orElseGet(() -> RecordFile.none(id).unwritable());
  }

  private static Problem unwritable(DocumentId id, FileAccessException e) {
    return Problem.of(Archive.recordName(id), 0, Problem.Kind.RECORD_UNWRITABLE, e.reason());
  }

  private static Problem about(DocumentId id, Problem.Kind kind, DocumentId other) {
    return Problem.of(Archive.recordName(id), 1, kind, other.value());
  }
}
