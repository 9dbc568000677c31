package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;

/** One of the two folders. Sees regular files only; links are neither followed nor opened. */
final class ArchiveFolder {
  private final String name;
  private final Path folder;

  /**
   * @param folder with its own links resolved; need not exist
   */
  ArchiveFolder(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /** The path that problems and the catalogue call it by: below the root, NFC, with {@code /}. */
  String displayPath(Path file) {
    String below = folder.relativize(file).toString().replace('\\', '/');
    return name + "/" + Normalizer.normalize(below, Normalizer.Form.NFC);
  }

  String name() {
    return name;
  }

  Path folder() {
    return folder;
  }

  /**
   * The regular file of that path below the folder, if it is there and no link leads to it. Names
   * that another system has decomposed (NFD) are found as well.
   */
  Optional<Path> regularFile(String below) {
    return Stream.of(below, Normalizer.normalize(below, Normalizer.Form.NFD))
        .distinct()
        .map(this::unlinked)
        .flatMap(Optional::stream)
        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
        .findFirst();
  }

  /** Where a file of that path would be written; refuses to go through a link. */
  Path writable(String below) {
    return regularFile(below)
        .or(() -> unlinked(below))
        .orElseThrow(
            () ->
                new UncheckedIOException(
                    "writing " + name + "/" + below,
                    new IOException("a link stands in the way, and links are not followed")));
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

  /** Every regular file below the folder whose name does not begin with a dot. */
  void walk(Visitor visitor) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Walker(visitor));
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + folder, e);
    }
  }

  /** Receives what a walk meets. */
  interface Visitor {
    void file(Path file, FileStamp stamp);

    /** A file that another process was writing when it was killed. */
    void leftOver(Path file);

    void problem(Problem problem);
  }

  private final class Walker extends SimpleFileVisitor<Path> {
    private final Visitor visitor;

    Walker(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      boolean hidden = !dir.equals(folder) && dir.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        visitor.problem(Problem.of(displayPath(file), 0, Problem.Kind.SYMBOLIC_LINK));
      } else if (attributes.isRegularFile() && !file.getFileName().toString().startsWith(".")) {
        visitor.file(file, FileStamp.of(attributes));
      } else if (TemporaryFile.isLeftOver(file)) {
        visitor.leftOver(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!(e instanceof java.nio.file.NoSuchFileException)) { // removed while we looked
        visitor.problem(Problem.of(displayPath(file), 0, Problem.Kind.NOT_ALLOWED));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path dir, @org.jspecify.annotations.Nullable IOException e) {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(dir, e);
    }
  }
}
