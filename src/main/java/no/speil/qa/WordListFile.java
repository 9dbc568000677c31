package no.speil.qa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads the word lists among the resources of this package. */
final class WordListFile {
  private WordListFile() {}

  /** The lines that are not comments. */
  static Stream<String> lines(String name) {
    try (InputStream in = WordListFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
