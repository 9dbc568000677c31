package no.speil.markdown.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The range of a file's front matter: YAML between two lines {@code ---} at the very start.
 *
 * @param from offset of the YAML's first character
 * @param to offset of the closing line
 * @param body offset of the line after it, where the body begins
 */
public record FrontMatter(int from, int to, int body) {
  /** White space to the end of a line. */
  private static final String END = "[\\t\\x0B\\f\\x1C-\\x1F\\p{Z}\\uFEFF]*+(?:\\r\\n?+|\\n|\\z)";

  /** A line {@code ---} before an empty line is a thematic break: prose follows, not YAML. */
  private static final String OPENING = "\\uFEFF?---%1$s(?!%1$s)".formatted(END);

  private static final Pattern YAML = Pattern.compile(OPENING + upTo("(?:---|\\.{3})"));
  private static final Pattern TOML = Pattern.compile("\\uFEFF?\\+{3}" + END + upTo("\\+{3}"));
  private static final Pattern KEY =
      Pattern.compile(
          OPENING + "[\"']?[\\p{L}_][\\p{L}\\p{N}_. -]*[\"']?[^\\S\\r\\n]*:.*+(?![^\\r\\n])");

  /** Lines, which are a group, and then such a fence. */
  private static String upTo(String fence) {
    return "((?:(?!%1$s%2$s)[^\\r\\n]*+(?:\\r\\n?+|\\n))*+)%1$s%2$s".formatted(fence, END);
  }

  /** The front matter of a file; empty if it has none. */
  public static Optional<FrontMatter> find(String source) {
    return find(YAML, source);
  }

  /** The range of TOML between two lines {@code +++}; empty if the file has none. */
  public static Optional<FrontMatter> findToml(String source) {
    return find(TOML, source);
  }

  private static Optional<FrontMatter> find(Pattern form, String source) {
    Matcher found = form.matcher(source);
    return found.lookingAt()
        ? Optional.of(new FrontMatter(found.start(1), found.end(1), found.end()))
        : Optional.empty();
  }

  /** Whether a file begins like front matter that is not closed. */
  static boolean isUnclosed(String source) {
    return find(source).isEmpty() && KEY.matcher(source).lookingAt();
  }

  /** Offset of the first character after a byte order mark. */
  public static int start(String source) {
    return source.startsWith("\uFEFF") ? 1 : 0;
  }
}
