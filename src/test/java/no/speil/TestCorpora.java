package no.speil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Other people's texts, which are not in this repository: {@code -Dspeil.corpora} says where they
 * are. A test that asks for them is skipped where they are absent, and says so; a program for
 * figures fails there.
 */
public final class TestCorpora {
  private static final Path FOLDER =
      Path.of(System.getProperty("speil.corpora", "../shared/corpora"));

  private TestCorpora() {}

  /** A file or folder among them, whether it is there or not. */
  public static Path path(String name) {
    return FOLDER.resolve(name);
  }

  /** A folder among them, for a test. */
  public static Path require(String name) {
    Path folder = path(name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () ->
            "skipped: there are no texts in %s; say where they are with -Dspeil.corpora"
                .formatted(folder.toAbsolutePath().normalize()));
    return folder;
  }

  /** All Markdown files among them, for a test. */
  public static List<Path> markdown() {
    require("");
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("walking " + FOLDER, e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
