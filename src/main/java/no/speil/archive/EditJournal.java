package no.speil.archive;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The edits that are on their way, each in a file of its own: written down before its event goes to
 * the record, struck out when its text is in the translation. What a process finds there when it
 * opens the archive was cut off. Thread-safe.
 */
public final class EditJournal {
  /** Below the root. */
  public static final String FOLDER = ".speil/edits";

  private final Path folder;

  /** By which its files are called. */
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param root the folder that holds {@code archive/}
   */
  public EditJournal(Path root) {
    this.folder = root.resolve(FOLDER);
  }

  /** Writes an edit down, durably. */
  Entry begin(UnfinishedEdit edit) throws IOException {
    Files.createDirectories(folder);
    var entry = new Entry(folder.resolve(String.valueOf(count.getAndIncrement())));
    try (FileChannel channel = FileChannel.open(entry.file, CREATE, WRITE)) {
      Channels.newOutputStream(channel.truncate(0)).write(edit.toBytes());
      channel.force(true);
      AtomicFile.forceFolder(folder);
      AtomicFile.forceFolder(AtomicFile.folder(folder));
      return entry;
    } catch (IOException e) {
      entry.strikeOut();
      throw e;
    }
  }

  /**
   * An edit that is written down here until it is struck out. One that never is stays, to be looked
   * at when the archive is opened next.
   */
  record Entry(Path file) {
    /** Not durably: what a power failure brings back is in both files, or in neither. */
    void strikeOut() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // then it is found once more, and in both files
      }
    }
  }

  /**
   * The edits that were begun and not struck out: the record may have their event while the
   * translation lacks their text. Entries that are only half written are left out. A process beside
   * the one that writes them sees them, too.
   */
  public List<UnfinishedEdit> unfinished() throws IOException {
    var unfinished = new ArrayList<UnfinishedEdit>();
    for (Path file : files()) {
      try {
        UnfinishedEdit.read(Files.readAllBytes(file)).ifPresent(unfinished::add);
      } catch (NoSuchFileException e) {
        // another process has closed its journal meanwhile
      }
    }
    return unfinished;
  }

  /** Forgets what was left, durably. To be called before an edit begins. */
  void clear() throws IOException {
    List<Path> files = files();
    for (Path file : files) {
      Files.delete(file);
    }
    if (!files.isEmpty()) {
      AtomicFile.forceFolder(folder);
    }
  }

  /** Leaves nothing behind but edits that are still on their way. */
  void close() throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // an edit is still on its way
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of(); // as above
    }
  }
}
