package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Replaces a file so that whoever reads it, whenever, sees the old text or the new one, whole. */
public final class AtomicFile {
  private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

  private AtomicFile() {}

  /**
   * Writes beside the file, forces it to the disk, moves it over the file and forces the folder. On
   * failure the file is as it was, unless the cause is {@link FileAccessException.Uncertain}.
   */
  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, of bytes, for a file with these attributes; without any, those of the old file. */
  static void write(Path file, byte[] bytes, FileAttribute<?>... attributes) {
    put(file, bytes, true, attributes);
  }

  /**
   * Writes a file that is not there.
   *
   * @return false if it is there by now; it is as it was
   */
  public static boolean create(Path file, byte[] bytes) {
    return put(file, bytes, false);
  }

  private static boolean put(
      Path file, byte[] bytes, boolean mayReplace, FileAttribute<?>... attributes) {
    Path folder = folder(file);
    Path beside = TemporaryFile.beside(file);
    try {
      createFolders(folder);
      try {
        try (FileChannel channel =
            FileChannel.open(
                beside,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                attributes)) {
          Channels.newOutputStream(channel).write(bytes);
          channel.force(true);
        }
        giveToOwner(beside, folder);
        if (attributes.length == 0) {
          keepPermissions(file, beside);
        }
        if (mayReplace) {
          Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } else if (!moveToNew(beside, file)) {
          return false;
        }
      } finally {
        Files.deleteIfExists(beside);
      }
      forceFolderAfterChange(folder);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  private static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFolders(folder(folder));
      Files.createDirectories(folder);
      giveToOwner(folder, folder(folder));
    }
  }

  /** What root writes belongs to whom its folder belongs, so that their server can write it too. */
  private static void giveToOwner(Path made, Path folder) throws IOException {
    if (IS_ROOT && !Files.getOwner(made).equals(Files.getOwner(folder))) {
      Files.setOwner(made, Files.getOwner(folder));
    }
  }

  /** Gives the new file the group of the one that it replaces, and the rights of all. */
  private static void keepPermissions(Path file, Path beside) {
    try {
      PosixFileAttributes now = Files.readAttributes(file, PosixFileAttributes.class);
      Files.setPosixFilePermissions(beside, now.permissions());
      Files.setAttribute(beside, "posix:group", now.group());
    } catch (IOException | UnsupportedOperationException e) {
      // the file is new, or its rights cannot be given, which is no reason to lose a text
    }
  }

  /** A second name is refused where there is a file, which a move that replaces is not. */
  private static boolean moveToNew(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
      return true;
    } catch (UnsupportedOperationException | FileSystemException e) {
      boolean isFree = Files.notExists(to, LinkOption.NOFOLLOW_LINKS);
      if (isFree) { // on a file system that gives a file one name only
        Files.move(from, to);
      }
      return isFree;
    }
  }

  /** All that lies in a folder, in no order. */
  public static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** The same; what the disk refuses is told by that name. */
  static List<Path> list(Path folder, Object name) {
    try {
      return list(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + name, e);
    }
  }

  /** Removes a folder with all that is in it. */
  public static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
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
