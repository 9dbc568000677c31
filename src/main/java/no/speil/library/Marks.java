package no.speil.library;

import java.util.Optional;
import no.speil.archive.FileStamp;
import org.jspecify.annotations.Nullable;

/** The three files of a document as they were when last read; null where there was none. */
record Marks(
    @Nullable FileMark original, @Nullable FileMark translation, @Nullable FileMark record) {

  /** What the file system says of the three files now. */
  record Stamps(
      Optional<FileStamp> original, Optional<FileStamp> translation, Optional<FileStamp> record) {
    static final Stamps NONE = new Stamps(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether those stamps prove that nothing has changed. */
  boolean areProvenBy(Stamps now) {
    return FileMark.proven(original, now.original())
        && FileMark.proven(translation, now.translation())
        && FileMark.provenRecord(record, now.record());
  }

  /** Whether the files hold the same bytes. */
  boolean haveBytesOf(Marks other) {
    return FileMark.sameBytes(original, other.original)
        && FileMark.sameBytes(translation, other.translation)
        && FileMark.sameBytes(record, other.record);
  }
}
