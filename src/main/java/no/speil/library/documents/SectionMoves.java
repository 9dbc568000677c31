package no.speil.library.documents;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import no.speil.align.identity.LayoutDiff;
import no.speil.archive.Archive;
import no.speil.archive.RecordFile;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.TextHash;
import no.speil.record.Event;
import no.speil.record.EventCodec;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows sections from one document to another: where the text of a section that somebody has
 * worked on was taken out of its document, or is gone with it, and stands in another one, and in no
 * third, the section moves there with its id, states, comments and address, and its neighbours with
 * it. Where that is not sure, it is asked. Thread-safe.
 */
public final class SectionMoves {
  private static final Logger LOG = LoggerFactory.getLogger(SectionMoves.class);

  /** New texts that are remembered until the place that they came from is read, too. */
  private static final int MOST_ADDED = 50_000;

  /** So many documents with losses are read at a start, to ask again what is not settled. */
  private static final int MOST_SOURCES = 10_000;

  /** A text that stands in more documents leads to none. */
  private static final int MOST_HOLDERS = 8;

  /** What every document has in the index that has lost sections. */
  private static final TextHash LOSS = TextHash.ofNormalized("taken out");

  private final Archive archive;
  private final DocumentStore documents;
  private final FingerprintIndex index;
  private final Map<TextHash, DocumentId> added = new LinkedHashMap<>();
  private final Map<DocumentId, List<Problem>> questions = new ConcurrentHashMap<>();
  private final Set<TextHash> fresh = new LinkedHashSet<>();
  private final Set<DocumentId> due = new LinkedHashSet<>();
  private volatile boolean hasBegun;

  SectionMoves(Archive archive, DocumentStore documents, FingerprintIndex index) {
    this.archive = archive;
    this.documents = documents;
    this.index = index;
  }

  /** Remembers a document that has just got or lost sections by a change of its files. */
  synchronized void note(LiveDocument loaded) {
    DocumentId id = loaded.id();
    if (index.isComplete()) { // else everything is new
      for (SectionLayout section : arrived(loaded)) {
        added.put(SectionSource.print(section), id);
        fresh.add(SectionSource.print(section));
      }
      if (added.size() > MOST_ADDED) {
        added.keySet().retainAll(fresh);
      }
    }
    if (!SectionSource.of(loaded).worked().isEmpty()) {
      due.add(id);
    }
  }

  /** By what the index finds the documents that have lost sections, and those that lost these. */
  static List<TextHash> fingerprints(LiveDocument loaded) {
    return SectionSource.of(loaded).worked().stream()
        .flatMap(section -> Stream.of(LOSS, mark(SectionSource.print(section))))
        .distinct()
        .toList();
  }

  /** The hash of a text that was taken out, which no text has. */
  private static TextHash mark(TextHash print) {
    return TextHash.ofNormalized("taken out: " + print.hex());
  }

  /** The sections that the last layout has placed as new. */
  private static List<SectionLayout> arrived(LiveDocument loaded) {
    return !loaded.record().events().isEmpty()
            && loaded.unwritten() == null
            && loaded.record().events().getLast() instanceof LayoutEvent last
            && last.isOfFiles()
        ? last.sections().stream()
            .filter(each -> each.kept().isEmpty() && !each.section().isTitle())
            .map(SectionPlacement::section)
            .toList()
        : List.of();
  }

  /** What a keeper has to decide, for every document with such a section. */
  public List<Problem> questions() {
    return questions.values().stream().flatMap(List::stream).toList();
  }

  /** The same for a document that sections were taken out of, or may have come to. */
  public List<Problem> questions(DocumentId id) {
    return questions().stream()
        .filter(problem -> problem.details().subList(1, 3).contains(id.value()))
        .toList();
  }

  /** Moves what can be moved of the sections that have come and gone since the last time. */
  public void follow() {
    Set<DocumentId> sources = new LinkedHashSet<>();
    List<TextHash> arrivals;
    synchronized (this) {
      sources.addAll(due);
      sources.addAll(questions.keySet());
      arrivals = List.copyOf(fresh);
      due.clear();
      fresh.clear();
    }
    if (!archive.isWritable()) {
      return;
    }
    if (!hasBegun) {
      sources.addAll(index.alike(List.of(LOSS), 1, MOST_SOURCES));
      hasBegun = true;
    }
    arrivals.forEach(print -> sources.addAll(index.alike(List.of(mark(print)))));
    for (DocumentId source : sources) {
      try {
        documents.find(source).ifPresentOrElse(this::follow, () -> questions.remove(source));
      } catch (ActionRefusedException | UncheckedIOException e) {
        LOG.debug("the sections of {} stay where they are", source, e); // reading it says why
      } catch (DocumentLocks.BusyException e) {
        synchronized (this) {
          due.add(source);
        }
      }
    }
  }

