package no.speil.library.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.RecordFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.markdown.parse.MarkdownReader;
import org.jspecify.annotations.Nullable;

/**
 * Decides which record belongs to which document, for all documents at once that have something to
 * do with each other: by the blocks that stand in no other document of the archive. What stands in
 * others too proves nothing, and a name alone only where nothing else does.
 */
final class RecordAssignment {
  /** What stands in more documents leads from none to another. */
  private static final int MOST_HOLDERS = 8;

  private static final int MOST_PLACES = 64;

  /** The share of their own blocks that a text and a record must have in common. */
  private static final double PROOF = 0.5;

  /** The same where the title differs: letters of a form have most of it in common. */
  private static final double PROOF_UNDER_ANOTHER_TITLE = 0.75;

  /** The share of its blocks that a text has in common with whatever may belong to it. */
  static final double LIKENESS = 0.2;

  private static final double WEIGHT_OF_NAME = 0.3;
  private static final int LEAST_BLOCKS = 2;

  private final Archive archive;
  private final FingerprintIndex fingerprintIndex;
  private final Map<DocumentId, Place> places = new LinkedHashMap<>();
  private final Map<TextHash, Set<DocumentId>> holders = new HashMap<>();

  RecordAssignment(Archive archive, FingerprintIndex fingerprintIndex) {
    this.archive = archive;
    this.fingerprintIndex = fingerprintIndex;
  }

  /** What is found under one name: the texts, and the record, whosever they are. */
  private record Place(
      DocumentId id,
      DocumentFingerprint text,
      DocumentFingerprint record,
      boolean hasWork,
      List<RecordFile.Refusal> refusals,
      List<DocumentId> aliases) {
    boolean hasText() {
      return !text.all().isEmpty();
    }

    boolean hasRecord() {
      return !record.all().isEmpty();
    }
  }

  /** A text and a record, and how much speaks for them. */
  private record Candidate(Place text, Place record, double weight) {
    /** Whether another one of the same text or record is as good. */
    boolean isRivalledBy(Candidate other) {
      return !other.equals(this)
          && !text.equals(record)
          && weight == other.weight
          && sameSegments() == other.sameSegments();
    }

    /** Of folders that were renamed, what lies below is called as before. */
    int sameSegments() {
      Object[] one = List.of(text.id().value().split("/")).reversed().toArray();
      Object[] other = List.of(record.id().value().split("/")).reversed().toArray();
      int different = Arrays.mismatch(one, other);
      return different < 0 ? one.length : different;
    }
  }

  /**
   * What is to be done.
   *
   * @param owners the documents that get the record which lies under another name, and that name
   * @param displaced names whose record belongs to no document, though there is one of that name
   * @param held documents that must not be written for, each with the one whose record fits
   * @param twin of a record without a document: the one that has its text beside a record in which
   *     nobody has done anything; or null
   * @param isCopied whether some document has the text of such a record, under its title
   * @param likeliest for such a record, the document that it may belong to; or empty
   */
  record Decision(
      Map<DocumentId, DocumentId> owners,
      Set<DocumentId> displaced,
      Map<DocumentId, DocumentId> held,
      @Nullable DocumentId twin,
      boolean isCopied,
      String likeliest) {}

  /** Decides for documents, and records that have none, and for all that these depend on. */
  Decision of(Collection<DocumentId> asked) {
    gather(asked);
    places.values().forEach(it -> it.text().all().forEach(hash -> holders(hash).add(it.id())));
    Map<DocumentId, DocumentId> owners = choose(candidates());
    var held = new HashMap<DocumentId, DocumentId>();
    for (Place place : places.values()) {
      holder(place, owners).ifPresent(other -> held.put(place.id(), other));
    }
    Set<DocumentId> displaced =
        places.values().stream()
            .filter(place -> place.hasText() && place.hasRecord())
            .map(Place::id)
            .filter(id -> !owners.containsValue(id))
            .collect(Collectors.toSet());
    owners.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
    Place first = place(asked.iterator().next());
    List<Place> copies = copies(first);
    boolean isCopied = copies.stream().anyMatch(place -> place.text().hasTitleOf(first.record()));
    return new Decision(owners, displaced, held, twin(copies), isCopied, likeliest(first));
  }

