package no.speil.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.speil.alignment.Layouter;
import no.speil.alignment.Remembered;
import no.speil.alignment.Revision;
import no.speil.archive.Archive;
import no.speil.archive.FileStamp;
import no.speil.archive.RecordFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.Text;
import no.speil.tracking.Edit;
import no.speil.tracking.Event;
import no.speil.tracking.Judge;
import no.speil.tracking.Laid;
import no.speil.tracking.Ledger;
import no.speil.tracking.Progress;
import no.speil.tracking.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document of its three files. Where the texts have changed since the record's layout, the
 * layout is brought up to them and, unless the archive is read-only, written down.
 */
final class Loader {
  private final Archive archive;
  private final Catalogue catalogue;
  private final LeafReader leaves;
  private final RecordKeeper records;
  private final Layouters layouters;
  private final Judge judge = new Judge();

  /**
   * @param catalogue which tells whose a translation is and whose an old name
   * @param records which finds the records
   */
  Loader(Archive archive, Catalogue catalogue, Layouters layouters, RecordKeeper records) {
    this.archive = archive;
    this.catalogue = catalogue;
    this.leaves = new LeafReader(archive, catalogue);
    this.records = records;
    this.layouters = layouters;
  }

  /**
   * The document, or empty where neither text is there.
   *
   * @param translationPath below {@code translations/}
   */
  Optional<Loaded> load(DocumentId id, String translationPath) {
    var problems = new ArrayList<Problem>();
    LeafReader.Reading original = leaves.original(id, problems);
    if (original.leaf() == null && !archive.hasTranslation(translationPath)) {
      return Optional.empty();
    }
    RecordFile record = records.read(id, original.leaf(), problems);
    String path = translationPath(record, translationPath);
    LeafReader.Reading translation = leaves.translation(record, original.leaf(), path, problems);
    if (original.leaf() == null && translation.leaf() == null) {
      return Optional.empty();
    }
    var files = new Files(id, original.leaf(), translation.leaf(), path);
    if (finish(files, translation.mark(), record)) {
      return load(id, path);
    }
    return Optional.of(assemble(files, original.mark(), translation.mark(), record, problems));
  }

  /** Where the translation is: at the given path, or else still under a name that it had before. */
  private String translationPath(RecordFile record, String given) {
    if (archive.hasTranslation(given)) {
      return given;
    }
    return record.formerNames().reversed().stream()
        .filter(name -> !archive.hasOriginal(name))
        .map(Archive::translationPath)
        .filter(archive::hasTranslation)
        .findFirst()
        .orElse(given);
  }

  /**
   * Carries out an edit that was cut off between the record and the text.
   *
   * @return whether the file has been written
   */
  private boolean finish(Files files, @Nullable FileMark translation, RecordFile record) {
    Optional<Edit> cutOff =
        archive.readOnly() || !record.writable()
            ? Optional.empty()
            : UnfinishedEdit.in(record.events(), translation);
    if (cutOff.isEmpty()) {
      return false;
    }
    if (UnfinishedEdit.isDone(cutOff.get(), trial(files, record))) {
      return false;
    }
    Optional<String> text =
        UnfinishedEdit.textAfter(cutOff.get(), trial(files, UnfinishedEdit.without(record)));
    text.ifPresent(source -> archive.writeTranslation(files.translationPath(), source));
    return text.isPresent();
  }

  /** The document as it would be with that record; nothing is written. */
  private LiveDocument trial(Files files, RecordFile record) {
    return assemble(files, null, null, record.unwritable(), new ArrayList<>()).live();
  }

  private record Files(
      DocumentId id, @Nullable Leaf original, @Nullable Leaf translation, String translationPath) {}

