package no.speil.library.documents;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.LinkEvent;
import no.speil.record.RecordState;
import no.speil.status.TrackedSection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows sections from one document to another: where the text of a section that somebody has
 * worked on was taken out of its document and stands in another one, and in no third, the section
 * moves there with its id, states, comments and address. Thread-safe.
 */
final class SectionMoves {
  private static final Logger LOG = LoggerFactory.getLogger(SectionMoves.class);

  /** New texts that are remembered until the place that they came from is read, too. */
  private static final int MOST_ADDED = 50_000;

  /** In characters. A shorter text says where it comes from only together with its translation. */
  private static final int LEAST_LENGTH = 40;

  /** So many hashes are looked up at once. */
  private static final int LOOKUP = 500;

  private final Archive archive;
  private final DocumentStore documents;
  private final FingerprintIndex index;
  private final RecordStore records;
  private final Map<TextHash, DocumentId> added = new LinkedHashMap<>();
  private Set<TextHash> fresh = new LinkedHashSet<>();
  private Set<DocumentId> due = new LinkedHashSet<>();

  SectionMoves(
      Archive archive, DocumentStore documents, FingerprintIndex index, RecordStore records) {
    this.archive = archive;
    this.documents = documents;
    this.index = index;
    this.records = records;
  }

  /** Remembers a document that has just got or lost sections by a change of its files. */
  synchronized void note(LoadedDocument loaded) {
    if (!index.isComplete()) {
      return; // everything is new
    }
    for (SectionLayout section : arrived(loaded)) {
      added.remove(print(section));
      added.put(print(section), loaded.live().id());
      fresh.add(print(section));
    }
    added.keySet().removeAll(added.keySet().stream().limit(excess()).toList());
    fresh.retainAll(added.keySet());
    if (!lost(loaded.recordState()).isEmpty()) {
      due.add(loaded.live().id());
    }
  }

  private int excess() {
    return Math.max(0, added.size() - MOST_ADDED);
  }

  /** By what the index finds the documents that have lost these sections. */
  static List<TextHash> prints(RecordState recordState) {
    return lost(recordState).stream().map(section -> mark(print(section))).toList();
  }

  /** The hash of a text that was taken out, which no text has. */
  private static TextHash mark(TextHash print) {
    return TextHash.ofNormalized("taken out: " + print.hex());
  }

  private static TextHash print(SectionLayout section) {
    return leading(section).getFirst().hash();
  }

  private static List<BlockFingerprint> leading(SectionLayout section) {
    return section.original().isEmpty() ? section.translation() : section.original();
  }

  /** The sections that the last layout has placed as new. */
  private static List<SectionLayout> arrived(LoadedDocument loaded) {
    return !loaded.record().events().isEmpty()
            && loaded.unwritten() == null
            && loaded.record().events().getLast() instanceof LayoutEvent last
            && !last.asked()
        ? last.sections().stream()
            .filter(each -> each.kept().isEmpty() && !each.section().isTitle())
            .map(SectionPlacement::section)
            .toList()
        : List.of();
  }

  /** Sections that were taken out, and that somebody has done something with. */
  private static List<SectionLayout> lost(RecordState recordState) {
    return recordState.lost().stream()
        .filter(section -> !section.isTitle())
        .filter(
            section ->
                recordState
                    .removal(section.id())
                    .filter(removed -> removed.became() == null)
                    .isPresent())
        .filter(
            section ->
                recordState.history(section.id()).stream()
                    .anyMatch(event -> !event.signature().by().equals(EventSignature.PROGRAM)))
        .toList();
  }

  /** Moves what can be moved of the sections that have come and gone since the last time. */
  void follow() {
    Set<DocumentId> sources;
    List<TextHash> arrivals;
    synchronized (this) {
      sources = due;
      arrivals = List.copyOf(fresh);
      due = new LinkedHashSet<>();
      fresh = new LinkedHashSet<>();
    }
    if (!archive.isWritable()) {
      return;
    }
    for (int from = 0; from < arrivals.size(); from += LOOKUP) {
      List<TextHash> some = arrivals.subList(from, Math.min(arrivals.size(), from + LOOKUP));
      sources.addAll(index.alike(some.stream().map(SectionMoves::mark).toList()));
    }
    for (DocumentId source : sources) {
      try {
        documents.fetch(source).ifPresent(this::follow);
      } catch (ActionRefusedException | UncheckedIOException e) {
        LOG.debug("the sections of {} stay where they are", source, e); // reading it says why
      } catch (DocumentLocks.BusyException e) {
        again(source);
      }
    }
  }

  private synchronized void again(DocumentId source) {
    due.add(source);
  }

  private synchronized Optional<DocumentId> place(SectionLayout section) {
    return Optional.ofNullable(added.get(print(section)));
  }

