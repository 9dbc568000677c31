package no.speil.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real texts beside the project; tests that need them are skipped if they are missing. */
public final class TestCorpora {
  private static final Path FOLDER = Path.of("../shared/corpora");

  private TestCorpora() {}

  public static List<Path> markdown() {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), () -> "no corpora in " + FOLDER.toAbsolutePath().normalize());
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
