package no.speil.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to an archive: held by one process at a time, given back by the operating
 * system even when that process is killed. The lock file names the process that holds it. Whoever
 * deletes that file takes the right away, so it is looked at before every write. Thread-safe.
 */
public final class WriterLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriterLock.class);
  private static final int TRIES = 100;
  private static final int LONGEST_HOLDER = 1_000;

  private final Path file;
  private Held held;
  private boolean lost;

  /**
   * A lock on a file.
   *
   * @param key which tells the file from another of the same name; null where the system has none
   */
  private record Held(FileChannel channel, @Nullable Object key) {}

  private WriterLock(Path file, Held held) {
    this.file = file;
    this.held = held;
  }

  /**
   * @param file where the lock lies; its folder is made
   * @throws ArchiveInUseException if another process holds it
   */
  static WriterLock take(Path file, Path root) {
    try {
      Held held = tryToTake(file);
      if (held == null) {
        throw new ArchiveInUseException(root, holder(file));
      }
      return new WriterLock(file, held);
    } catch (IOException e) {
      throw new UncheckedIOException("locking " + file, e);
    }
  }

  /**
   * Sees to it that the file is still the one that this process has locked, and takes the lock anew
   * where it is not.
   *
   * @throws WriterLockLostException if another process has it
   */
  synchronized void hold() {
    try {
      if (isInPlace()) {
        return;
      }
      Held again = tryToTake(file);
      if (again == null) {
        throw lost(new WriterLockLostException(holder(file)));
      }
      held.channel().close();
      held = again;
    } catch (IOException e) {
      throw lost(new WriterLockLostException(e));
    }
    LOG.warn(
        lost
            ? "No other Speil writes to the archive any more, so this one writes again."
            : "The lock below .speil/ was deleted; it has been taken again.");
    lost = false;
  }

  /** Whether the file is still the one that this process has locked. */
  synchronized boolean isInPlace() {
    try {
      return Objects.equals(held.key(), key(file));
    } catch (IOException e) {
      return false;
    }
  }

  /** Said once, however often it is found. */
  private WriterLockLostException lost(WriterLockLostException e) {
    if (!lost) {
      LOG.error("The lock below .speil/ was deleted. {}", e.getMessage());
    }
    lost = true;
    return e;
  }

  /**
   * Locks what stands under that name. A file that is deleted while it is opened is not taken for
   * the one that stands there afterwards: what is open keeps its key for itself.
   *
   * @return null where another process has locked it
   */
  private static @Nullable Held tryToTake(Path file) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      try {
        make(file);
        Object key = key(file);
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
          channel.close();
          return null;
        }
        if (Objects.equals(key, key(file))) {
          byte[] pid =
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
          channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
          return new Held(channel, key);
        }
        channel.close();
      } catch (NoSuchFileException e) {
        // deleted meanwhile: it is made again
      }
    }
    throw new IOException(file + " is deleted again and again");
  }

  private static void make(Path file) throws IOException {
    Path folder = AtomicFile.folder(file);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder); // not the root: it may have been moved, and come back
      }
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // it is there
    }
  }

  /** Null if another process holds the lock, or another part of this one. */
  public static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  /** Who has locked it, as a sentence about that begins. */
  private static String holder(Path file) throws IOException {
    String process = "";
    try (InputStream in = Files.newInputStream(file)) {
      process = new String(in.readNBytes(LONGEST_HOLDER), StandardCharsets.UTF_8).strip();
    } catch (NoSuchFileException e) {
      // nobody says which
    }
    return "Another Speil" + (process.isEmpty() ? "" : " (process " + process + ")");
  }

  @Override
  public void close() {
    try {
      held.channel().close();
    } catch (IOException e) {
      throw new UncheckedIOException("unlocking the archive", e);
    }
  }
}
