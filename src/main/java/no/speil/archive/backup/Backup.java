package no.speil.archive.backup;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.speil.archive.AtomicFile;
import no.speil.archive.PrivateFile;
import no.speil.archive.TemporaryFile;
import no.speil.corpus.Problem;

/**
 * A copy of everything that cannot be made again, in one zip file: both folders, the glossary, the
 * memories, the accounts and what the last imports were of. A server may write meanwhile: each
 * document is in the copy as it was at one moment, with everything that anybody was told is saved
 * when the copy was begun.
 */
public final class Backup {
  /** As often the copy is begun anew where files are moved meanwhile. */
  private static final int ATTEMPTS = 3;

  /** What stands in a name for bytes that are no character. */
  private static final char UNREADABLE = '\uFFFD';

  private final Path root;
  private final Path target;

  private Backup(Path root, Path target) {
    this.root = root;
    this.target = target;
  }

  /**
   * Writes a backup, readable by its owner only, which takes its name when it is whole.
   *
   * @param root the folder that holds {@code archive/}
   * @throws BackupException if it cannot be made; nothing stands under that name that did not stand
   *     there before
   * @throws UncheckedIOException if the disk refuses; as above
   */
  public static BackupSummary write(Path root, Path target, Clock clock) {
    BackupSummary summary;
    try {
      var backup = new Backup(root, target.toAbsolutePath().normalize());
      backup.checkTarget();
      summary = backup.write(clock.instant().toString());
    } catch (IOException e) {
      noteFailure(root, e);
      throw new UncheckedIOException("writing the backup: " + e, e);
    } catch (RuntimeException e) {
      noteFailure(root, e);
      throw e;
    }
    note(root).delete();
    return summary;
  }

  /** So that a server knows of it, too; what goes wrong here is told with the failure itself. */
  private static void noteFailure(Path root, Exception failure) {
    try {
      note(root).write(failure.getMessage() + "\n");
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  private static PrivateFile note(Path root) {
    return new PrivateFile(root, ".speil/backup-failed");
  }

  /** That the last backup failed, if it did. */
  public static Optional<Problem> failure(Path root) {
    PrivateFile note = note(root);
    try {
      return note.read()
          .map(why -> Problem.of(note.name(), 0, Problem.Kind.BACKUP_FAILED, why.strip()));
    } catch (UncheckedIOException e) {
      return Optional.of(
          Problem.of(note.name(), 0, Problem.Kind.BACKUP_FAILED, String.valueOf(e.getMessage())));
    }
  }

  private void checkTarget() throws IOException {
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BackupException(
          "There is no folder " + folder + ". Make it, or name another file for the backup.");
    }
    for (String part : List.of(ArchiveTree.ORIGINALS, ArchiveTree.TRANSLATIONS)) {
      Path inside = root.resolve(part);
      if (Files.exists(inside) && folder.toRealPath().startsWith(inside.toRealPath())) {
        throw new BackupException(
            target + " lies in the archive itself. Name a file outside of " + part + ".");
      }
    }
    if (Files.exists(target) && !isZip(target)) {
      throw new BackupException(target + " is there already and is no backup. Name another file.");
    }
  }

  private static boolean isZip(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  private BackupSummary write(String created) throws IOException {
    Path beside = TemporaryFile.beside(target);
    PrivateFile.create(beside);
    try {
      BackupSummary summary = fill(beside, created);
      try (FileChannel channel = FileChannel.open(beside, WRITE)) {
        channel.force(true);
      }
      AtomicFile.move(beside, target);
      return summary;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Where files are moved meanwhile, the copy has them twice or not at all: it is made anew. */
  private BackupSummary fill(Path file, String created) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (var writer = new BackupWriter(file)) {
        Set<String> copied = new HashSet<>();
        ArchiveTree tree = copyAll(writer, copied);
        Set<String> there = tree.groups().values().stream().flatMap(List::stream).collect(toSet());
        if (there.containsAll(copied)) {
          return writer.finish(created).summary(tree.leftOut());
        }
        if (attempt == ATTEMPTS) {
          throw new BackupException(
              "Files are being moved all the time. Try again when nobody moves any.");
        }
      }
    }
  }

  /**
   * Copies each document once, also those that come meanwhile.
   *
   * @param copied is given the paths
   * @return what was there in the end
   */
  private ArchiveTree copyAll(BackupWriter writer, Set<String> copied) throws IOException {
    Set<String> done = new HashSet<>();
    ArchiveTree tree = ArchiveTree.of(root);
    try (FileChannel scratch = scratch()) {
      while (!done.containsAll(tree.groups().keySet())) {
        for (Map.Entry<String, List<String>> group : tree.groups().entrySet()) {
          if (done.add(group.getKey())) {
            var copy = ConsistentCopy.of(root, group.getKey(), group.getValue(), scratch);
            writer.add(copy);
            copy.files().forEach(file -> copied.add(file.path()));
            checkNames(group.getValue(), copied);
          }
        }
        tree = ArchiveTree.of(root);
      }
    }
    return tree;
  }

  /** A file for what may have to be copied again, since memory may not hold it. */
  private FileChannel scratch() throws IOException {
    Path beside = TemporaryFile.beside(target);
    PrivateFile.create(beside);
    return FileChannel.open(beside, READ, WRITE, DELETE_ON_CLOSE);
  }

  /** A name that is not in the encoding of this process is listed, and cannot be opened. */
  private static void checkNames(List<String> listed, Set<String> copied) {
    for (String path : listed) {
      if (!copied.contains(path) && path.indexOf(UNREADABLE) >= 0) {
        throw new BackupException(
            path + " cannot be opened under that name. Give it a name in UTF-8.");
      }
    }
  }
}
