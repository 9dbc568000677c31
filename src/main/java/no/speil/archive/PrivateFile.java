package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * A file below the root that only its owner may read (mode 600): written whole, and by one process
 * at a time.
 */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private final Path root;
  private final String name;
  private final Path file;

  /**
   * @param root the folder that holds {@code archive/}
   * @param name the path below it
   */
  public PrivateFile(Path root, String name) {
    this.root = root;
    this.name = name;
    this.file = root.resolve(name);
  }

  /**
   * Makes an empty file anywhere that only its owner may read, from its first moment.
   *
   * @throws java.nio.file.FileAlreadyExistsException if something stands there
   */
  public static void create(Path file) throws IOException {
    Files.createFile(file, attributes(file));
  }

  /** To make a file with; none where files have no such modes. */
  private static FileAttribute<?>[] attributes(Path file) {
    return hasModes(file)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasModes(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The path below the root. */
  public String name() {
    return name;
  }

  /** What the file system says of it; empty where there is none. */
  public Optional<FileStamp> stamp() {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Archive.stamp(file)
        : Optional.empty();
  }

  /**
   * Its text; empty where there is none.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public Optional<String> read() {
    if (stamp().isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(file) > Archive.LARGEST) {
        throw new FileAccessException.TooLarge(Archive.LARGEST);
      }
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }

  /** Whether others than its owner may read or write it. */
  public boolean isOpenToOthers() {
    try {
      return stamp().isPresent()
          && hasModes(file)
          && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      return false; // what cannot be asked is said when the file is read
    }
  }

  /**
   * Replaces the file.
   *
   * @throws UncheckedIOException if the disk refuses; the file is then as it was
   */
  public void write(String text) {
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8), attributes(file));
  }

  /**
   * Reads the file and replaces it, while no other process does.
   *
   * @param change from the text as it is, empty where there is none, to the new one
   * @throws UncheckedIOException if the disk refuses; the file is then as it was
   */
  public void change(Function<Optional<String>, String> change) {
    Path lock = root.resolve(".speil").resolve(file.getFileName() + ".lock");
    try {
      Files.createDirectories(AtomicFile.folder(lock));
      GitFiles.ignoreAllOf(AtomicFile.folder(lock));
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = lock(channel)) {
        Optional<String> before = read();
        String after = change.apply(before);
        if (held.isValid() && !before.equals(Optional.of(after))) {
          write(after);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("changing " + name, e);
    }
  }

  /** Removes the file, if it is there. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + name, e);
    }
  }

  /** Waits for another process, and for another part of this one. */
  private static FileLock lock(FileChannel channel) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    FileLock lock = WriterLock.tryLock(channel);
    while (lock == null) {
      if (System.nanoTime() > end) {
        throw new IOException("another process is changing it");
      }
      LockSupport.parkNanos(PAUSE);
      lock = WriterLock.tryLock(channel);
    }
    return lock;
  }
}
