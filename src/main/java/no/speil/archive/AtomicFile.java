package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Objects;
import java.util.Set;

/** Replaces a file so that whoever reads it, whenever, sees the old text or the new one, whole. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes beside the file, forces it to the disk, moves it over the file and forces the folder. On
   * failure the file is as it was, unless the cause is {@link FileAccessException.Uncertain}.
   */
  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, of bytes, for a file with these attributes. */
  static void write(Path file, byte[] bytes, FileAttribute<?>... attributes) {
    Path folder = folder(file);
    Path beside = TemporaryFile.beside(file);
    boolean isMoved = false;
    try {
      Files.createDirectories(folder);
      try {
        try (FileChannel channel =
            FileChannel.open(
                beside,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                attributes)) {
          writeFully(channel, bytes);
          channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        isMoved = true;
      } finally {
        if (!isMoved) {
          Files.deleteIfExists(beside);
        }
      }
      forceFolderAfterChange(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  /** Gives a file another name, durably. */
  public static void move(Path from, Path to) {
    try {
      Files.createDirectories(folder(to));
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(folder(to));
      forceFolder(folder(from));
    } catch (IOException e) {
      throw new UncheckedIOException("moving " + from + " to " + to, e);
    }
  }

  static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /**
   * Makes a new name in a folder durable; a folder can be opened for that on POSIX systems only.
   */
  static void forceFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * Makes a new name durable after the file was changed; fails with {@link
   * FileAccessException.Uncertain}.
   */
  static void forceFolderAfterChange(Path folder) throws IOException {
    try {
      forceFolder(folder);
    } catch (IOException e) {
      throw new FileAccessException.Uncertain(e);
    }
  }

  /** The folder of a file below one of the archive's folders. */
  static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file of the archive lies in a folder");
  }
}
