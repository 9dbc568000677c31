package no.speil.publish;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.speil.archive.AtomicFile;
import no.speil.archive.WriterLock;

/**
 * The folder of a static site. New and changed files are written beside the others and take their
 * places together at the end; until then it stays as it was. Thread-safe.
 */
final class StaticFolder implements AutoCloseable {
  static final String NEW = ".new";

  private final Path folder;
  private final Path beside;
  private final Path lockFile;
  private final FileChannel lock;
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  /** Lets nobody else write there until it is closed, and drops what an earlier try has left. */
  StaticFolder(Path folder) {
    this.folder = folder;
    this.beside = folder.resolve(NEW);
    this.lockFile = folder.resolve(NEW + ".lock");
    try {
      Files.createDirectories(folder);
      this.lock = FileChannel.open(lockFile, CREATE, WRITE);
      if (WriterLock.tryLock(lock) == null) {
        throw new IOException("another process is writing there");
      }
      removeNew();
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + folder, e);
    }
  }

  /**
   * Writes a file of the site.
   *
   * @return whether it stood there with the same bytes
   */
  boolean put(String path, byte[] bytes) {
    wanted.add(path);
    try {
      Path file = folder.resolve(path);
      if (Files.isRegularFile(file)
          && Files.size(file) == bytes.length
          && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return true;
      }
      changed.add(path);
      Path made = beside.resolve(path);
      Files.createDirectories(made.resolveSibling(""));
      Files.write(made, bytes);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + folder.resolve(path), e);
    }
  }

  /** What stands in a file; empty if there is none. */
  String read(String path) {
    try {
      Path file = folder.resolve(path);
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + folder.resolve(path), e);
    }
  }

  /** Whether all these are part of the site as far as it is made. */
  boolean has(Collection<String> paths) {
    return wanted.containsAll(paths);
  }

  /** Leaves a file as it is; false if there is none. */
  boolean keep(String path) {
    boolean isThere = Files.isRegularFile(folder.resolve(path));
    if (isThere) {
      wanted.add(path);
    }
    return isThere;
  }

  /**
   * Puts everything in its place, in the order of the paths, and removes what is not part of the
   * site any more.
   *
   * @param last which files take their places after all others
   * @param isBag whether the folder is the payload of a bag, which is then made right with it
   * @return how many files are new or changed
   */
  int commit(Predicate<String> last, boolean isBag) {
    Path tags = beside.resolve(NEW);
    try {
      if (isBag) {
        BagWriter.write(files(), tags);
      }
      move(changed.stream().filter(last.negate()));
      removeOthers();
      move(changed.stream().filter(last));
      if (isBag) {
        for (Path each : AtomicFile.list(tags)) {
          AtomicFile.move(each, folder.resolveSibling(each.getFileName()));
        }
      }
      return changed.size();
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + folder, e);
    }
  }

  /** Where the bytes of each file of the site stand now, by path. */
  private SortedMap<String, Path> files() {
    var files = new TreeMap<String, Path>();
    wanted.forEach(
        each -> files.put(each, (changed.contains(each) ? beside : folder).resolve(each)));
    return files;
  }

  private void move(Stream<String> paths) throws IOException {
    for (String path : paths.sorted().toList()) {
      Files.createDirectories(folder.resolve(path).resolveSibling(""));
      Files.move(beside.resolve(path), folder.resolve(path), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void removeOthers() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each :
          all.filter(path -> !path.startsWith(beside) && !path.equals(lockFile))
              .sorted()
              .toList()
              .reversed()) {
        boolean stays =
            Files.isDirectory(each)
                ? !AtomicFile.list(each).isEmpty()
                : wanted.contains(folder.relativize(each).toString());
        if (!stays) {
          Files.delete(each);
        }
      }
    }
  }

  private void removeNew() throws IOException {
    if (Files.exists(beside)) {
      AtomicFile.deleteTree(beside);
    }
  }

  /** Drops what has not taken its place. */
  @Override
  public void close() {
    try (lock) {
      removeNew();
      Files.deleteIfExists(lockFile);
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + beside, e);
    }
  }
}
