package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that holds {@code archive/} and {@code translations/}; only the first must exist. */
final class ArchiveRoot {
  private static final String ORIGINALS = "archive";

  /** As many entries of a folder are looked at, should one of them be the root that was meant. */
  private static final int MOST_ENTRIES = 1000;

  private ArchiveRoot() {}

  /**
   * The folder with its links resolved.
   *
   * @throws UnusableRootException if it is no readable folder, or has no {@code archive/} in it
   */
  static Path of(Path root) {
    if (!Files.exists(root)) {
      throw UnusableRootException.noFolder(root, "does not exist");
    }
    if (!Files.isDirectory(root)) {
      throw UnusableRootException.noFolder(root, "is not a folder");
    }
    if (!Files.isReadable(root) || !Files.isExecutable(root)) {
      throw UnusableRootException.noFolder(root, "cannot be read by this user");
    }
    Path real = resolved(root);
    if (!holdsOriginals(real)) {
      throw new UnusableRootException(real + " has no folder archive/" + remedy(real) + ".");
    }
    return real;
  }

  /** A folder with its links resolved; one that is not there stays as it is. */
  static Path resolved(Path folder) {
    try {
      return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException("opening " + folder, e);
    }
  }

  private static boolean holdsOriginals(Path folder) {
    return Files.isDirectory(folder.resolve(ORIGINALS));
  }

  /** What to do, going on in that sentence up to its full stop. */
  private static String remedy(Path root) {
    Optional<Path> meant = above(root).or(() -> below(root));
    if (meant.isPresent()) {
      return ", but " + meant.get() + " has one: use --root " + meant.get();
    }
    String site = Files.isDirectory(root.resolve("content")) ? " (content/ is not read)" : "";
    return site
        + ": make it, and put the Norwegian originals there and their translations, under the"
        + " same names, into translations/, or name the folder that holds both with --root DIR";
  }

  /** Somebody has named a folder inside the archive. */
  private static Optional<Path> above(Path root) {
    return Stream.iterate(root.getParent(), folder -> folder != null, Path::getParent)
        .filter(ArchiveRoot::holdsOriginals)
        .findFirst();
  }

  private static Optional<Path> below(Path root) {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.limit(MOST_ENTRIES).filter(ArchiveRoot::holdsOriginals).sorted().findFirst();
    } catch (IOException e) {
      return Optional.empty(); // only a hint is lost
    }
  }
}
