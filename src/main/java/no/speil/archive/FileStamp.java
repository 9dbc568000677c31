package no.speil.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file without reading it. Equal stamps mean an unchanged file,
 * unless the file was modified so shortly before it was read that a second change could bear the
 * same time.
 *
 * @param modified nanoseconds since 1970, as exact as the file system keeps them
 * @param key tells files apart that were moved over one another
 */
public record FileStamp(long size, long modified, int key) {
  /** Clocks of file systems tick coarsely; FAT's by two seconds. */
  private static final long TICK = TimeUnit.SECONDS.toNanos(2);

  /** The stamp that those attributes make. */
  public static FileStamp of(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return new FileStamp(
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        key == null ? 0 : key.hashCode());
  }

  /** The stamp of a file, or of a link itself. */
  public static FileStamp of(Path file) throws IOException {
    return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  /** When the file was last modified, in milliseconds since 1970. */
  public long modifiedMillis() {
    return TimeUnit.NANOSECONDS.toMillis(modified);
  }

  /**
   * Whether a file read at that time could have changed afterwards and still bear this stamp.
   *
   * @param readMillis when it was read, milliseconds since 1970
   */
  public boolean isTooYoungToTrust(long readMillis) {
    return modified > TimeUnit.MILLISECONDS.toNanos(readMillis) - TICK;
  }
}
