package no.speil.library.documents;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile;
import no.speil.archive.FileAccessException;
import no.speil.archive.FileStamp;
import no.speil.archive.RecordFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.record.Event;
import no.speil.record.EventSignature;
import org.jspecify.annotations.Nullable;

/** Finds the record that belongs to a document, and writes layouts into it. */
public final class RecordStore {
  private final Archive archive;
  private final Clock clock;
  private final RenameDetector renameDetector;
  private final DocumentLocks locks;

  public RecordStore(
      Archive archive, Clock clock, RenameDetector renameDetector, DocumentLocks locks) {
    this.archive = archive;
    this.clock = clock;
    this.renameDetector = renameDetector;
    this.locks = locks;
  }

  /** The document's record, or that of the document it was before it was renamed. */
  RecordFile read(DocumentId id, @Nullable SideFile original, List<Problem> problems) {
    RecordFile record = readRecord(id, problems);
    if (record.file() == null && record.writable() && original != null) {
      Optional<DocumentId> forerunner = renameDetector.of(id, original.text());
      if (forerunner.isPresent()) {
        record = adopted(forerunner.get(), id, problems);
      }
    } else if (!record.document().equals(id)) {
      if (renameDetector.isOfAnother(record, original)) {
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
    if (!archive.isWritable() || !record.writable() || !handed(former, id, isInPlace, problems)) {
      RecordFile seen = isInPlace ? record : RecordFile.none(former).withEvents(record.events());
      return seen.adoptedBy(id).unwritable();
    }
    return readRecord(id, problems);
  }

  private boolean handed(
      DocumentId former, DocumentId id, boolean isInPlace, List<Problem> problems) {
    try {
      if (isInPlace) {
        archive.handRecord(former, id);
      } else {
        locks.alsoWith(former, () -> archive.handRecord(former, id));
      }
      return true;
    } catch (FileAccessException e) {
      problems.add(unwritable(id, e));
      return false;
    }
  }

  /**
   * Writes a layout down where that can be done; it can always be computed again.
   *
   * @return the record as it is then, or null where it was not written
   */
  @Nullable FileState write(DocumentId id, RecordFile record, Event laid, List<Problem> problems) {
    if (!archive.isWritable() || !record.writable()) {
      return null;
    }
    try {
      return mark(archive.append(id, List.of(laid), false));
    } catch (FileAccessException e) {
      problems.add(unwritable(id, e));
      return null;
    }
  }

  /** The mark of a record that this process has just written, and so need not read. */
  FileState mark(FileStamp stamp) {
    return new FileState(stamp, 0, clock.millis());
  }

  /** Under which the program itself writes. */
  EventSignature signature() {
    return new EventSignature(clock.instant(), EventSignature.PROGRAM, "file");
  }

  private RecordFile readRecord(DocumentId id, List<Problem> problems) {
    try {
      return archive.record(id);
    } catch (FileAccessException e) {
      if (!e.isOfTheFile()) {
        throw e; // without its record a document would have other sections
      }
      problems.add(SideFileReader.unreadable(e));
      return RecordFile.none(id).unwritable();
    }
  }

  private static Problem unwritable(DocumentId id, FileAccessException e) {
    return Problem.of(path(id), 0, Problem.Kind.RECORD_UNWRITABLE, e.reason());
  }

  private static String path(DocumentId id) {
    return "translations/" + Archive.path(ArchiveFile.Role.RECORD, id);
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
