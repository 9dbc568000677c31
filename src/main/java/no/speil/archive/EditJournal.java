package no.speil.archive;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import no.speil.archive.FileAccessException.Uncertain;

/**
 * The edits that are on their way, each in a file of its own: written down before its event goes to
 * the record, struck out when its text is in the translation. What a process finds there when it
 * opens the archive was cut off. Thread-safe.
 */
public final class EditJournal {
  /** Below the root. */
  public static final String FOLDER = ".speil/edits";

  private final Path folder;

  /** The numbers of the files that hold an edit. They are used again: that costs one fsync. */
  private final BitSet taken = new BitSet();

  /**
   * @param root the folder that holds {@code archive/}
   */
  public EditJournal(Path root) {
    this.folder = root.resolve(FOLDER);
  }

  /** Writes an edit down, durably. */
  Entry begin(UnfinishedEdit edit) throws IOException {
    int number = take();
    try {
      return new Entry(number, written(file(number), edit.toBytes()));
    } catch (IOException e) {
      release(number);
      throw e;
    }
  }

  private FileChannel written(Path file, byte[] bytes) throws IOException {
    boolean isNew = !Files.exists(file);
    if (isNew) {
      Files.createDirectories(folder);
    }
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    try {
      Channels.newOutputStream(channel.truncate(0)).write(bytes);
      channel.force(true);
      if (isNew) {
        AtomicFile.forceFolder(folder);
        AtomicFile.forceFolder(AtomicFile.folder(folder));
      }
      return channel;
    } catch (IOException e) {
      empty(channel);
      throw e;
    }
  }

  /**
   * An edit that is written down here until it is struck out. One that is closed before stays, to
   * be looked at when the archive is opened next.
   */
  final class Entry implements AutoCloseable {
    private final int number;
    private final FileChannel channel;

    private Entry(int number, FileChannel channel) {
      this.number = number;
      this.channel = channel;
    }

    void strikeOut() {
      try {
        empty(channel);
      } catch (IOException e) {
        // then it is found once more, and in both files
      } finally {
        release(number);
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("writing down an edit", new Uncertain(e));
      }
    }
  }

  /** Not durably: what a power failure brings back is in both files, or in neither. */
  private static void empty(FileChannel channel) throws IOException {
    try (channel) {
      channel.truncate(0);
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
    for (Path file : files()) {
      if (Files.size(file) == 0) {
        Files.delete(file);
      }
    }
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

  private Path file(int number) {
    return folder.resolve(String.valueOf(number));
  }

  private synchronized int take() {
    int number = taken.nextClearBit(0);
    taken.set(number);
    return number;
  }

  private synchronized void release(int number) {
    taken.clear(number);
  }
}
