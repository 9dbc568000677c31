package no.speil.corpus.text;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return lines(beside, name).flatMap(ResourceFile::words).toList();
  }

  /** The words of these lines by what each line says before a colon. */
  public static Map<String, List<String>> wordsByKey(Class<?> beside, String name) {
    return lines(beside, name)
        .map(line -> line.split(": +", 2))
        .collect(groupingBy(line -> line[0], flatMapping(line -> words(line[1]), toList())));
  }

  /** What stands behind each of such words, as in {@code word=one|other}. */
  public static Map<String, Set<String>> values(List<String> words) {
    return words.stream()
        .map(each -> each.split("=", 2))
        .collect(toMap(parts -> parts[0], parts -> Set.of(parts[1].split("\\|", -1))));
  }

  private static Stream<String> words(String line) {
    return Stream.of(line.strip().split("\\s+"));
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
