package no.speil.markdown.parse;

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
    if (!opens(source, start)) {
      return Optional.empty();
    }
    int from = LineBreaks.next(source, start);
    for (int line = from; line < source.length(); line = LineBreaks.next(source, line)) {
      if (isFence(source, line, '-') || isFence(source, line, '.')) {
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

  /** Whether a file begins with TOML between two lines {@code +++}, as Hugo reads it. */
  static boolean isToml(String source) {
    return findToml(source).isPresent();
  }

  /** The range of TOML between two lines {@code +++}; empty if the file has none. */
  public static Optional<FrontMatter> findToml(String source) {
    int start = start(source);
    if (!isFence(source, start, '+')) {
      return Optional.empty();
    }
    int from = LineBreaks.next(source, start);
    int line = from;
    while (line < source.length() && !isFence(source, line, '+')) {
      line = LineBreaks.next(source, line);
    }
    return line < source.length()
        ? Optional.of(new FrontMatter(from, line, LineBreaks.next(source, line)))
        : Optional.empty();
  }

  /** Offset of the first character after a byte order mark. */
  public static int start(String source) {
    return source.startsWith("\uFEFF") ? 1 : 0;
  }

  /** A line {@code ---} before an empty line is a thematic break: prose follows, not YAML. */
  private static boolean opens(String source, int start) {
    if (!isFence(source, start, '-')) {
      return false;
    }
    int second = LineBreaks.next(source, start);
    return !Whitespace.is(source, second, LineBreaks.endOf(source, second));
  }

  private static boolean isFence(String source, int line, char mark) {
    int end = Whitespace.trim(source, line, LineBreaks.endOf(source, line));
    return end - line == 3
        && source.charAt(line) == mark
        && source.charAt(line + 1) == mark
        && source.charAt(line + 2) == mark;
  }
}
