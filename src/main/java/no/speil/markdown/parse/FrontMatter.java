package no.speil.markdown.parse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The range of a file's front matter: YAML between two lines {@code ---} at the very start.
 *
 * @param from offset of the YAML's first character
 * @param to offset of the closing line
 * @param body offset of the line after it, where the body begins
 */
public record FrontMatter(int from, int to, int body) {
  private static final Pattern KEY =
      Pattern.compile("[\"']?[\\p{L}_][\\p{L}\\p{N}_. -]*[\"']?\\s*:.*");

  /** The front matter of a file; empty if it has none. */
  public static Optional<FrontMatter> find(String source) {
    int start = start(source);
    return opens(source, start) ? upTo(List.of("---", "..."), source, start) : Optional.empty();
  }

  private static Optional<FrontMatter> upTo(List<String> fences, String source, int start) {
    int from = LineBreaks.next(source, start);
    for (int line = from; line < source.length(); line = LineBreaks.next(source, line)) {
      if (fences.contains(line(source, line))) {
        return Optional.of(new FrontMatter(from, line, LineBreaks.next(source, line)));
      }
    }
    return Optional.empty();
  }

  /** Whether a file begins like front matter that is not closed. */
  static boolean isUnclosed(String source) {
    int start = start(source);
    if (!opens(source, start) || find(source).isPresent()) {
      return false;
    }
    int second = LineBreaks.next(source, start);
    return KEY.matcher(source.substring(second, LineBreaks.endOf(source, second))).matches();
  }

  /** The range of TOML between two lines {@code +++}; empty if the file has none. */
  public static Optional<FrontMatter> findToml(String source) {
    int start = start(source);
    List<String> fence = List.of("+++");
    return fence.contains(line(source, start)) ? upTo(fence, source, start) : Optional.empty();
  }

  /** Offset of the first character after a byte order mark. */
  public static int start(String source) {
    return source.startsWith("\uFEFF") ? 1 : 0;
  }

  /** A line {@code ---} before an empty line is a thematic break: prose follows, not YAML. */
  private static boolean opens(String source, int start) {
    if (!line(source, start).equals("---")) {
      return false;
    }
    int second = LineBreaks.next(source, start);
    return !Whitespace.is(source, second, LineBreaks.endOf(source, second));
  }

  /** A line without the white space at its end. */
  private static String line(String source, int at) {
    return source.substring(at, Whitespace.trim(source, at, LineBreaks.endOf(source, at)));
  }
}
