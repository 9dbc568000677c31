package no.speil.library;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.FileStamp;
import no.speil.archive.Found;
import no.speil.archive.RecordFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.tracking.Event;
import no.speil.tracking.Signature;
import org.jspecify.annotations.Nullable;

/** Finds the record that belongs to a document, and writes layouts into it. */
final class RecordKeeper {
  private final Archive archive;
  private final Clock clock;
  private final Forerunners forerunners;
  private final DocumentLocks locks;

  RecordKeeper(Archive archive, Clock clock, Forerunners forerunners, DocumentLocks locks) {
    this.archive = archive;
    this.clock = clock;
    this.forerunners = forerunners;
    this.locks = locks;
  }

  /** The document's record, or that of the document it was before it was renamed. */
  RecordFile read(DocumentId id, @Nullable Leaf original, List<Problem> problems) {
    RecordFile record = readRecord(id, problems);
    if (record.file() == null && record.writable() && original != null) {
      Optional<DocumentId> forerunner = forerunners.of(id, original.text());
      if (forerunner.isPresent()) {
        record = adopted(forerunner.get(), id, problems);
      }
    } else if (!record.document().equals(id)) {
      if (forerunners.isOfAnother(record, original)) {
        problems.add(foreign(record));
        return record.foreignTo(id);
      }
      record = adopted(record.document(), id, problems);
    }
    problems.addAll(record.problems());
    return record;
  }

  /** The record of a document that is gone, handed on to the one that took its place. */
  private RecordFile adopted(DocumentId former, DocumentId id, List<Problem> problems) {
    boolean isInPlace = archive.hasRecord(id);
    RecordFile record = readRecord(isInPlace ? id : former, problems);
    if (archive.readOnly() || !record.writable()) {
      RecordFile seen = isInPlace ? record : RecordFile.none(former).withEvents(record.events());
      return seen.adoptedBy(id).unwritable();
    }
    if (isInPlace) {
      archive.handRecord(former, id);
    } else {
      locks.alsoWith(former, () -> archive.handRecord(former, id));
    }
    return readRecord(id, problems);
  }

  /**
   * Writes a layout down where that can be done; it can always be computed again.
   *
   * @return the record as it is then, or null where it was not written
   */
  @Nullable FileMark write(DocumentId id, RecordFile record, Event laid, List<Problem> problems) {
    if (archive.readOnly() || !record.writable()) {
      return null;
    }
    try {
      return mark(archive.append(id, List.of(laid), false));
    } catch (UncheckedIOException e) {
      problems.add(
          Problem.of(path(id), 0, Problem.Kind.RECORD_UNWRITABLE, String.valueOf(e.getMessage())));
      return null;
    }
  }

  /** The mark of a record that this process has just written, and so need not read. */
  FileMark mark(FileStamp stamp) {
    return new FileMark(stamp, 0, clock.millis());
  }

  /** Under which the program itself writes. */
  Signature signature() {
    return new Signature(clock.instant(), Signature.PROGRAM, "file");
  }

  private RecordFile readRecord(DocumentId id, List<Problem> problems) {
    try {
      return archive.record(id);
    } catch (UncheckedIOException e) {
      problems.add(LeafReader.unreadable(path(id), e));
      return RecordFile.none(id).unwritable();
    }
  }

  private static String path(DocumentId id) {
    return "translations/" + Archive.path(Found.Role.RECORD, id);
  }

  private static Problem foreign(RecordFile record) {
    SourceFile file = record.file();
    return Problem.of(
        file == null ? "" : file.path(),
        1,
        Problem.Kind.RECORD_OF_ANOTHER,
        record.document().value());
  }
}