  private void follow(LoadedDocument source) {
    DocumentId id = source.live().id();
    for (SectionLayout section : lost(source.recordState())) {
      place(section).ifPresent(other -> move(section.id(), id, other));
    }
  }

  private void move(SectionId section, DocumentId from, DocumentId to) {
    if (!from.equals(to)) {
      documents
          .locks()
          .with(
              to,
              () -> {
                documents.locks().alsoWith(from, () -> moveLocked(section, from, to));
                return to;
              });
    }
  }

  private void moveLocked(SectionId id, DocumentId from, DocumentId to) {
    LoadedDocument source = documents.fetch(from).orElse(null);
    LoadedDocument target = documents.fetch(to).orElse(null);
    if (source == null
        || target == null
        || !isWritable(source)
        || !isWritable(target)
        || source.record().takenFrom().contains(to)) {
      return;
    }
    Optional<SectionLayout> lost =
        lost(source.recordState()).stream().filter(each -> each.id().equals(id)).findFirst();
    Optional<SectionLayout> there = lost.flatMap(section -> only(section, target));
    if (lost.isEmpty() || there.isEmpty()) {
      return;
    }
    SectionId now = there.get().id();
    boolean isBack = now.equals(id);
    if (isBack || (isUntouched(target, now) && isSure(lost.get(), source, target, now))) {
      var events = new ArrayList<Event>();
      if (!isBack) {
        events.add(arrival(lost.get(), there.get(), target));
      }
      events.addAll(history(id, source));
      events.removeAll(new HashSet<>(target.record().events()));
      EventSignature signature = records.signature();
      var departure =
          new LayoutEvent(signature, List.of(), List.of(new RemovedSection(id, null, to)));
      documents.appendLayout(target, events);
      documents.appendLayout(source, List.of(departure));
      LOG.info("section {} has moved from {} to {}", id, from, to);
    }
  }

  private static boolean isWritable(LoadedDocument loaded) {
    return loaded.record().writable()
        && !loaded.record().isTorn()
        && !loaded.live().isInConflict()
        && loaded.unwritten() == null;
  }

  /** The one section of a document that has the text. */
  private static Optional<SectionLayout> only(SectionLayout lost, LoadedDocument target) {
    List<SectionLayout> same =
        target.recordState().layout().stream()
            .filter(section -> !section.isTitle())
            .filter(section -> hashes(leading(section)).equals(hashes(leading(lost))))
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private static boolean isUntouched(LoadedDocument target, SectionId id) {
    return target.recordState().history(id).isEmpty() && target.recordState().reports(id).isEmpty();
  }

  /** Whether the text is in no other place, and more than anybody might write. */
  private boolean isSure(
      SectionLayout lost, LoadedDocument source, LoadedDocument target, SectionId now) {
    Section section = target.live().section(now).map(TrackedSection::section).orElseThrow();
    boolean isWhole =
        !lost.translation().isEmpty()
            && !lost.original().isEmpty()
            && hashes(lost.translation())
                .equals(section.translation().stream().map(TextHash::of).toList());
    int length = section.original().stream().mapToInt(block -> block.text().length()).sum();
    boolean isGone =
        source.recordState().layout().stream()
            .flatMap(each -> Stream.concat(each.original().stream(), each.translation().stream()))
            .noneMatch(block -> block.hash().equals(print(lost)));
    Set<DocumentId> both = Set.of(source.live().id(), target.live().id());
    return isGone
        && (isWhole || length >= LEAST_LENGTH)
        && both.containsAll(index.alike(List.of(print(lost))));
  }

  private LayoutEvent arrival(SectionLayout lost, SectionLayout there, LoadedDocument target) {
    List<SectionLayout> layout = target.recordState().layout();
    int at = layout.indexOf(there);
    boolean isSame = hashes(lost.side(Side.TRANSLATION)).equals(hashes(there.translation()));
    var section =
        new SectionLayout(
            lost.id(),
            isSame ? lost.alignment() : there.alignment(),
            there.original(),
            there.translation());
    return new LayoutEvent(
        records.signature(),
        List.of(new SectionPlacement(section, at == 0 ? null : layout.get(at - 1).id())),
        List.of(new RemovedSection(there.id(), lost.id())));
  }

  /** What was done with the section alone. */
  private static List<Event> history(SectionId id, LoadedDocument source) {
    return source.record().events().stream()
        .filter(event -> event.concerns().equals(List.of(id)))
        .filter(event -> !(event instanceof LayoutEvent || event instanceof LinkEvent))
        .toList();
  }

  private static List<TextHash> hashes(List<BlockFingerprint> run) {
    return run.stream().map(BlockFingerprint::hash).toList();
  }
}
