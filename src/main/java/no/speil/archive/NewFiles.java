package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.corpus.text.Normalization;

/**
 * Adds files to an archive and never changes one that is there. Needs no lock: a server may run
 * beside it, and reads the files as it reads all that is put there. For one thread.
 */
public final class NewFiles {
  private final Path root;

  /** The names in a folder, by the name that no two files should share. */
  private final Map<Path, Map<String, String>> names = new HashMap<>();

  public NewFiles(Archive archive) {
    this.root = archive.root();
  }

  /**
   * What stands in the way of a new file: a file of that name, a name that differs from it only in
   * upper and lower case, or a link. Empty if nothing does.
   *
   * @param path below the root, beginning with {@code archive/} or {@code translations/}
   */
  public Optional<Obstacle> obstacle(String path) {
    Path folder = root;
    String[] segments = segments(path);
    for (int i = 0; i < segments.length; i++) {
      String there = names(folder).get(Normalization.caseless(segments[i]));
      if (there == null) {
        return Optional.empty();
      }
      Path next = folder.resolve(there);
      boolean isLast = i == segments.length - 1;
      if (!Normalization.compose(there).equals(segments[i])) {
        return Optional.of(new Obstacle(Obstacle.Kind.OTHER_CASE, shown(next)));
      }
      if (i > 0 && Files.isSymbolicLink(next)) {
        return Optional.of(new Obstacle(Obstacle.Kind.LINK, shown(next)));
      }
      boolean isFolder = Files.isDirectory(next) || !names.getOrDefault(next, Map.of()).isEmpty();
      if (isLast || !isFolder) {
        return Optional.of(new Obstacle(Obstacle.Kind.FILE, shown(next)));
      }
      folder = next;
    }
    return Optional.empty();
  }

  /** Whether a file is there with exactly these bytes. */
  public boolean holds(String path, byte[] bytes) {
    Path file = resolve(path);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.size(file) == bytes.length
          && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException e) {
      throw new FileAccessException("reading", path, e);
    }
  }

  /**
   * Writes a file that is not there, as a whole or not at all.
   *
   * @param path as of {@link #obstacle}
   * @return false where something stands in its way; that is as it was
   * @throws FileAccessException if the disk refuses
   */
  public boolean create(String path, byte[] bytes) {
    if (obstacle(path).isPresent()) {
      return false;
    }
    Path file = resolve(path);
    try {
      boolean created = AtomicFile.create(file, bytes);
      note(file);
      return created;
    } catch (UncheckedIOException e) {
      throw new FileAccessException("writing", path, FileAccessException.cause(e));
    }
  }

  /** Counts a file as there from now on, so that a second one of its name is told of. */
  public void reserve(String path) {
    note(resolve(path));
  }

  private void note(Path file) {
    for (Path each = file; !each.equals(root); each = AtomicFile.folder(each)) {
      String name = each.getFileName().toString();
      names(AtomicFile.folder(each)).putIfAbsent(Normalization.caseless(name), name);
    }
  }

  /** The file, in folders that may be written in another normal form. */
  private Path resolve(String path) {
    Path file = root;
    for (String segment : segments(path)) {
      file = file.resolve(names(file).getOrDefault(Normalization.caseless(segment), segment));
    }
    return file;
  }

  private static String[] segments(String path) {
    boolean isBelow = path.startsWith("archive/") || path.startsWith("translations/");
    if (!isBelow || DocumentId.parse(path).isEmpty() || path.contains("/.")) {
      throw new IllegalArgumentException("not a path of the archive: " + path);
    }
    return path.split("/", -1);
  }

  private Map<String, String> names(Path folder) {
    return names.computeIfAbsent(folder, NewFiles::list);
  }

  private static Map<String, String> list(Path folder) {
    var found = new HashMap<String, String>();
    if (Files.isDirectory(folder)) {
      AtomicFile.list(folder, folder).stream()
          .map(file -> file.getFileName().toString())
          .forEach(name -> found.put(Normalization.caseless(name), name));
    }
    return found;
  }

  private String shown(Path file) {
    return Normalization.compose(root.relativize(file).toString().replace('\\', '/'));
  }

  /**
   * What is there already.
   *
   * @param path below the root
   */
  public record Obstacle(Kind kind, String path) {
    /** Why it is in the way. */
    public enum Kind {
      FILE,
      OTHER_CASE,
      LINK
    }
  }
}
