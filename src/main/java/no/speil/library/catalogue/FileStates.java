package no.speil.library.catalogue;

import java.util.Objects;
import java.util.stream.Stream;
import no.speil.archive.FileStamp;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/** The three files of a document as they were when last read; null where there was none. */
public record FileStates(
    @Nullable FileState original, @Nullable FileState translation, @Nullable FileState record) {

  /** What the file system says of the three files now; null where there is none. */
  public record Stamps(
      @Nullable FileStamp original, @Nullable FileStamp translation, @Nullable FileStamp record) {}

  /** The same with the record as it has been written. */
  public FileStates with(FileState written) {
    return new FileStates(original, translation, written);
  }

  /** The stamps of those that were there. */
  public Stream<FileStamp> stamps() {
    return Stream.of(original, translation, record).filter(Objects::nonNull).map(FileState::stamp);
  }

  /** Whether there is a text of that side. */
  public boolean has(Side side) {
    return (side == Side.ORIGINAL ? original : translation) != null;
  }

  /** Whether one of them lies in the folder of that side. */
  boolean isIn(Side side) {
    return has(side) || (side == Side.TRANSLATION && record != null);
  }

  /**
   * Whether those stamps prove that nothing has changed. Records are only ever appended to, so that
   * a second change within one tick of the clock shows in the size.
   */
  public boolean areProvenBy(Stamps now) {
    return FileState.proven(original, now.original())
        && FileState.proven(translation, now.translation())
        && Objects.equals(record == null ? null : record.stamp(), now.record());
  }

  /** Whether the files hold the same bytes. */
  public boolean haveBytesOf(FileStates other) {
    return FileState.sameBytes(original, other.original)
        && FileState.sameBytes(translation, other.translation)
        && FileState.sameRecord(record, other.record);
  }
}
