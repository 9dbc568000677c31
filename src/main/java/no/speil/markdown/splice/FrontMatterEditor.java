package no.speil.markdown.splice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.markdown.parse.FrontMatter;
import no.speil.markdown.parse.FrontMatterEntries;
import no.speil.markdown.parse.LineBreaks;
import no.speil.markdown.parse.ParsedBody;
import no.speil.markdown.parse.Whitespace;

/** Changes single keys of a front matter and leaves all other lines as they are. */
public final class FrontMatterEditor {
  private static final String FENCE = "---\n";

  /** Of a title and a description together; a front matter of twice that length can be read. */
  private static final int LONGEST = 30_000;

  private static final Pattern COMMENT =
      Pattern.compile(
          "(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^']++|'')*+'|[^\"'#\\s][^#]*?)?(\\s+#.*)?");

  /** Further lines of a value, perhaps after empty ones. */
  private static final Pattern INDENTED =
      Pattern.compile("(?:\\s++(?<![\\r\\n])[^\\r\\n]++(?:\\r\\n?+|\\n))*+");

  private static final Pattern SPECIAL = Pattern.compile("[\"\\\\\\p{Cc}\uFFFE\uFFFF]");

  private FrontMatterEditor() {}

  /**
   * The source with another title and description in its front matter, which is created if missing.
   * A value that already reads as wanted stays as it is written.
   *
   * @throws SpliceException if the front matter cannot be changed
   */
  public static String retitle(String source, String title, String description) {
    Splice.checkMerged(source);
    String wantedTitle = Whitespace.fold(title);
    String wantedDescription = Whitespace.fold(description);
    if (wantedTitle.length() + wantedDescription.length() > LONGEST) {
      throw new SpliceException(
          "The title and the description are too long: together they may have "
              + LONGEST
              + " letters at most.");
    }
    String changed = set(source, "title", wantedTitle, "");
    changed = set(changed, "description", wantedDescription, "title");
    boolean isSet =
        read(changed, "title").equals(wantedTitle)
            && read(changed, "description").equals(wantedDescription);
    if (!isSet || !body(changed).equals(body(source))) {
      throw unchangeable("Edit title and description in the file.");
    }
    return changed;
  }

  private static SpliceException unchangeable(String remedy) {
    return new SpliceException(
        "The front matter of this file is written in a way that cannot be changed here. " + remedy);
  }

  /**
   * The file with a value of a key that has none.
   *
   * @param after the key that it comes after, if that is there; else it is the last
   * @return the file as it is, if the key has a value or there is none to be written
   * @throws SpliceException if the front matter is written in a way that cannot be changed
   */
  public static String add(String source, String key, List<String> values, String after) {
    String lines = FrontMatterWriter.write(Map.of(key, values));
    if (lines.isEmpty() || !read(source, key).isEmpty()) {
      return source;
    }
    String bare = lines.substring(FENCE.length(), lines.length() - FENCE.length());
    FrontMatter head = FrontMatter.find(source).orElse(null);
    int start = FrontMatter.start(source);
    String changed =
        head == null
            ? replace(source, start, start, lines)
            : put(source, head, key, bare, after, head.to());
    boolean isOdd = head == null && !FrontMatterEntries.read(source, "").problems().isEmpty();
    if (isOdd || !isOnly(source, changed, key, values) || !body(changed).equals(body(source))) {
      throw unchangeable("Add " + key + " in the file.");
    }
    return changed;
  }

  /** Whether that key has these values now, and all others what they had. */
  private static boolean isOnly(String source, String changed, String key, List<String> values) {
    FrontMatterEntries before = FrontMatterEntries.read(source, "");
    FrontMatterEntries after = FrontMatterEntries.read(changed, "");
    var wanted = new LinkedHashMap<>(before.values());
    wanted.put(key, Whitespace.foldAll(values));
    return after.values().equals(wanted) && after.problems().size() <= before.problems().size();
  }

  /** A value in double quotes, escaped for YAML. */
  public static String quoted(String value) {
    String escaped =
        SPECIAL
            .matcher(Whitespace.fold(value))
            .replaceAll(found -> Matcher.quoteReplacement(escaped(found.group().charAt(0))));
    return '"' + escaped + '"';
  }

  private static String escaped(char c) {
    return c == '"' || c == '\\' ? "\\" + c : "\\u%04x".formatted((int) c);
  }

  private static String read(String source, String key) {
    return FrontMatterEntries.read(source, "").line(key);
  }

  private static String body(String source) {
    return source.substring(ParsedBody.of(source).body()).strip();
  }

  /** Sets a key in its place, or after another key, or as the first; an empty value removes it. */
  private static String set(String source, String key, String value, String after) {
    if (read(source, key).equals(value)) {
      return source;
    }
    String line = value.isEmpty() ? "" : key + ": " + quoted(value) + "\n";
    FrontMatter head = FrontMatter.find(source).orElse(null);
    if (head != null) {
      return put(source, head, key, line, after, head.from());
    }
    int start = FrontMatter.start(source);
    boolean isApart = start == source.length() || LineBreaks.isEnd(source.charAt(start));
    String made = FENCE + line + FENCE + (isApart ? "" : "\n");
    return replace(source, start, start, made);
  }

  /**
   * Puts lines in the place of a key, or after another key.
   *
   * @param otherwise the offset where they stand if neither is there
   */
  private static String put(
      String source, FrontMatter head, String key, String lines, String after, int otherwise) {
    int own = find(source, head, key);
    int before = after.isEmpty() ? -1 : find(source, head, after);
    int from = own >= 0 ? own : before >= 0 ? endOf(source, head, before) : otherwise;
    int to = own >= 0 ? endOf(source, head, own) : from;
    boolean isOneLine = lines.indexOf('\n') == lines.length() - 1;
    String comment = own >= 0 && isOneLine && !lines.isEmpty() ? comment(source, own, to) : "";
    String written = lines.stripTrailing() + comment + (lines.isEmpty() ? "" : "\n");
    return replace(source, from, to, written);
  }

  /** Puts lines between two offsets, ended as those of the file. */
  private static String replace(String source, int from, int to, String lines) {
    return source.substring(0, from)
        + lines.replace("\n", LineBreaks.breakOf(source))
        + source.substring(to);
  }

  private static int find(String source, FrontMatter head, String key) {
    String form = "(?<![^\\r\\n])([\"']?)" + key + "\\1[^\\S\\r\\n]*:(?=\\s|\\z)";
    Matcher found = Pattern.compile(form).matcher(source).region(head.from(), head.to());
    return found.find() ? found.start() : -1;
  }

  /** The end of the key's value: before the next line that is not indented. */
  private static int endOf(String source, FrontMatter head, int at) {
    int end = LineBreaks.next(source, at);
    Matcher more = INDENTED.matcher(source).region(end, head.to());
    return more.lookingAt() ? more.end() : end;
  }

  private static String comment(String source, int at, int end) {
    String line = source.substring(at, LineBreaks.endOf(source, at));
    if (LineBreaks.next(source, at) != end) {
      return "";
    }
    Matcher found = COMMENT.matcher(line.substring(line.indexOf(':') + 1).strip());
    return found.matches() && found.group(1) != null ? found.group(1) : "";
  }
}