  /** Goes from what a text or a record has to the others that have it, while these do not agree. */
  private void gather(Collection<DocumentId> asked) {
    var queue = new ArrayDeque<>(asked);
    while (!queue.isEmpty() && places.size() < 2 * asked.size() + MOST_PLACES) {
      Place place = place(queue.remove());
      if (asked.contains(place.id())
          || !place.hasText()
          || !place.record().all().containsAll(place.text().all())) {
        Stream.concat(place.aliases().stream(), others(place).stream())
            .filter(id -> !places.containsKey(id))
            .forEach(queue::add);
      }
    }
  }

  private List<DocumentId> others(Place place) {
    Stream<DocumentId> sharing =
        Stream.of(place.text().all(), place.record().all())
            .flatMap(Collection::stream)
            .distinct()
            .map(this::holders)
            .filter(ids -> ids.size() <= MOST_HOLDERS)
            .flatMap(Collection::stream);
    return FingerprintIndex.foundMost(sharing, 1, MOST_HOLDERS);
  }

  /** The documents and the records that have a block. */
  private Set<DocumentId> holders(TextHash hash) {
    return holders.computeIfAbsent(
        hash, wanted -> new HashSet<>(fingerprintIndex.alike(List.of(wanted))));
  }

  private Place place(DocumentId id) {
    return places.computeIfAbsent(id, this::read);
  }

  /** What a document has and its record remembers. */
  Set<TextHash> blocks(DocumentId id) {
    Place place = read(id);
    Set<TextHash> blocks = place.text().all();
    blocks.addAll(place.record().all());
    return blocks;
  }

  private Place read(DocumentId id) {
    try {
      DocumentText original = text(archive.original(id), id, Side.ORIGINAL);
      DocumentText translation =
          text(archive.translation(Archive.translationPath(id)), id, Side.TRANSLATION);
      RecordFile record = archive.record(id);
      boolean isCopy = !record.document().equals(id) && archive.hasRecord(record.document());
      boolean hasText = original != null || translation != null;
      return new Place(
          id,
          DocumentFingerprint.of(id, original, translation),
          isCopy || (record.isLeft() && !hasText)
              ? DocumentFingerprint.NONE
              : DocumentFingerprint.of(record),
          record.holdsWork(),
          record.refusals(),
          original == null ? List.of() : SummaryMapper.aliases(original));
    } catch (RuntimeException e) { // loading that document lists it as a problem
      return new Place(
          id, DocumentFingerprint.NONE, DocumentFingerprint.NONE, false, List.of(), List.of());
    }
  }

  private static @Nullable DocumentText text(Optional<SourceFile> file, DocumentId id, Side side) {
    DocumentText text =
        file.map(
                each -> new MarkdownReader().read(each.text(), each.path(), id.name(), side).text())
            .orElse(null);
    String named = text == null ? "" : text.metadata().provenance().original();
    return side == Side.TRANSLATION && !named.isEmpty() && !named.equals(id.value()) ? null : text;
  }

