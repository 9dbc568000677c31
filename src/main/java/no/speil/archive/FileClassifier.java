package no.speil.archive;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;

/**
 * Tells texts and records among the files of one folder, and names the documents they belong to.
 */
final class FileClassifier implements ArchiveFolder.Visitor {
  /** Stands for bytes of a name that are not UTF-8, so that no file is found by it. */
  private static final char UNDECODABLE = '\uFFFD';

  private final ArchiveFolder archiveFolder;
  private final Set<String> extensions;
  private final ArchiveVisitor archiveVisitor;

  /** The paths that another file may share, which differs in how letters are composed only. */
  private final Set<String> ambiguous = new HashSet<>();

  private final UnreadFiles unreadFiles;
  private final Consumer<Path> leftOvers;

  /**
   * @param leftOvers is given files that a process which was killed has not written to their end
   */
  FileClassifier(
      ArchiveFolder archiveFolder,
      Set<String> extensions,
      ArchiveVisitor archiveVisitor,
      Consumer<Path> leftOvers) {
    this.archiveFolder = archiveFolder;
    this.extensions = extensions;
    this.archiveVisitor = archiveVisitor;
    this.leftOvers = leftOvers;
    this.unreadFiles = new UnreadFiles(archiveFolder.name(), archiveFolder::holds);
  }

  /** Goes through the folder. */
  void walk() {
    archiveFolder.walk(this);
    unreadFiles.problems().forEach(this::problem);
  }

  @Override
  public void file(Path file, FileStamp stamp) {
    String display = archiveFolder.displayPath(file);
    String path = display.substring(display.indexOf('/') + 1);
    int dot = path.lastIndexOf('.');
    if (dot < 0 || !extensions.contains(path.substring(dot))) {
      unreadFiles.skipped(path);
      archiveVisitor.skipped(display);
      return;
    }
    Optional<DocumentId> id = DocumentId.parse(path.substring(0, dot));
    if (id.isEmpty() || path.indexOf(UNDECODABLE) >= 0) {
      problem(display, Problem.Kind.NO_DOCUMENT_NAME);
    } else if (isSeen(path)) {
      problem(display, Problem.Kind.SAME_NAME);
    } else {
      unreadFiles.read(path);
      archiveVisitor.found(new ArchiveFile(role(path.substring(dot)), id.get(), path, stamp));
    }
  }

  /** Remembers few paths, since a folder may hold a million. */
  private boolean isSeen(String path) {
    return !Normalizer.isNormalized(path, Normalizer.Form.NFD) && !ambiguous.add(path);
  }

  @Override
  public void leftOver(Path file) {
    leftOvers.accept(file);
  }

  @Override
  public void unlisted(FileAccessException refused) {
    archiveVisitor.unlisted(refused.path());
    problem(
        refused.isOfTheFile()
            ? Problem.of(refused.path(), 0, Problem.Kind.NOT_ALLOWED)
            : Problem.of(refused.path(), 0, Problem.Kind.UNREADABLE, refused.reason()));
  }

  @Override
  public void problem(Problem problem) {
    archiveVisitor.problem(
        new Problem(
            visible(problem.file()),
            problem.line(),
            problem.kind(),
            problem.details().stream().map(FileClassifier::visible).toList()));
  }

  /** The name with control characters and invisible characters written as {@code \\uXXXX}. */
  private static String visible(String name) {
    var shown = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append("\\u%04X".formatted(c));
              } else {
                shown.append((char) c);
              }
            });
    return shown.toString();
  }

  private ArchiveFile.Role role(String extension) {
    if (extension.equals(".jsonl")) {
      return ArchiveFile.Role.RECORD;
    }
    return extensions.contains(".jsonl") ? ArchiveFile.Role.TRANSLATION : ArchiveFile.Role.ORIGINAL;
  }

  private void problem(String display, Problem.Kind kind) {
    problem(Problem.of(display, 0, kind));
  }
}
