package no.speil.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that nobody but their owner may read (mode 600), from their first moment. */
public final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private OwnerOnly() {}

  /**
   * Makes an empty file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if something stands there
   */
  public static void create(Path file) throws IOException {
    Files.createFile(file, attributes(file));
  }

  /** To make a file with; none where files have no such modes. */
  static FileAttribute<?>[] attributes(Path file) {
    return hasModes(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
        : new FileAttribute<?>[0];
  }

  /** Whether nobody else may read or write a file that is there. */
  static boolean holds(Path file) throws IOException {
    return !hasModes(file) || OWNERS.containsAll(Files.getPosixFilePermissions(file));
  }

  private static boolean hasModes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