  private List<Candidate> candidates() {
    var candidates = new ArrayList<Candidate>();
    for (Place text : places.values()) {
      Set<Place> records = new LinkedHashSet<>(near(text));
      records.add(text);
      text.aliases().stream().map(places::get).filter(Objects::nonNull).forEach(records::add);
      for (Place record : records) {
        if (text.hasText() && record.hasRecord()) {
          weight(text, record)
              .ifPresent(weight -> candidates.add(new Candidate(text, record, weight)));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::weight)
            .thenComparingInt(Candidate::sameSegments)
            .reversed()
            .thenComparing(each -> each.text().id()));
    return candidates;
  }

  /** The places that have a block of this one, and may have to do with it. */
  private List<Place> near(Place place) {
    return others(place).stream()
        .map(places::get)
        .filter(Objects::nonNull)
        .filter(other -> !isRefused(place, other) && !isRefused(other, place))
        .toList();
  }

  /** Whether somebody has taken the record away from there, and the text is the same as then. */
  private static boolean isRefused(Place text, Place record) {
    return record.refusals().stream()
        .filter(refusal -> refusal.document().equals(text.id()))
        .map(refusal -> DocumentFingerprint.of(List.of(text.id()), refusal.layout()))
        .map(text.text()::shared)
        .anyMatch(shared -> shared > 0 && shared >= text.text().shared(record.record()));
  }

  private Optional<Double> weight(Place text, Place record) {
    double share = share(text, record, Side.values());
    if (text.equals(record)) {
      boolean isLeft = text.text().original().isEmpty() && !record.record().original().isEmpty();
      return Optional.of(isLeft ? WEIGHT_OF_NAME : share + WEIGHT_OF_NAME);
    }
    boolean isNamed = text.aliases().contains(record.id()) && !record.hasText();
    return isNamed || isProof(text, record, share)
        ? Optional.of(isNamed ? 2 : share)
        : Optional.empty();
  }

  private boolean isProof(Place text, Place record, double share) {
    boolean hasTitle = text.text().hasTitleOf(record.record());
    return (areEqual(text, record, Side.values())
            && Stream.of(Side.values()).noneMatch(side -> hasMost(record, record, side)))
        || (share > PROOF
            && share >= (hasTitle ? PROOF : PROOF_UNDER_ANOTHER_TITLE)
            && common(text, record) >= LEAST_BLOCKS);
  }

  /** Whether a text still has more than half of what a record remembers, whoever else has it. */
  private static boolean hasMost(Place text, Place record, Side side) {
    return 2 * shared(text, record, side) > record.record().side(side).size();
  }

  /**
   * The texts with the records that are theirs: the best first, of two that are as good neither.
   */
  private static Map<DocumentId, DocumentId> choose(List<Candidate> candidates) {
    Map<DocumentId, List<Candidate>> ofText =
        candidates.stream().collect(Collectors.groupingBy(each -> each.text().id()));
    Map<DocumentId, List<Candidate>> ofRecord =
        candidates.stream().collect(Collectors.groupingBy(each -> each.record().id()));
    Map<DocumentId, DocumentId> owners = new LinkedHashMap<>();
    Set<DocumentId> records = new HashSet<>();
    Predicate<Candidate> isFree =
        each -> !owners.containsKey(each.text().id()) && !records.contains(each.record().id());
    for (Candidate each : candidates) {
      if (isFree.test(each)
          && Stream.of(ofText.get(each.text().id()), ofRecord.get(each.record().id()))
              .flatMap(Collection::stream)
              .filter(isFree)
              .noneMatch(each::isRivalledBy)) {
        owners.put(each.text().id(), each.record().id());
        records.add(each.record().id());
      }
    }
    return owners;
  }

  /**
   * The share of the blocks that only these two have which they have in common, on the sides where
   * both have any; 1 where they are equal.
   */
  private double share(Place text, Place record, Side... sides) {
    int all = 0;
    int common = 0;
    for (Side side : sides) {
      Set<TextHash> rare = rare(text.text().side(side), text, record);
      Set<TextHash> remembered = rare(record.record().side(side), text, record);
      if (isCompared(text, record, side)) {
        all += Math.max(rare.size(), remembered.size());
        rare.retainAll(remembered);
        common += rare.size();
      }
    }
    if (areEqual(text, record, sides)) {
      return 1;
    }
    return all == 0 ? 0 : (double) common / all;
  }

  private static boolean isCompared(Place text, Place record, Side side) {
    return !text.text().side(side).isEmpty() && !record.record().side(side).isEmpty();
  }

  private int common(Place text, Place record) {
    Set<TextHash> rare = rare(text.text().all(), text, record);
    return (int) rare.stream().filter(record.record().all()::contains).count();
  }

  private static boolean areEqual(Place text, Place record, Side... sides) {
    List<Side> compared = Stream.of(sides).filter(side -> isCompared(text, record, side)).toList();
    return !compared.isEmpty()
        && compared.stream()
            .allMatch(side -> text.text().side(side).equals(record.record().side(side)));
  }

  private Set<TextHash> rare(Set<TextHash> hashes, Place text, Place record) {
    return hashes.stream()
        .filter(hash -> !isHeldByOthers(hash, text, record))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private boolean isHeldByOthers(TextHash hash, Place text, Place record) {
    return holders(hash).stream()
        .filter(id -> !id.equals(text.id()) && !id.equals(record.id()))
        .filter(id -> !text.equals(record) || archive.hasRecord(id)) // a new copy takes nothing
        .anyMatch(id -> isStillThere(id, hash));
  }

  /** The index may not yet know that a document has got another text, or has gone. */
  private boolean isStillThere(DocumentId id, TextHash hash) {
    Place place = places.get(id);
    return place != null
        ? place.text().all().contains(hash) || place.record().all().contains(hash)
        : archive.hasText(id) || archive.hasRecord(id);
  }

  /** The document whose record one side of a text fits, while the other side, or all, does not. */
  private Optional<DocumentId> holder(Place place, Map<DocumentId, DocumentId> owners) {
    DocumentId owner = owners.get(place.id());
    Place own = owner == null ? null : places.get(owner);
    return Stream.of(Side.values())
        .flatMap(
            side ->
                near(place).stream()
                    .filter(
                        other -> !other.equals(place) && !other.equals(own) && other.hasRecord())
                    .filter(other -> share(place, other, side) > PROOF)
                    .filter(other -> isTorn(place, own, other, side)))
        .map(Place::id)
        .findFirst();
  }

  private boolean isTorn(Place place, @Nullable Place own, Place other, Side side) {
    if (own != null) {
      boolean isEditedCopy =
          areEqual(other, other, side)
              && hasMost(place, own, side); // of a text that is still there
      return !isEditedCopy
          && isAlien(place, own, side)
          && shared(place, own, side) < shared(place, other, side);
    }
    if (hasMost(other, other, side)) {
      return false; // a new text with a copy of that side
    }
    return place.text().side(side.other()).isEmpty()
        ? side == Side.TRANSLATION && other.text().translation().isEmpty()
        : isAlien(place, other, side.other());
  }

  /** How many blocks of that side a record remembers, whoever else has them. */
  private static int shared(Place text, Place record, Side side) {
    return text.text().shared(record.record(), side);
  }

  /** Whether nothing on that side speaks for the two. */
  private boolean isAlien(Place text, Place record, Side side) {
    return isCompared(text, record, side) && share(text, record, side) == 0;
  }

  private static @Nullable DocumentId twin(List<Place> copies) {
    List<Place> twins = copies.stream().filter(place -> !place.hasWork()).toList();
    return twins.size() == 1 ? twins.getFirst().id() : null;
  }

  /** Documents that have the text of a record without a document. */
  private List<Place> copies(Place record) {
    return near(record).stream()
        .filter(place -> !record.hasText() && place.hasText())
        .filter(place -> share(place, record, Side.values()) >= PROOF_UNDER_ANOTHER_TITLE)
        .filter(place -> isProof(place, record, 1))
        .toList();
  }

  /** The document that a record without a text most likely belongs to; empty for none. */
  private String likeliest(Place record) {
    return near(record).stream()
        .filter(place -> !record.hasText() && place.hasText())
        .filter(place -> share(place, record, Side.values()) > LIKENESS)
        .min(Comparator.comparingDouble(place -> -share(place, record, Side.values())))
        .map(place -> place.id().value())
        .orElse("");
  }
}
