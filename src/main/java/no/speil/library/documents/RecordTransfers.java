package no.speil.library.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import no.speil.archive.Archive;
import no.speil.archive.RecordFile;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.record.EventCodec;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.RecordState;
import no.speil.record.RenameEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gives the record of one document to another, and takes that back. Lines are where they were until
 * they are elsewhere, so a process that ends meanwhile leaves some twice, and none nowhere. Callers
 * hold the locks.
 *
 * @param aside finds a free name near another
 */
record RecordTransfers(Archive archive, UnaryOperator<DocumentId> aside) {
  private static final Pattern SECTION = Pattern.compile("\"([0-9a-z]{10})\"");

  /** Lines of a record, and the layout that they lead to. */
  private record Part(String lines, List<SectionLayout> layout, int clock) {
    static Part of(String lines, RecordState state) {
      return new Part(lines, state.layout(), state.clock());
    }

    static Part of(RecordFile record) {
      return of(record.text(), record.state());
    }
  }

  /** Hands a record on; what the other document has of its own is joined with it. */
  void give(RenameEvent rename) {
    DocumentId from = rename.formerly();
    DocumentId to = rename.document();
    if (from.equals(to) || !archive.hasRecord(to)) {
      archive.handRecord(from, to, rename);
      return;
    }
    RecordFile given = archive.record(from);
    Part handed = Part.of(given.text() + handing(rename), given.state());
    archive.replaceRecord(to, joined(handed, Part.of(archive.record(to)), rename.signature()));
    archive.replaceRecord(from, "");
  }

  private static String handing(RenameEvent rename) {
    return EventCodec.handing(rename) + "\n";
  }

  /** Both histories, as of one document: sections with the same text are one. */
  private static String joined(Part first, Part second, EventSignature signature) {
    Map<String, SectionId> known = byText(first.layout());
    Map<SectionId, SectionId> same = new LinkedHashMap<>();
    var merged = new ArrayList<RemovedSection>();
    byText(second.layout())
        .forEach(
            (text, id) -> {
              SectionId other = known.getOrDefault(text, id);
              if (!other.equals(id)) {
                same.put(id, other);
                merged.add(new RemovedSection(id, other));
              }
            });
    int clock = 1 + Math.max(first.clock(), second.clock());
    return first.lines()
        + renamed(second.lines(), same)
        + (merged.isEmpty() ? "" : layout(signature, List.of(), merged, clock));
  }

  /** Ids of sections by their text, where no other has it. */
  private static Map<String, SectionId> byText(List<SectionLayout> layout) {
    Map<String, SectionId> ids = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (SectionLayout each : layout) {
      String text = each.isTitle() + "|" + BlockFingerprint.hashes(each.leading());
      if (ids.put(text, each.id()) != null) {
        twice.add(text);
      }
    }
    ids.keySet().removeAll(twice);
    return ids;
  }

  private static String renamed(String lines, Map<SectionId, SectionId> ids) {
    return SECTION
        .matcher(lines)
        .replaceAll(
            quoted ->
                SectionId.parse(quoted.group(1))
                    .map(id -> "\"" + ids.getOrDefault(id, id) + "\"")
                    .orElse(quoted.group()));
  }

  private static String layout(
      EventSignature signature,
      List<SectionPlacement> sections,
      List<RemovedSection> removed,
      int clock) {
    var program = new EventSignature(signature.at(), EventSignature.PROGRAM, "file");
    return EventCodec.write(new LayoutEvent(program, sections, removed).at(clock)) + "\n";
  }

  /** A record that a rename has brought where it is: its lines before that, and after. */
  private record Renamed(RecordFile record, RenameEvent rename, String before, String after) {
    static Renamed of(RecordFile record, RenameEvent rename) {
      String text = record.text();
      int at = text.lastIndexOf(handing(rename));
      return at < 0
          ? new Renamed(record, rename, text, "")
          : new Renamed(
              record, rename, text.substring(0, at), text.substring(at + handing(rename).length()));
    }

    boolean isOfSameMoment(Renamed other) {
      return rename.at().equals(other.rename.at());
    }

