package no.speil.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;

/** One of the two folders. Sees regular files only; links are neither followed nor opened. */
final class ArchiveFolder {
  /** In bytes, on every file system of today. */
  private static final int LONGEST_NAME = 255;

  /** In bytes, on Linux. */
  private static final int LONGEST_PATH = 4095;

  /** Nobody is expected to delete so many files at once. */
  static final int MANY = 10;

  private final String name;
  private final Path folder;
  private volatile int files;
  private volatile boolean isWithheld;

  /**
   * @param folder with its own links resolved; need not exist
   */
  ArchiveFolder(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /** The path that problems and the catalogue call it by: below the root, NFC, with {@code /}. */
  String displayPath(Path file) {
    String below = Normalizer.normalize(folder.relativize(file).toString(), Normalizer.Form.NFC);
    return below.isEmpty() ? name : name + "/" + below.replace(File.separatorChar, '/');
  }

  String name() {
    return name;
  }

  Path folder() {
    return folder;
  }

  /**
   * Notes how many texts and records a walk has met, and whether what is missing is believed to be
   * somewhere else, as on a disk that is not mounted.
   */
  void expect(int files, boolean isWithheld) {
    this.files = files;
    this.isWithheld = isWithheld;
  }

  boolean isThere() {
    return Files.isDirectory(folder);
  }

  /**
   * The regular file of that path below the folder, if it is there, no link leads to it and no part
   * of its name begins with a dot. Names that another system has decomposed (NFD) are found as
   * well.
   *
   * @throws FileAccessException if the system does not say whether it is there, or the folder is
   *     not as it was, so that nothing can be said of what it lacks
   */
  Optional<Path> regularFile(String below) {
    if (below.startsWith(".") || below.contains("/.")) {
      return Optional.empty();
    }
    Optional<Path> file =
        Stream.of(below, Normalizer.normalize(below, Normalizer.Form.NFD))
            .distinct()
            .map(this::unlinked)
            .flatMap(Optional::stream)
            .filter(this::isRegular)
            .findFirst();
    if (file.isEmpty() && (isWithheld || (files > 0 && !isThere()) || isEmptied())) {
      throw new FileAccessException(
          "reading", name + "/" + below, new IOException(FileAccessException.NEARLY_ALL_GONE));
    }
    return file;
  }

  private boolean isEmptied() {
    if (files < MANY) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException e) {
      return false; // looking at the file has told all that can be known
    }
  }

  /** Whether there is a regular file of that path, as far as the system says. */
  boolean holds(String below) {
    try {
      return DocumentId.parse(below).isPresent() && regularFile(below).isPresent();
    } catch (FileAccessException e) {
      return false; // listing its folder says why
    }
  }

  private boolean isRegular(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isRegularFile();
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      if (cannotBe(file)) {
        return false;
      }
      throw new FileAccessException("looking at", displayPath(file), e);
    }
  }

  /**
   * Whether no file system here can have such a file: a name is too long, or a file is above it.
   */
  private boolean cannotBe(Path file) {
    for (Path each = file; !each.equals(folder); each = AtomicFile.folder(each)) {
      boolean tooLong = each.getFileName().toString().getBytes(UTF_8).length > LONGEST_NAME;
      boolean underAFile = !each.equals(file) && Files.isRegularFile(each);
      if (tooLong || underAFile) {
        return true;
      }
    }
    return file.toString().getBytes(UTF_8).length > LONGEST_PATH;
  }

  /** Where a file of that path would be written; refuses to go through a link. */
  Path writable(String below) {
    return regularFile(below)
        .or(() -> unlinked(below))
        .orElseThrow(() -> linked(name + "/" + below));
  }

  /** The refusal to write through a link. */
  static UncheckedIOException linked(String path) {
    return new UncheckedIOException(
        "writing " + path, new IOException("a link stands in the way, and links are not followed"));
  }

  private Optional<Path> unlinked(String below) {
    if (DocumentId.parse(below).isEmpty()) {
      throw new IllegalArgumentException("not a path below " + name + "/: " + below);
    }
    Path file = folder;
    for (String segment : below.split("/", -1)) {
      file = file.resolve(segment);
      if (Files.isSymbolicLink(file)) {
        return Optional.empty();
      }
    }
    return Optional.of(file);
  }
}
