package no.speil.archive.backup;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param edits that are not in the translation yet
 * @param scratch the file that holds what they held, until the next copy is made
 */
record ConsistentCopy(List<CopiedFile> files, List<UnfinishedEdit> edits, FileChannel scratch) {
  /** As often files may change under the hand. */
  private static final int MOST_TRIES = 1_000;

  /** As often an edit that is under way is waited for, or the end of a line of a record. */
  private static final int PATIENCE = 200;

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  /**
   * A file.
   *
   * @param path below the root
   * @param stamp that it had when it was copied
   * @param from where it begins in the scratch file
   * @param to where it ends there
   */
  record CopiedFile(String path, FileStamp stamp, long from, long to) {
    long size() {
      return to - from;
    }
  }

  /**
   * @param key of the group: the document's id, where it is one
   * @param paths below the root
   * @param scratch a file that is written over
   * @throws BackupException if the files never stay as they are
   */
  static ConsistentCopy of(Path root, String key, List<String> paths, FileChannel scratch)
      throws IOException {
    var journal = new EditJournal(root);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Map<String, FileStamp> before = stamps(root, paths);
      List<UnfinishedEdit> edits =
          journal.unfinished().stream().filter(edit -> isOf(edit, key, paths)).toList();
      var copy = new ConsistentCopy(copied(root, before, scratch), edits, scratch);
      boolean unchanged = copy.files.size() == before.size() && before.equals(stamps(root, paths));
      if (unchanged && (tries >= PATIENCE || (edits.isEmpty() && copy.hasWholeLines()))) {
        return copy;
      }
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

  private static List<CopiedFile> copied(
      Path root, Map<String, FileStamp> stamps, FileChannel scratch) throws IOException {
    var copied = new ArrayList<CopiedFile>();
    OutputStream out = Channels.newOutputStream(scratch.position(0));
    for (Map.Entry<String, FileStamp> each : stamps.entrySet()) {
      long from = scratch.position();
      try (InputStream in =
          Files.newInputStream(ArchiveTree.file(root, each.getKey()), NOFOLLOW_LINKS)) {
        in.transferTo(out);
        copied.add(new CopiedFile(each.getKey(), each.getValue(), from, scratch.position()));
      } catch (NoSuchFileException e) {
        // the stamps tell
      }
    }
    return copied;
  }

  /** Whether records end as those do that nobody writes to at the moment. */
  private boolean hasWholeLines() throws IOException {
    for (CopiedFile file : files) {
      ByteBuffer last = ByteBuffer.wrap(new byte[] {'\n'});
      if (file.path().endsWith(".jsonl") && file.size() > 0) {
        scratch.read(last, file.to() - 1);
      }
      if (last.get(0) != '\n') {
        return false;
      }
    }
    return true;
  }

  /** Writes what a file of it held. */
  void write(CopiedFile file, OutputStream out) throws IOException {
    WritableByteChannel to = Channels.newChannel(out);
    for (long at = file.from(); at < file.to(); ) {
      at += scratch.transferTo(at, file.to() - at, to);
    }
  }
}