    /** What it was before, for the document that it was of. */
    Part until(EventSignature signature) {
      var back =
          new RenameEvent(
              signature, /* formerly= */ rename.document(), /* document= */ rename.formerly());
      int at = record.events().indexOf(rename);
      return Part.of(before + handing(back), RecordState.fold(record.events().subList(0, at)));
    }

    /** What was done since, and the present layout, under new ids where they were there before. */
    Part since(EventSignature signature) {
      RecordState state = record.state();
      Map<SectionId, SectionId> ids = new HashMap<>();
      state.held().stream()
          .filter(id -> before.contains("\"" + id + "\""))
          .forEach(id -> ids.put(id, SectionId.derive(rename.document(), id.value(), 0, 0)));
      var placements = new ArrayList<SectionPlacement>();
      @Nullable SectionId last = null;
      for (SectionLayout each : state.layout()) {
        SectionId id = ids.getOrDefault(each.id(), each.id());
        var section = new SectionLayout(id, each.alignment(), each.original(), each.translation());
        placements.add(new SectionPlacement(section, last));
        last = id;
      }
      int clock = state.clock() + 1;
      return new Part(
          renamed(after, ids) + layout(signature, placements, List.of(), clock),
          placements.stream().map(SectionPlacement::section).toList(),
          clock);
    }
  }

  /**
   * The records that the last rename of a document has moved with those of the same moment, as in a
   * swap, by where they are: each came from where the next is.
   */
  private Map<DocumentId, Renamed> moved(DocumentId id) {
    Map<DocumentId, Renamed> moved = new LinkedHashMap<>();
    Optional<Renamed> next = renamed(id);
    while (next.isPresent() && next.get().isOfSameMoment(renamed(id).orElseThrow())) {
      Renamed each = next.get();
      boolean isNew = moved.putIfAbsent(each.rename().document(), each) == null;
      next = isNew ? renamed(each.rename().formerly()) : Optional.empty();
    }
    return moved;
  }

  private Optional<Renamed> renamed(DocumentId id) {
    RecordFile record = archive.record(id);
    return record
        .lastRename()
        .filter(last -> record.writable())
        .map(last -> Renamed.of(record, last));
  }

  /**
   * Where the records are that the last rename of a document has moved, and where they were.
   *
   * @throws NotNow if there is none
   */
  List<DocumentId> places(DocumentId id) {
    var places = new LinkedHashSet<DocumentId>();
    Map<DocumentId, Renamed> moved = moved(id);
    places.addAll(moved.keySet());
    moved.values().forEach(each -> places.add(each.rename().formerly()));
    if (places.isEmpty()) {
      throw new NotNow(NotNow.Reason.CANNOT_UNDO);
    }
    return List.copyOf(places);
  }

  /**
   * Takes back the last rename of a document, with the others of that moment: what was done until
   * then is the former document's again, what was done since stays with the text.
   *
   * @return where the records are that it concerned
   */
  List<DocumentId> undo(DocumentId id, EventSignature signature) {
    List<DocumentId> places = places(id);
    Map<DocumentId, Renamed> moved = moved(id);
    Map<DocumentId, Renamed> returning = new HashMap<>();
    moved.values().forEach(each -> returning.put(each.rename().formerly(), each));
    Map<DocumentId, String> lines = new LinkedHashMap<>();
    for (DocumentId place : places.reversed()) { // before it is replaced, its lines are elsewhere
      Renamed here = moved.get(place);
      Renamed back = returning.get(place);
      Part own = here == null ? Part.of(archive.record(place)) : here.since(signature);
      if (back != null) {
        lines.put(place, joined(back.until(signature), own, signature));
      } else if (here != null) {
        var gone = new RenameEvent(signature, place, here.rename().formerly());
        lines.put(
            place,
            EventCodec.header(place.value()) + "\n" + EventCodec.write(gone) + "\n" + own.lines());
      }
    }
    DocumentId last = places.getLast();
    DocumentId copy = aside.apply(last);
    if (moved.containsKey(last)) { // of a cycle one has to be twice for a moment
      String own = EventCodec.handing(last.value(), copy.value()) + "\n";
      archive.replaceRecord(copy, archive.record(last).text() + own);
    }
    lines.forEach(archive::replaceRecord);
    archive.replaceRecord(copy, "");
    return places;
  }
}