  private Loaded assemble(
      Files files,
      @Nullable FileMark original,
      @Nullable FileMark translation,
      RecordFile record,
      List<Problem> problems) {
    Ledger ledger = Ledger.fold(record.events());
    Revision revision =
        layouter(record, ledger)
            .revise(
                files.id(),
                new Remembered(
                    ledger.layout(), held(files.id(), ledger), ledger.orphaned(), ledger.lost()),
                text(files.original()),
                text(files.translation()));
    FileMark recordMark = FileMark.of(record.file());
    @Nullable Laid unwritten = null;
    if (!revision.changed().isEmpty() || !revision.gone().isEmpty()) {
      var laid = new Laid(records.signature(), revision.changed(), revision.gone());
      boolean isWhole = isWhole(files, ledger);
      boolean isFirst = ledger.layout().isEmpty();
      if (isWhole && (isFirst || (isSettled(original) && isSettled(translation)))) {
        FileMark written = records.write(files.id(), record, laid, problems);
        recordMark = written == null ? recordMark : written;
      } else if (isWhole) {
        unwritten = laid;
      }
      record = record.withEvents(added(record.events(), List.of(laid)));
      ledger = Ledger.fold(record.events());
    }
    List<TrackedSection> sections = judged(revision.sections(), ledger, files.original());
    Doubts.about(files.id(), files.translationPath(), revision.sections()).ifPresent(problems::add);
    var live =
        new LiveDocument(
            files.id(),
            files.original(),
            files.translation(),
            sections,
            problems,
            Progress.of(sections, isElsewhere(files.original())));
    var marks = new Marks(original, translation, recordMark);
    return new Loaded(live, marks, files.translationPath(), record, ledger, unwritten);
  }

  /** What is not written down is computed again, and must come out the same. */
  private Layouter layouter(RecordFile record, Ledger ledger) {
    boolean isWritten = !archive.readOnly() && record.writable();
    return isWritten && !ledger.layout().isEmpty() ? layouters.later() : layouters.first();
  }

  /** Ids not to be given: also those that a document took along which had this name before. */
  private Set<SectionId> held(DocumentId id, Ledger ledger) {
    Optional<DocumentId> heir = catalogue.heir(id).filter(other -> !other.equals(id));
    if (heir.isEmpty()) {
      return ledger.held();
    }
    var held = new HashSet<>(ledger.held());
    held.addAll(Ledger.fold(archive.record(heir.get()).events()).held());
    return held;
  }

  /**
   * The document after events were appended to its record; the texts have not changed.
   *
   * @param stamp of the record with the events in it
   */
  Loaded after(Loaded before, List<Event> events, FileStamp stamp) {
    RecordFile record = before.record().withEvents(added(before.record().events(), events));
    Ledger ledger = Ledger.fold(record.events());
    LiveDocument live = before.live();
    List<TrackedSection> sections =
        judged(
            live.sections().stream().map(TrackedSection::section).toList(),
            ledger,
            live.original());
    return new Loaded(
        new LiveDocument(
            live.id(),
            live.original(),
            live.translation(),
            sections,
            live.problems(),
            Progress.of(sections, isElsewhere(live.original()))),
        new Marks(before.marks().original(), before.marks().translation(), records.mark(stamp)),
        before.translationPath(),
        record,
        ledger,
        null);
  }

  /**
   * Whether no side is missing that the record knows. A file may be missing for a moment, while an
   * editor replaces it; the record does not forget its sections for that.
   */
  private static boolean isWhole(Files files, Ledger ledger) {
    return isThere(files.original(), Side.ORIGINAL, ledger)
        && isThere(files.translation(), Side.TRANSLATION, ledger);
  }

  /**
   * Whether a file has rested since it was written. An editor that writes in place leaves it empty
   * or half for a moment; what is read then is shown and not remembered, and read again soon.
   */
  private static boolean isSettled(@Nullable FileMark file) {
    return file == null || !file.stamp().isTooYoungToTrust(file.readMillis());
  }

  private static boolean isThere(@Nullable Leaf leaf, Side side, Ledger ledger) {
    return leaf != null || ledger.layout().stream().allMatch(each -> each.side(side).isEmpty());
  }

  private static boolean isElsewhere(@Nullable Leaf original) {
    return original != null && original.text().isHeldElsewhere();
  }

  private static List<Event> added(List<Event> events, List<Event> more) {
    var all = new ArrayList<>(events);
    all.addAll(more);
    return all;
  }

  private List<TrackedSection> judged(
      List<Section> sections, Ledger ledger, @Nullable Leaf original) {
    boolean elsewhere = isElsewhere(original);
    return sections.stream()
        .map(
            section ->
                TrackedSection.of(
                    section,
                    judge.judge(
                        section,
                        ledger.history(section.id()),
                        elsewhere,
                        ledger.orphaned().contains(section.id())),
                    ledger.history(section.id()),
                    ledger.reports(section.id())))
        .toList();
  }

  private static @Nullable Text text(@Nullable Leaf leaf) {
    return leaf == null ? null : leaf.text();
  }
}
