package no.speil.library;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.FileStamp;
import no.speil.archive.Found;
import no.speil.archive.RecordFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.Marks.Stamps;
import no.speil.search.Footprint;
import no.speil.search.IndexedSection.Role;
import no.speil.search.index.SectionIndex;
import no.speil.tracking.Event;
import no.speil.tracking.Ledger;

/**
 * Where documents are fetched and put back: files first, then memory, then index. Whoever fetches a
 * document gets it as its files are at that moment.
 */
final class Stacks {
  private static final long SHELF_CAPACITY = 12L << 20;

  private final Archive archive;
  private final SectionIndex index;
  private final Catalogue catalogue;
  private final Loader loader;
  private final Shelf shelf = new Shelf(SHELF_CAPACITY);
  private final DocumentLocks locks = new DocumentLocks();

  Stacks(
      Archive archive, SectionIndex index, Catalogue catalogue, Clock clock, Layouters layouters) {
    this.archive = archive;
    this.index = index;
    this.catalogue = catalogue;
    var forerunners = new Forerunners(archive, index::alike);
    this.loader =
        new Loader(
            archive, catalogue, layouters, new RecordKeeper(archive, clock, forerunners, locks));
  }

  DocumentLocks locks() {
    return locks;
  }

  /** The document as its files are now; what has changed is found by searches from then on. */
  Optional<Loaded> fetch(DocumentId id) {
    return locks.with(id, () -> fetchLocked(id));
  }

  private Optional<Loaded> fetchLocked(DocumentId id) {
    Optional<Loaded> shelved = shelf.get(id);
    String path = translationPath(id);
    if (shelved.isPresent()
        && shelved.get().translationPath().equals(path)
        && shelved.get().marks().areProvenBy(stamps(id, path))) {
      return shelved;
    }
    Optional<Loaded> loaded = loader.load(id, path);
    if (loaded.isEmpty()) {
      if (catalogue.card(id).isPresent()) {
        drop(id);
        index.refresh();
      }
      return loaded;
    }
    shelf.put(loaded.get());
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
          Optional<Loaded> loaded = loader.load(id, translationPath);
          if (loaded.isEmpty()) {
            drop(id);
          } else {
            shelf.remove(id);
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
          Optional<Loaded> loaded = fetchLocked(id);
          if (loaded.isPresent()) {
            Loaded there = loaded.get();
            index.fill(
                IndexEntries.document(there.live(), Card.of(there)),
                IndexEntries.sections(there),
                footprint(there));
          } else {
            remains(id).ifPresent(left -> index.fill(IndexEntries.remains(id), List.of(), left));
          }
          return loaded;
        });
  }

  /** Writes events to a document's record, then to memory, then to the index. */
  Loaded append(Loaded before, List<Event> events) {
    DocumentId id = before.live().id();
    FileStamp stamp = archive.append(id, before.withLayout(events), true);
    if (!before.record().problems().isEmpty()) {
      shelf.remove(id); // a torn line was cut: what is odd about the record is read again
      return fetchLocked(id)
          .orElseThrow(() -> new IllegalStateException(id + " is gone while it is acted on"));
    }
    Loaded after = loader.after(before, events, stamp);
    shelf.put(after);
    Card card = Card.of(after);
    catalogue.put(card);
    List<SectionId> concerned =
        events.stream().flatMap(event -> event.concerns().stream()).distinct().toList();
    index.patch(
        IndexEntries.document(after.live(), card),
        IndexEntries.sections(after).stream()
            .filter(
                section -> concerned.contains(section.id()) || section.place().role() == Role.TITLE)
            .toList());
    index.refresh();
    return after;
  }

  /**
   * Writes an edit: its events first, then the text. What is cut off between the two is carried out
   * at the next reading; where the disk refuses the text, the events are taken back.
   */
  Loaded save(Loaded before, List<Event> events, String translation) {
    DocumentId id = before.live().id();
    archive.append(id, before.withLayout(events), true);
    shelf.remove(id);
    try {
      archive.writeTranslation(before.translationPath(), translation);
    } catch (UncheckedIOException e) {
      FileMark record = before.marks().record();
      archive.retract(id, record == null ? 0 : record.stamp().size());
      throw e;
    }
    return fetchLocked(id)
        .orElseThrow(() -> new IllegalStateException(id + " is gone while it is being saved"));
  }

  /** Writes an event that changes the layout, and reads the document again with it. */
  Loaded relay(Loaded before, Event event) {
    DocumentId id = before.live().id();
    archive.append(id, before.withLayout(List.of(event)), true);
    shelf.remove(id);
    return fetchLocked(id)
        .orElseThrow(() -> new IllegalStateException(id + " is gone while it is aligned"));
  }

  private void publish(Loaded loaded) {
    Card card = Card.of(loaded);
    LiveDocument live = loaded.live();
    index.put(IndexEntries.document(live, card), IndexEntries.sections(loaded), footprint(loaded));
    catalogue.put(card);
    loaded.record().formerNames().forEach(this::forget);
  }

  private Prints prints(LiveDocument live) {
    Leaf original = live.original();
    return original == null
        ? Prints.of(Ledger.fold(archive.record(live.id()).events()).layout()) // as last written
        : Prints.of(original.text());
  }

  /** Forgets what was known of a document under the name that it had before. */
  private void forget(DocumentId formerName) {
    if (catalogue.card(formerName).isPresent()
        && !archive.hasOriginal(formerName)
        && !archive.hasRecord(formerName)) {
      shelf.remove(formerName);
      catalogue.remove(formerName);
      index.remove(formerName);
    }
  }

  private Footprint footprint(Loaded loaded) {
    var gone = new HashSet<>(loaded.ledger().held());
    loaded.live().sections().forEach(tracked -> gone.remove(tracked.section().id()));
    return new Footprint(List.copyOf(gone), prints(loaded.live()).sample());
  }

  /** Forgets a document whose texts are gone; its record still answers for its sections. */
  private void drop(DocumentId id) {
    shelf.remove(id);
    catalogue.remove(id);
    index.remove(id);
    remains(id).ifPresent(left -> index.put(IndexEntries.remains(id), List.of(), left));
  }

  /** What the record of a document tells whose texts are gone; empty where there is no record. */
  private Optional<Footprint> remains(DocumentId id) {
    RecordFile record = archive.record(id);
    if (record.file() == null) {
      return Optional.empty();
    }
    Ledger ledger = Ledger.fold(record.events());
    return Optional.of(
        new Footprint(List.copyOf(ledger.held()), Prints.of(ledger.layout()).sample()));
  }

  private boolean isNews(Loaded loaded) {
    return catalogue
        .card(loaded.live().id())
        .map(card -> !card.marks().haveBytesOf(loaded.marks()))
        .orElse(true);
  }

  private String translationPath(DocumentId id) {
    return catalogue
        .card(id)
        .map(Card::translationPath)
        .orElseGet(() -> Archive.translationPath(id));
  }

  private Stamps stamps(DocumentId id, String translationPath) {
    return new Stamps(
        archive.stamp(Found.Role.ORIGINAL, Archive.path(Found.Role.ORIGINAL, id)),
        archive.stamp(Found.Role.TRANSLATION, translationPath),
        archive.stamp(Found.Role.RECORD, Archive.path(Found.Role.RECORD, id)));
  }
}
