package no.speil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import no.speil.archive.Archive;

/**
 * Where the index of a library lies: below {@code .speil/}, or for a library that writes nothing
 * there, in a temporary folder that goes with it.
 */
record IndexLocation(Path path, boolean temporary) implements AutoCloseable {

  static IndexLocation of(Archive archive) {
    if (!archive.readOnly()) {
      return new IndexLocation(archive.root().resolve(".speil/index"), false);
    }
    try {
      return new IndexLocation(Files.createTempDirectory("speil-index"), true);
    } catch (IOException e) {
      throw new UncheckedIOException("making a temporary folder", e);
    }
  }

  @Override
  public void close() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + path, e);
    }
  }
}
