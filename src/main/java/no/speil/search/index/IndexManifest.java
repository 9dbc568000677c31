package no.speil.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sizes and times of an index's files, written when it is closed. While they match, the files
 * are known to be undamaged without reading them.
 */
final class IndexManifest {
  private static final String NAME = "seal";

  private final Path folder;

  IndexManifest(Path folder) {
    this.folder = folder;
  }

  void write() throws IOException {
    Files.writeString(folder.resolve(NAME), listing());
  }

  boolean matches() throws IOException {
    Path manifest = folder.resolve(NAME);
    return Files.exists(manifest) && Files.readString(manifest).equals(listing());
  }

  /** Deletes the manifest, since the files will change. */
  void delete() throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
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
      return name + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return name + " cannot be read"; // so that the manifest does not match
    }
  }
}
