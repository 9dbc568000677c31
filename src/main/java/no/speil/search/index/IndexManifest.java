package no.speil.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sizes and times of an index's files, written when it is closed. While they match, the files
 * are known to be undamaged without reading them. While it is open, those of the last commit are
 * kept in memory: Lucene never changes a file that it has written. Thread-safe.
 */
final class IndexManifest {
  private static final String NAME = "seal";

  private final Path folder;
  private final Map<String, String> committed = new ConcurrentHashMap<>();

  IndexManifest(Path folder) {
    this.folder = folder;
  }

  void write() throws IOException {
    Files.writeString(folder.resolve(NAME), listing());
  }

  boolean matches() throws IOException {
    Path manifest = folder.resolve(NAME);
    return Files.exists(manifest)
        && Arrays.equals(Files.readAllBytes(manifest), listing().getBytes(UTF_8));
  }

  /** Deletes the manifest, since the files will change. */
  void delete() throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }

  /** Keeps the sizes and times of a commit's files; of files known already, the earlier ones. */
  void keep(Collection<String> files) {
    committed.keySet().retainAll(files);
    files.forEach(file -> committed.computeIfAbsent(file, name -> line(folder.resolve(name))));
  }

  /** A file that is not as it was written; empty if there is none, whatever was deleted. */
  Optional<String> changed() {
    return committed.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(line(folder.resolve(entry.getKey()))))
        .filter(entry -> Files.exists(folder.resolve(entry.getKey()))) // else Lucene deleted it
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private String listing() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .map(IndexManifest::line)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining("\n"));
    }
  }

  private static String line(Path file) {
    String name = file.getFileName().toString();
    if (name.equals(NAME) || name.endsWith(".lock")) {
      return "";
    }
    try {
      var its = Files.readAttributes(file, BasicFileAttributes.class);
      return name + " " + its.size() + " " + its.lastModifiedTime().toMillis();
    } catch (IOException e) {
      return name + " cannot be read"; // so that the manifest does not match
    }
  }
}
