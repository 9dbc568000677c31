package no.speil.library.documents;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.FileAccessException;
import no.speil.archive.FileStamp;
import no.speil.archive.RecordFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.record.Event;
import no.speil.record.SectionEvent;
import no.speil.record.TextSnapshot;
import no.speil.record.WordingEvent;
import no.speil.search.SectionText;
import no.speil.search.index.SectionIndex;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the wording of texts that were shown and that the files no longer have: in the record, or,
 * as long as that cannot take them, in the index. Thread-safe; a document is locked by the caller.
 */
final class WordingStore {
  private static final Logger LOG = LoggerFactory.getLogger(WordingStore.class);

  /** The most characters of a document that wait in the index for its record; the latest stay. */
  private static final int MOST_WAITING = 4 << 20;

  private final Archive archive;
  private final SectionIndex index;
  private final RecordStore records;
  private Set<DocumentId> held = new LinkedHashSet<>();
  private Set<DocumentId> heldBefore = new LinkedHashSet<>();

  WordingStore(Archive archive, SectionIndex index, RecordStore records) {
    this.archive = archive;
    this.index = index;
    this.records = records;
  }

  private record Key(SectionId section, Side side, TextHash hash) {
    static Key of(SectionText text) {
      return new Key(text.section(), text.side(), text.hash());
    }
  }

  /**
   * The texts that a document was shown with until now, under its former names too.
   *
   * @param before the document as it was in memory, or null
   */
  List<SectionText> shown(LiveDocument loaded, @Nullable LiveDocument before) {
    var shown = new ArrayList<SectionText>();
    loaded.record().formerNames().forEach(name -> shown.addAll(indexed(name)));
    shown.addAll(indexed(loaded.id()));
    if (before != null && !before.isInConflict()) {
      shown.addAll(current(before));
    }
    return shown;
  }

  /** The texts that the index has of a document, also of one that is gone; none if it is lost. */
  List<SectionText> indexed(DocumentId id) {
    try {
      return index.lookUp(lookup -> lookup.texts(id));
    } catch (UncheckedIOException e) {
      LOG.debug("the former texts of {} cannot be read", id, e); // the index says that it is lost
      return List.of();
    }
  }

  /**
   * The texts to be indexed: those of today, and former ones that the record lacks. An unresolved
   * merge is no version of a text: until it is resolved, those before it stand for today's.
   */
  List<SectionText> texts(LiveDocument loaded, List<SectionText> shown) {
    if (loaded.isInConflict()) {
      return latest(unknown(shown, loaded.record().events()));
    }
    var texts = new ArrayList<>(current(loaded));
    texts.addAll(latest(lacking(loaded, shown)));
    return texts;
  }

  /**
   * Appends former texts to the record. Those of a side that is missing or empty wait for {@link
   * #due}: editors and git remove a file before they write it again.
   *
   * @param all whether the texts of a missing side do not wait
   * @return the document with the events in its record; the same if nothing was written
   */
  LiveDocument keep(LiveDocument loaded, List<SectionText> shown, boolean all) {
    // What was shown under this name may have been another document's.
    List<SectionText> lacking =
        lacking(loaded, shown).stream()
            .filter(text -> loaded.recordState().held().contains(text.section()))
            .toList();
    List<SectionText> kept =
        lacking.stream().filter(text -> all || hasText(loaded, text.side())).toList();
    if (kept.size() < lacking.size()) {
      hold(loaded.id());
    }
    RecordFile record = loaded.record();
    if (kept.isEmpty()
        || !archive.isWritable()
        || !record.isWhole()
        || archive.areCheckedOut(loaded.fileStates().stamps())) {
      return loaded;
    }
    List<Event> events = events(kept);
    try {
      FileStamp stamp = archive.append(loaded.id(), events, true);
      return loaded.with(events, records.written(stamp));
    } catch (FileAccessException e) {
      LOG.warn("the former wording of {} is not in its record yet", loaded.id(), e);
      return loaded;
    }
  }

