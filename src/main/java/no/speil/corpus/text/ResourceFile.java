package no.speil.corpus.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads resource files of the program, each beside the class that uses it. */
public final class ResourceFile {
  private ResourceFile() {}

  /** The lines that are neither blank nor comments, which begin with {@code #}. */
  public static Stream<String> lines(Class<?> beside, String name) {
    return new String(bytes(beside, name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  /** The words of these lines, in their order. */
  public static List<String> words(Class<?> beside, String name) {
    return lines(beside, name).flatMap(line -> Stream.of(line.strip().split("\\s+"))).toList();
  }

  public static byte[] bytes(Class<?> beside, String name) {
    try (@Nullable InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing in the program: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
