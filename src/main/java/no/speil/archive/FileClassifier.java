package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Tells texts and records among the files of one folder, and names the documents they belong to.
 */
final class FileClassifier extends SimpleFileVisitor<Path> {
  /** Stands for bytes of a name that are not UTF-8, so that no file is found by it. */
  private static final char UNDECODABLE = '\uFFFD';

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

  private final ArchiveFolder folder;
  private final ArchiveVisitor visitor;

  /** The paths that another file may share, which differs in how letters are composed only. */
  private final Set<String> ambiguous = new HashSet<>();

  private final UnreadFiles unread;
  private final Consumer<Path> leftOvers;

  /**
   * @param leftOvers is given files that a process which was killed has not written to their end
   */
  FileClassifier(ArchiveFolder folder, ArchiveVisitor visitor, Consumer<Path> leftOvers) {
    this.folder = folder;
    this.visitor = visitor;
    this.leftOvers = leftOvers;
    this.unread = new UnreadFiles(folder.name(), folder::holds);
  }

  /** Goes through the folder. */
  void walk() {
    if (folder.isThere()) {
      try {
        Files.walkFileTree(folder.folder(), this);
      } catch (IOException e) {
        throw new UncheckedIOException("listing " + folder.folder(), e);
      }
    }
    unread.problems().forEach(this::problem);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
    boolean hidden = !dir.equals(folder.folder()) && isHidden(dir);
    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      problem(Problem.of(folder.displayPath(file), 0, Problem.Kind.SYMBOLIC_LINK));
    } else if (attributes.isRegularFile() && !isHidden(file)) {
      classify(file, FileStamp.of(attributes));
    } else if (TemporaryFile.isLeftOver(file)) {
      leftOvers.accept(file);
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private void classify(Path file, FileStamp stamp) {
    String display = folder.displayPath(file);
    String path = display.substring(display.indexOf('/') + 1);
    ArchiveFile.Role role = ArchiveFile.Role.of(display).orElse(null);
    if (role == null) {
      unread.skipped(path);
      visitor.skipped(display);
      return;
    }
    Optional<DocumentId> id = role.document(display);
    if (id.isEmpty() || path.indexOf(UNDECODABLE) >= 0) {
      problem(Problem.of(display, 0, Problem.Kind.NO_DOCUMENT_NAME));
    } else if (isSeen(path)) {
      problem(Problem.of(display, 0, Problem.Kind.SAME_NAME));
    } else {
      unread.read(path);
      visitor.found(new ArchiveFile(role, id.get(), path, stamp));
    }
  }

  /** Remembers few paths, since a folder may hold a million. */
  private boolean isSeen(String path) {
    return !Normalizer.isNormalized(path, Normalizer.Form.NFD) && !ambiguous.add(path);
  }

  /** A folder, or a file, of which nothing is known. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (!(e instanceof NoSuchFileException)) { // removed while we looked
      var refused = new FileAccessException("listing", folder.displayPath(file), e);
      visitor.unlisted(refused.path());
      problem(
          refused.isOfTheFile()
              ? Problem.of(refused.path(), 0, Problem.Kind.NOT_ALLOWED)
              : Problem.of(refused.path(), 0, Problem.Kind.UNREADABLE, refused.reason()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(dir, e);
  }

  private void problem(Problem problem) {
    String file = visible(problem.file());
    List<String> details = problem.details().stream().map(FileClassifier::visible).toList();
    visitor.problem(new Problem(file, problem.line(), problem.kind(), details, problem.why()));
  }

  /** The name with control characters and invisible characters written as {@code \\uXXXX}. */
  private static String visible(String name) {
    return INVISIBLE
        .matcher(name)
        .replaceAll(found -> "\\\\u%04X".formatted(found.group().codePointAt(0)));
  }
}
