package no.speil.archive.backup;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import no.speil.archive.EditJournal;
import no.speil.archive.FileStamp;
import no.speil.archive.UnfinishedEdit;

/**
 * The files of one document as they were together at one moment. They are copied between two looks
 * at their stamps, again until nothing has changed in between; and not while an edit is between
 * record and translation, which the journal of edits tells. An edit that stays there, because the
 * process that made it has ended, is copied with them: opening the archive carries it out.
 *
 * @param stamps of the files when they were copied, by their paths below the root
 * @param files what they held, by the same paths
 * @param edits that are not in the translation yet
 */
record ConsistentCopy(
    Map<String, FileStamp> stamps, Map<String, SpooledFile> files, List<UnfinishedEdit> edits)
    implements AutoCloseable {
  /** As often files may change under the hand. */
  private static final int MOST_TRIES = 1_000;

  /** As often an edit that is under way is waited for, or the end of a line of a record. */
  private static final int PATIENCE = 200;

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  /**
   * @param key of the group: the document's id, where it is one
   * @param paths below the root
   * @param target beside which temporary files may be made
   * @throws BackupException if the files never stay as they are
   */
  static ConsistentCopy of(Path root, String key, List<String> paths, Path target)
      throws IOException {
    var journal = new EditJournal(root);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Map<String, FileStamp> before = stamps(root, paths);
      List<UnfinishedEdit> edits =
          journal.unfinished().stream().filter(edit -> isOf(edit, key, paths)).toList();
      ConsistentCopy copy = spool(root, before, edits, target);
      boolean unchanged = copy.files.size() == before.size() && before.equals(stamps(root, paths));
      if (unchanged && (tries >= PATIENCE || (edits.isEmpty() && copy.hasWholeLines()))) {
        return copy;
      }
      copy.close();
      LockSupport.parkNanos(PAUSE);
    }
    throw new BackupException(
        paths.getFirst() + " is being changed all the time. Try again when it is left alone.");
  }

  private static boolean isOf(UnfinishedEdit edit, String key, List<String> paths) {
    return edit.document().value().equals(key)
        || paths.contains(ArchiveTree.TRANSLATIONS + edit.path());
  }

  /** Of those that are there. */
  private static Map<String, FileStamp> stamps(Path root, List<String> paths) throws IOException {
    var stamps = new LinkedHashMap<String, FileStamp>();
    for (String path : paths) {
      try {
        Path file = ArchiveTree.file(root, path);
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        if (attributes.isRegularFile()) {
          stamps.put(path, FileStamp.of(attributes));
        }
      } catch (NoSuchFileException e) {
        // removed, or moved, since it was listed
      }
    }
    return stamps;
  }

  private static ConsistentCopy spool(
      Path root, Map<String, FileStamp> stamps, List<UnfinishedEdit> edits, Path target)
      throws IOException {
    var copy = new ConsistentCopy(stamps, new LinkedHashMap<>(), edits);
    try {
      for (String path : stamps.keySet()) {
        copy.files.put(path, SpooledFile.of(ArchiveTree.file(root, path), target));
      }
    } catch (NoSuchFileException e) {
      // the stamps tell
    } catch (IOException e) {
      copy.close();
      throw e;
    }
    return copy;
  }

  private boolean hasWholeLines() throws IOException {
    for (Map.Entry<String, SpooledFile> file : files.entrySet()) {
      boolean record = file.getKey().endsWith(".jsonl");
      if (record && !file.getValue().endsWithWholeLine()) {
        return false;
      }
    }
    return true;
  }

  /** When one of them was last modified. */
  FileTime modified(String path) {
    FileStamp stamp = Objects.requireNonNull(stamps.get(path), "every file copied has a stamp");
    return FileTime.fromMillis(stamp.modifiedMillis());
  }

  @Override
  public void close() throws IOException {
    for (SpooledFile file : new ArrayList<>(files.values())) {
      file.close();
    }
  }
}
