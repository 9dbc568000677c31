package no.speil.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Whether git leaves a file out, by the {@code .gitignore} files above it and the repository's own
 * list (gitignore(5)). Lists that one person keeps for all repositories do not count: others who
 * clone this one lack them.
 */
final class GitIgnore {
  private static final String FILE = ".gitignore";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![^/])\\*\\*/|/\\*\\*$|\\*+|\\?|\\[(?<not>[!^]?)(?<set>]?[^]/]+)]|\\\\?(?<sign>.)");

  private final Path top;

  private GitIgnore(Path top) {
    this.top = top;
  }

  /** The rules for a folder; empty if it is in no repository. */
  static Optional<GitIgnore> of(Path folder) {
    return Stream.iterate(folder, each -> each != null, Path::getParent)
        .filter(each -> Files.exists(each.resolve(".git")))
        .findFirst()
        .map(GitIgnore::new);
  }

  /** Whether git leaves the file out, which also follows from a folder that it is in. */
  boolean ignores(Path file) {
    List<Path> fromTop = new ArrayList<>();
    for (Path each = file; each != null && !each.equals(top); each = each.getParent()) {
      fromTop.add(each);
    }
    Collections.reverse(fromTop);
    return fromTop.stream().anyMatch(each -> isNamed(each, !each.equals(file)));
  }

  /** The last rule that fits decides; those nearer to the file come later. */
  private boolean isNamed(Path path, boolean folder) {
    boolean ignored = false;
    for (Path each : lists(path)) {
      Path from = each.endsWith(FILE) ? each.resolveSibling("") : top;
      String relative = from.relativize(path).toString().replace('\\', '/');
      for (String line : lines(each)) {
        boolean again = line.startsWith("!");
        String rule = again ? line.substring(1) : line;
        if (fits(rule, relative, folder)) {
          ignored = !again;
        }
      }
    }
    return ignored;
  }

  private List<Path> lists(Path path) {
    List<Path> lists = new ArrayList<>();
    for (Path each = path.getParent(); each != null && each.startsWith(top); ) {
      lists.add(each.resolve(FILE));
      each = each.getParent();
    }
    lists.add(top.resolve(".git/info/exclude"));
    Collections.reverse(lists);
    return lists;
  }

  private static boolean fits(String line, String path, boolean folder) {
    String rule = line.endsWith("/") ? line.substring(0, line.length() - 1) : line;
    if (rule.isEmpty() || rule.startsWith("#") || (line.endsWith("/") && !folder)) {
      return false;
    }
    boolean anywhere = !rule.contains("/");
    String below = rule.startsWith("/") ? rule.substring(1) : rule;
    try {
      return Pattern.matches((anywhere ? "(?:.*/)?" : "") + pattern(below), path);
    } catch (PatternSyntaxException e) {
      return false; // such as [z-a], by which git finds nothing either
    }
  }

  /** A glob as an expression; only {@code **} in the place of folders goes beyond a slash. */
  private static String pattern(String glob) {
    return TOKEN.matcher(glob).replaceAll(each -> Matcher.quoteReplacement(expression(each)));
  }

  private static String expression(MatchResult token) {
    String set = token.group("set");
    if (set != null) {
      String not = token.group("not").isEmpty() ? "" : "^/";
      return "[" + not + set.replaceAll("[\\[\\]&^]", "\\\\$0") + "]";
    }
    return switch (token.group()) {
      case "**/" -> "(?:.*/)?";
      case "/**" -> "/.*";
      case "?" -> "[^/]";
      default -> token.group("sign") == null ? "[^/]*" : Pattern.quote(token.group("sign"));
    };
  }

  private static List<String> lines(Path file) {
    try {
      // Latin-1 reads any bytes, and the names that matter are ASCII.
      return Files.isRegularFile(file) && Files.size(file) <= Archive.LARGEST
          ? Files.readString(file, StandardCharsets.ISO_8859_1)
              .lines()
              .map(String::stripTrailing)
              .toList()
          : List.of();
    } catch (IOException e) {
      return List.of(); // kept from this program: the file counts as not ignored
    }
  }
}