  /** Appends the last texts of a document that is gone to its record, if that is still there. */
  void keepRemains(DocumentId id) {
    RecordFile record = archive.record(id);
    boolean isWritable = archive.isWritable() && record.isWhole();
    List<SectionText> kept = unknown(indexed(id), record.events());
    if (record.file() != null
        && isWritable
        && !kept.isEmpty()
        && !archive.areCheckedOut(Stream.of(record.file().stamp()))) {
      archive.append(id, events(kept), true);
    }
  }

  /** Asks for a document once more, when its files have had time to come back. */
  synchronized void hold(DocumentId id) {
    held.add(id);
  }

  /** Documents that were held since the call before the last one. */
  synchronized List<DocumentId> due() {
    List<DocumentId> due = List.copyOf(heldBefore);
    heldBefore = held;
    held = new LinkedHashSet<>();
    return due;
  }

  private List<SectionText> lacking(LiveDocument loaded, List<SectionText> shown) {
    var seen = new HashSet<Key>();
    current(loaded).forEach(text -> seen.add(Key.of(text)));
    List<SectionText> former = shown.stream().filter(text -> seen.add(Key.of(text))).toList();
    return former.isEmpty() ? former : unknown(former, loaded.record().events());
  }

  private static List<SectionText> unknown(List<SectionText> texts, List<Event> events) {
    Set<Key> known =
        Event.all(events, SectionEvent.class)
            .flatMap(event -> Stream.of(Side.values()).flatMap(side -> wordings(event, side)))
            .collect(Collectors.toSet());
    return texts.stream().filter(text -> !known.contains(Key.of(text))).toList();
  }

  private static Stream<Key> wordings(SectionEvent event, Side side) {
    return event.texts(side).stream()
        .filter(snapshot -> snapshot.text() != null)
        .map(snapshot -> new Key(event.section(), side, snapshot.hash()));
  }

  private static List<SectionText> latest(List<SectionText> texts) {
    int from = texts.size();
    long characters = 0;
    while (from > 0 && characters + texts.get(from - 1).markdown().length() <= MOST_WAITING) {
      from--;
      characters += texts.get(from).markdown().length();
    }
    return texts.subList(from, texts.size());
  }

  private List<Event> events(List<SectionText> texts) {
    var events = new ArrayList<Event>();
    var pairs = new LinkedHashMap<SectionId, List<SectionText>>();
    texts.forEach(text -> pairs.computeIfAbsent(text.section(), id -> new ArrayList<>()).add(text));
    pairs.forEach(
        (section, versions) -> {
          List<SectionText> originals = of(versions, Side.ORIGINAL);
          List<SectionText> translations = of(versions, Side.TRANSLATION);
          for (int i = 0; i < Math.max(originals.size(), translations.size()); i++) {
            events.add(
                new WordingEvent(
                    records.signature(), section, at(originals, i), at(translations, i)));
          }
        });
    return events;
  }

  private static List<SectionText> of(List<SectionText> texts, Side side) {
    return texts.stream().filter(text -> text.side() == side).toList();
  }

  private static @Nullable TextSnapshot at(List<SectionText> texts, int i) {
    return i < texts.size() ? new TextSnapshot(texts.get(i).hash(), texts.get(i).markdown()) : null;
  }

  private static boolean hasText(LiveDocument live, Side side) {
    return live.file(side) != null
        && live.sections().stream()
            .map(TrackedSection::section)
            .anyMatch(section -> !section.isTitle() && !section.side(side).isEmpty());
  }

  private static List<SectionText> current(LiveDocument live) {
    return live.sections().stream()
        .flatMap(
            tracked ->
                Stream.of(Side.values())
                    .filter(side -> !tracked.section().side(side).isEmpty())
                    .map(
                        side ->
                            new SectionText(
                                tracked.id(), side, tracked.hash(side), tracked.markdown(side))))
        .toList();
  }
}
