package no.speil.library.catalogue;

import java.util.Objects;
import no.speil.archive.FileStamp;
import no.speil.archive.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when it was last read.
 *
 * @param fingerprint of its bytes
 * @param readMillis when it was read
 */
public record FileState(FileStamp stamp, long fingerprint, long readMillis) {

  public static @Nullable FileState of(@Nullable SourceFile file) {
    return file == null ? null : new FileState(file.stamp(), file.fingerprint(), file.readMillis());
  }

  /** Whether that stamp proves that the file is still as it was read. */
  public boolean isProvenBy(FileStamp now) {
    return stamp.equals(now) && !stamp.isTooYoungToTrust(readMillis);
  }

  /** Whether a file that may be missing is provably as it was. */
  static boolean proven(@Nullable FileState state, @Nullable FileStamp now) {
    return state == null ? now == null : now != null && state.isProvenBy(now);
  }

  static boolean sameBytes(@Nullable FileState a, @Nullable FileState b) {
    return Objects.equals(a == null ? null : a.fingerprint, b == null ? null : b.fingerprint);
  }

  /**
   * The same for a record, which has no fingerprint where this process has written it and not read
   * it since: a stamp that is the same proves it.
   */
  static boolean sameRecord(@Nullable FileState a, @Nullable FileState b) {
    return sameBytes(a, b) || (a != null && b != null && a.stamp.equals(b.stamp));
  }
}
