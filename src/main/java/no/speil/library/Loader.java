package no.speil.library;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.speil.alignment.Layouter;
import no.speil.alignment.Remembered;
import no.speil.alignment.Revision;
import no.speil.archive.Archive;
import no.speil.archive.FileStamp;
import no.speil.archive.Found;
import no.speil.archive.RecordFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.corpus.Text;
import no.speil.markdown.MarkdownReader;
import no.speil.markdown.Page;
import no.speil.tracking.Event;
import no.speil.tracking.Judge;
import no.speil.tracking.Laid;
import no.speil.tracking.Ledger;
import no.speil.tracking.Progress;
import no.speil.tracking.Signature;
import no.speil.tracking.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document of its three files. Where the texts have changed since the record's layout, the
 * layout is brought up to them and, unless the archive is read-only, written down.
 */
final class Loader {
  private final Archive archive;
  private final MarkdownReader reader = new MarkdownReader();
  private final Layouter layouter;
  private final Judge judge = new Judge();
  private final Clock clock;

  Loader(Archive archive, Layouter layouter, Clock clock) {
    this.archive = archive;
    this.layouter = layouter;
    this.clock = clock;
  }

  /**
   * The document, or empty where neither text is there.
   *
   * @param translationPath below {@code translations/}
   */
  Optional<Loaded> load(DocumentId id, String translationPath) {
    var problems = new ArrayList<Problem>();
    SourceFile original = read(() -> archive.original(id), "archive/" + id + ".md", problems);
    SourceFile translation =
        read(
            () -> archive.translation(translationPath),
            "translations/" + translationPath,
            problems);
    Leaf originalLeaf = leaf(id, original, Side.ORIGINAL, problems);
    Leaf translationLeaf =
        own(id, originalLeaf, translationPath, leaf(id, translation, Side.TRANSLATION, problems));
    if (originalLeaf == null && translationLeaf == null) {
      return Optional.empty();
    }
    RecordFile record = record(id, originalLeaf, problems);
    Files files = new Files(id, originalLeaf, translationLeaf, translationPath);
    return Optional.of(
        assemble(files, FileMark.of(original), FileMark.of(translation), record, problems));
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
        layouter.revise(
            files.id(),
            new Remembered(ledger.layout(), ledger.held(), ledger.orphaned()),
            text(files.original()),
            text(files.translation()));
    FileMark recordMark = FileMark.of(record.file());
    if (!revision.changed().isEmpty() || !revision.gone().isEmpty()) {
      Event laid = new Laid(signature(), revision.changed(), revision.gone());
      FileMark written = write(files.id(), record, laid, problems);
      recordMark = written == null ? recordMark : written;
      record = record.withEvents(added(record.events(), List.of(laid)));
      ledger = Ledger.fold(record.events());
    }
    strangeness(files, problems);
    List<TrackedSection> sections = judged(revision.sections(), ledger, files.original());
    var live =
        new LiveDocument(
            files.id(),
            files.original(),
            files.translation(),
            sections,
            problems,
            Progress.of(sections, isElsewhere(files.original())));
    var marks = new Marks(original, translation, recordMark);
    return new Loaded(live, marks, files.translationPath(), record, ledger);
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
        new Marks(before.marks().original(), before.marks().translation(), ownMark(stamp)),
        before.translationPath(),
        record,
        ledger);
  }

  private static boolean isElsewhere(@Nullable Leaf original) {
    return original != null && original.text().isHeldElsewhere();
  }

  private Signature signature() {
    return new Signature(clock.instant(), "speil", "file");
  }

  private static List<Event> added(List<Event> events, List<Event> more) {
    var all = new ArrayList<>(events);
    all.addAll(more);
    return all;
  }

  /** The mark of a record that this process has just written, and so need not read. */
  private FileMark ownMark(FileStamp stamp) {
    return new FileMark(stamp, 0, clock.millis());
  }

  /** Writes a layout down where that can be done; it can always be computed again. */
  private @Nullable FileMark write(
      DocumentId id, RecordFile record, Event laid, List<Problem> problems) {
    if (archive.readOnly() || !record.writable()) {
      return null;
    }
    try {
      return ownMark(archive.append(id, List.of(laid), false));
    } catch (UncheckedIOException e) {
      problems.add(
          new Problem(
              "translations/" + Archive.path(Found.Role.RECORD, id),
              0,
              "The record could not be written: " + e.getMessage() + ".",
              "Make room on the disk, or give the user that runs Speil the right to write there."));
      return null;
    }
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
                    ledger.history(section.id())))
        .toList();
  }

  /** The document's record, or that of the document it was before it was renamed. */
  private RecordFile record(DocumentId id, @Nullable Leaf original, List<Problem> problems) {
    RecordFile record = readRecord(id, problems);
    if (record.file() == null && !archive.readOnly()) {
      for (DocumentId alias : Card.aliases(text(original))) {
        if (!archive.hasText(alias) && archive.moveRecord(alias, id)) {
          record = readRecord(id, problems);
          break;
        }
      }
    }
    if (!record.document().equals(id) && archive.hasText(record.document())) {
      problems.add(foreign(record));
      return record.withEvents(List.of()).unwritable();
    }
    problems.addAll(record.problems());
    return record;
  }

  private RecordFile readRecord(DocumentId id, List<Problem> problems) {
    try {
      return archive.record(id);
    } catch (UncheckedIOException e) {
      problems.add(unreadable("translations/" + Archive.path(Found.Role.RECORD, id), e));
      return RecordFile.none(id).unwritable();
    }
  }

  private static Problem foreign(RecordFile record) {
    SourceFile file = record.file();
    return new Problem(
        file == null ? "" : file.path(),
        1,
        "This record belongs to \"" + record.document() + "\", which is still there.",
        "Remove this copy: marks belong to the text they were made on.");
  }

  private interface Reading {
    Optional<SourceFile> read();
  }

  private static @Nullable SourceFile read(Reading reading, String path, List<Problem> problems) {
    try {
      return reading.read().orElse(null);
    } catch (UncheckedIOException e) {
      problems.add(unreadable(path, e));
      return null;
    }
  }

  private static Problem unreadable(String path, UncheckedIOException e) {
    Throwable cause = e.getCause();
    return new Problem(
        path,
        0,
        "This file could not be read: " + (cause == null ? e : cause).getMessage() + ".",
        "See that the user who runs Speil may read it, and that it is a text.");
  }

  private @Nullable Leaf leaf(
      DocumentId id, @Nullable SourceFile file, Side side, List<Problem> problems) {
    if (file == null) {
      return null;
    }
    if (!file.utf8()) {
      problems.add(
          new Problem(
              file.path(),
              0,
              "This file is not UTF-8; it was read as Windows-1252, and saving into it is refused.",
              "Save the file as UTF-8."));
    }
    Page page = reader.read(file.text(), file.path(), id.name(), side);
    problems.addAll(page.problems());
    return new Leaf(page.text(), file.text(), file.path(), file.utf8());
  }

  /** The translation, unless its front matter says that it belongs to another document. */
  private static @Nullable Leaf own(
      DocumentId id, @Nullable Leaf original, String path, @Nullable Leaf translation) {
    boolean isBesideOriginal = original != null && path.equals(Archive.translationPath(id));
    if (translation == null || isBesideOriginal) {
      return translation;
    }
    String named = translation.text().metadata().provenance().original();
    boolean isOwn =
        named.isEmpty()
            ? path.equals(Archive.translationPath(id))
            : DocumentId.parse(named).filter(id::equals).isPresent();
    return isOwn ? translation : null;
  }

  private static void strangeness(Files files, List<Problem> problems) {
    Leaf translation = files.translation();
    if (files.original() == null && translation != null) {
      problems.add(
          new Problem(
              translation.path(),
              0,
              "There is no original archive/" + files.id() + ".md.",
              "Add the original, or name it in the front matter with \"original:\"; where it is held"
                  + " elsewhere, add a file with its title and \"source:\"."));
    }
  }

  private static @Nullable Text text(@Nullable Leaf leaf) {
    return leaf == null ? null : leaf.text();
  }
}
