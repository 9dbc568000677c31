package no.speil.library.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.archive.Archive;
import no.speil.archive.RecordFile;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.DocumentId;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.TextHash;
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
 */
final class RecordTransfers {
  private static final Pattern SECTION = Pattern.compile("\"([0-9a-z]{10})\"");

  private final Archive archive;
  private final UnaryOperator<DocumentId> aside;

  /**
   * @param aside finds a free name near another
   */
  RecordTransfers(Archive archive, UnaryOperator<DocumentId> aside) {
    this.archive = archive;
    this.aside = aside;
  }

  /** Lines of a record, and the layout that they lead to. */
  private record Part(String lines, List<SectionLayout> layout, int clock) {
    static Part of(String lines, RecordState state) {
      return new Part(lines, state.layout(), state.clock());
    }

    static Part of(RecordFile record) {
      return of(record.text(), RecordState.fold(record.events()));
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
    String lines = given.text() + handing(rename);
    archive.replaceRecord(
        to,
        joined(
            Part.of(lines, RecordState.fold(given.events())),
            Part.of(archive.record(to)),
            rename.signature()));
    archive.removeRecord(from);
  }

  private static String handing(RenameEvent rename) {
    return EventCodec.handing(rename) + "\n";
  }

  /** Both histories, as of one document: sections with the same text are one. */
  private static String joined(Part first, Part second, EventSignature signature) {
    Map<String, SectionId> known = byText(first.layout());
    Map<SectionId, SectionId> same = new LinkedHashMap<>();
    byText(second.layout())
        .forEach(
            (text, id) -> {
              if (!id.equals(known.getOrDefault(text, id))) {
                same.put(id, known.get(text));
              }
            });
    List<RemovedSection> merged =
        same.entrySet().stream()
            .map(each -> new RemovedSection(each.getKey(), each.getValue()))
            .toList();
    int clock = 1 + Math.max(first.clock(), second.clock());
    String lines = first.lines() + renamed(second.lines(), same);
    return merged.isEmpty() ? lines : lines + layout(signature, List.of(), merged, clock);
  }

  /** Ids of sections whose text is in no other, by that text. */
  private static Map<String, SectionId> byText(List<SectionLayout> layout) {
    return layout.stream()
        .collect(
            Collectors.groupingBy(RecordTransfers::text, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue().size() == 1)
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().getFirst().id()));
  }

  private static String text(SectionLayout section) {
    List<BlockFingerprint> leading =
        section.original().isEmpty() ? section.translation() : section.original();
    List<TextHash> hashes = leading.stream().map(BlockFingerprint::hash).toList();
    return section.isTitle() + "|" + section.original().isEmpty() + "|" + hashes;
  }

  private static String renamed(String lines, Map<SectionId, SectionId> ids) {
    Map<String, String> quoted = new HashMap<>();
    ids.forEach((id, now) -> quoted.put("\"" + id + "\"", "\"" + now + "\""));
    return SECTION
        .matcher(lines)
        .replaceAll(match -> quoted.getOrDefault(match.group(), match.group()));
  }

  private static String layout(
      EventSignature signature,
      List<SectionPlacement> sections,
      List<RemovedSection> removed,
      int clock) {
    var program = new EventSignature(signature.at(), EventSignature.PROGRAM, "file");
    return EventCodec.write(new LayoutEvent(program, sections, removed).at(clock)) + "\n";
  }

  /** A record that a rename has brought where it is. */
  private record Renamed(RecordFile record, RenameEvent rename) {
    static Optional<Renamed> of(RecordFile record) {
      return record
          .lastRename()
          .filter(last -> record.writable())
          .map(last -> new Renamed(record, last));
    }

    boolean isOfSameMoment(Renamed other) {
      return rename.signature().at().equals(other.rename.signature().at());
    }

    /** Where its lines of after the rename begin. */
    private int start() {
      int at = record.text().lastIndexOf(handing(rename));
      return at < 0 ? record.text().length() : at;
    }

    /** What it was before, for the document that it was of. */
    Part until(EventSignature signature) {
      var back = new RenameEvent(signature, rename.document(), rename.formerly());
      int at = record.events().indexOf(rename);
      return Part.of(
          record.text().substring(0, start()) + handing(back),
          RecordState.fold(record.events().subList(0, at)));
    }

    /** What was done since, and the present layout, under new ids where they were there before. */
    Part since(EventSignature signature) {
      String before = record.text().substring(0, start());
      String after = record.text().substring(start()).replace(handing(rename), "");
      RecordState state = RecordState.fold(record.events());
      Map<SectionId, SectionId> ids =
          state.held().stream()
              .filter(id -> before.contains("\"" + id + "\""))
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      id -> SectionId.derive(rename.document(), id.value(), 0, 0)));
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
   * Where the records are that a rename has moved with those of the same moment, as in a swap; then
   * where the last of them was.
   *
   * @throws NotNow if there is none
   */
  List<DocumentId> places(DocumentId id) {
    Renamed first = renamed(id).orElseThrow(() -> new NotNow(NotNow.Reason.CANNOT_UNDO));
    var places = new ArrayList<>(List.of(id));
    Optional<DocumentId> former = Optional.of(first.rename().formerly());
    while (former.isPresent() && !places.contains(former.get())) {
      places.add(former.get());
      former =
          former
              .flatMap(this::renamed)
              .filter(first::isOfSameMoment)
              .map(renamed -> renamed.rename().formerly());
    }
    return places;
  }

  private Optional<Renamed> renamed(DocumentId id) {
    return Renamed.of(archive.record(id));
  }

  /**
   * Takes back the last rename of a document, with the others of that moment: what was done until
   * then is the former document's again, what was done since stays with the text.
   *
   * @param places of {@link #places}
   */
  void undo(List<DocumentId> places, EventSignature signature) {
    Renamed first = renamed(places.getFirst()).orElseThrow();
    Map<DocumentId, Renamed> here = new HashMap<>();
    for (DocumentId place : places) {
      renamed(place).filter(first::isOfSameMoment).ifPresent(each -> here.put(place, each));
    }
    Map<DocumentId, Renamed> returning = new HashMap<>();
    here.values().forEach(each -> returning.put(each.rename().formerly(), each));
    Map<DocumentId, String> lines = new LinkedHashMap<>();
    for (DocumentId place : places.reversed()) { // before it is replaced, its lines are elsewhere
      lines.put(place, restored(place, here.get(place), returning.get(place), signature));
    }
    DocumentId last = places.getLast();
    if (!here.containsKey(last)) {
      lines.forEach(archive::replaceRecord);
      return;
    }
    DocumentId copy = aside.apply(last);
    String own = EventCodec.handing(last.value(), copy.value()) + "\n";
    archive.replaceRecord(copy, archive.record(last).text() + own);
    lines.forEach(archive::replaceRecord);
    archive.removeRecord(copy);
  }

  private String restored(
      DocumentId place,
      @Nullable Renamed here,
      @Nullable Renamed returning,
      EventSignature signature) {
    Part own = here == null ? Part.of(archive.record(place)) : here.since(signature);
    if (returning != null) {
      return joined(returning.until(signature), own, signature);
    }
    String left =
        here == null
            ? ""
            : EventCodec.write(new RenameEvent(signature, place, here.rename().formerly())) + "\n";
    return EventCodec.header(place.value()) + "\n" + left + own.lines();
  }
}