  private void follow(LiveDocument loaded) {
    DocumentId id = loaded.id();
    SectionSource before = SectionSource.of(loaded);
    SectionSource now = moveAll(before) ? source(id).orElse(before) : before;
    List<Problem> asked =
        now.worked().stream().flatMap(section -> question(section, now).stream()).toList();
    questions.put(id, asked);
    questions.values().removeIf(List::isEmpty);
  }

  /**
   * Moves the sections of a document that is gone, as far as it is sure where.
   *
   * @return whether any has moved
   */
  boolean followGone(DocumentId id) {
    return archive.isWritable() && source(id).filter(this::moveAll).isPresent();
  }

  private Optional<SectionSource> source(DocumentId id) {
    Optional<LiveDocument> loaded = documents.find(id);
    return loaded.isPresent()
        ? loaded.map(SectionSource::of)
        : Optional.of(archive.record(id))
            .filter(record -> record.file() != null && record.document().equals(id))
            .map(SectionSource::of);
  }

  private boolean moveAll(SectionSource source) {
    Set<DocumentId> targets = new LinkedHashSet<>();
    List<SectionLayout> worked = source.worked();
    for (SectionLayout section : worked.isEmpty() ? worked : source.lost()) {
      Set<DocumentId> places = places(section, source);
      if (places.size() == 1 || worked.contains(section)) {
        targets.addAll(places);
      }
    }
    boolean hasMoved = false;
    for (DocumentId target : targets) {
      hasMoved |= move(source.id(), target, null, documents.records().signature());
    }
    return hasMoved;
  }

  /** Documents that may have the text, without those that have been named too often. */
  private Set<DocumentId> places(SectionLayout section, SectionSource source) {
    Set<DocumentId> places = new LinkedHashSet<>();
    synchronized (this) {
      Optional.ofNullable(added.get(SectionSource.print(section))).ifPresent(places::add);
    }
    Set<DocumentId> holders = holders(section);
    if (holders.size() <= MOST_HOLDERS) {
      places.addAll(holders);
    }
    places.remove(source.id());
    places.removeIf(document -> source.isRefused(section, document));
    return places;
  }

  /** Documents whose texts have it, as far as the index knows. */
  private Set<DocumentId> holders(SectionLayout section) {
    Set<DocumentId> holders =
        new LinkedHashSet<>(index.alike(List.of(SectionSource.print(section))));
    holders.removeIf(id -> !archive.hasText(id));
    return holders;
  }

  /**
   * Settles a question: the section moves, or, to its own document, is left where it was taken out.
   */
  public void settle(SectionId section, DocumentId from, DocumentId to, EventSignature signature) {
    if (!from.equals(to)) {
      move(from, to, section, signature);
      return;
    }
    documents
        .find(from)
        .map(SectionSource::of)
        .filter(source -> source.lost().stream().anyMatch(each -> each.id().equals(section)))
        .ifPresent(
            source -> depart(source, List.of(new RemovedSection(section, null, from)), signature));
  }

  /**
   * Moves sections from one document to another.
   *
   * @param chosen the one that a keeper says has moved, or null for all that surely have
   * @return whether any has moved
   */
  private boolean move(
      DocumentId from, DocumentId to, @Nullable SectionId chosen, EventSignature signature) {
    return documents.locks().withBoth(from, to, () -> moveLocked(from, to, chosen, signature));
  }

  private boolean moveLocked(
      DocumentId from, DocumentId to, @Nullable SectionId chosen, EventSignature signature) {
    SectionSource source = source(from).filter(SectionSource::isWritable).orElse(null);
    LiveDocument target = documents.find(to).filter(LiveDocument::isWritable).orElse(null);
    if (source == null
        || target == null
        || (chosen == null && archive.areCheckedOut(source.stamps()))
        || (chosen == null && archive.areCheckedOut(target.fileStates().stamps()))) {
      return false;
    }
    SectionMatches matches = matches(source, target);
    Map<SectionLayout, SectionLayout> moves = chosen == null ? matches.sure() : matches.of(chosen);
    if (moves.isEmpty()) {
      return false;
    }
    documents.append(target, arrival(moves, source, target, signature));
    depart(
        source,
        moves.keySet().stream().map(lost -> new RemovedSection(lost.id(), null, to)).toList(),
        signature);
    LOG.info("{} sections have moved from {} to {}", moves.size(), from, to);
    return true;
  }

  private void depart(
      SectionSource source, List<RemovedSection> removed, EventSignature signature) {
    var departure = new LayoutEvent(signature, List.of(), removed);
    if (source.loaded() == null) {
      documents.appendToRemains(source.id(), source.record().state().following(departure));
    } else {
      documents.append(source.loaded(), List.of(departure));
    }
  }

  private SectionMatches matches(SectionSource source, LiveDocument target) {
    Set<DocumentId> both = Set.of(source.id(), target.id());
    return new SectionMatches(source, target, lost -> !both.containsAll(holders(lost)));
  }

  /** Asks whether a section that was taken out is in the document that got its text last. */
  private Optional<Problem> question(SectionLayout lost, SectionSource source) {
    if (!source.isWritable() || source.stillHas(lost)) {
      return Optional.empty();
    }
    return places(lost, source).stream()
        .flatMap(to -> documents.findLoadable(to).stream())
        .map(target -> matches(source, target))
        .filter(matches -> matches.arrival(lost).isPresent())
        .max(Comparator.comparing(matches -> matches.arrival(lost).orElseThrow()))
        .map(matches -> matches.question(lost));
  }

  /** Puts sections where those stand that have their text now, and adds what was done with them. */
  private static List<Event> arrival(
      Map<SectionLayout, SectionLayout> moves,
      SectionSource source,
      LiveDocument target,
      EventSignature signature) {
    Map<SectionLayout, SectionLayout> arrived = new HashMap<>();
    var removed = new ArrayList<RemovedSection>();
    var history = new ArrayList<Event>();
    moves.forEach(
        (lost, there) -> {
          history.addAll(history(lost.id(), source.record(), there.id(), target.record()));
          if (!lost.id().equals(there.id())) {
            arrived.put(there, moved(lost, there));
            removed.add(new RemovedSection(there.id(), lost.id()));
          }
        });
    List<SectionLayout> before = target.recordState().layout();
    List<SectionLayout> now =
        before.stream().map(each -> arrived.getOrDefault(each, each)).toList();
    if (!removed.isEmpty()) {
      history.addFirst(new LayoutEvent(signature, LayoutDiff.between(before, now), removed));
    }
    return history;
  }

  private static SectionLayout moved(SectionLayout lost, SectionLayout there) {
    boolean isSame =
        BlockFingerprint.hashes(lost.translation())
            .equals(BlockFingerprint.hashes(there.translation()));
    return new SectionLayout(
        lost.id(),
        isSame ? lost.alignment() : there.alignment(),
        there.original(),
        there.translation());
  }

  /**
   * What was done with a section that comes into a document, and with the one in whose place it
   * stands there, without what that document's record has.
   */
  public static List<Event> history(
      SectionId id, RecordFile source, SectionId there, RecordFile target) {
    var history = new ArrayList<>(history(id, source));
    if (!id.equals(there)) {
      history(there, target).forEach(each -> history.add(at(id, each)));
    }
    history.removeAll(new HashSet<>(target.events()));
    return history;
  }

  /** What was done with the section alone. */
  private static List<Event> history(SectionId id, RecordFile record) {
    return record.events().stream()
        .filter(event -> event.concerns().equals(List.of(id)))
        .filter(event -> !(event instanceof LayoutEvent))
        .toList();
  }

  /** The same event, done to another section. */
  private static Event at(SectionId id, Event event) {
    String former = "\"" + event.concerns().getFirst() + "\"";
    try {
      return EventCodec.read(EventCodec.write(event).replace(former, "\"" + id + "\""));
    } catch (EventCodec.Unreadable e) {
      throw new IllegalStateException("an event of the record is no event at " + id, e);
    }
  }
}
