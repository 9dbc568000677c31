package no.speil.markdown.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A merge conflict: two versions of a passage between markers, as git leaves them in a file ({@code
 * <<<<<<<}, with diff3 style {@code |||||||}, {@code =======}, {@code >>>>>>>}). Markers in another
 * order are text, and so are those in a fenced code block.
 *
 * @param line of the first marker, from 1
 * @param lastLine of the last marker
 */
public record MergeConflict(Version ours, Version theirs, int line, int lastLine) {
  private static final Pattern CONFLICT =
      Pattern.compile(
          "^<{7}(?<oursName>(?: .*+)?+)\\R(?<ours>%s)(?:\\|{7}(?: .*+)?+\\R%s)?+={7} *+\\R"
                  .formatted(upTo("\\|{7}(?: |$)|={7} *$"), upTo("={7} *$"))
              + "(?<theirs>%s)>{7}(?<theirsName>(?: .*+)?+)$".formatted(upTo(">{7}(?: |$)")),
          Pattern.MULTILINE);

  private static final Pattern FENCE =
      Pattern.compile("^ {0,3}(`{3,}(?=[^`\\r\\n]*$)|~{3,})(.*)$", Pattern.MULTILINE);

  /** Lines before such a mark, and before the first mark of another conflict. */
  private static String upTo(String mark) {
    return "(?:(?!<{7}(?: |$)|%s).*+\\R)*+".formatted(mark);
  }

  /**
   * One of the two versions.
   *
   * @param name that git gives it, such as {@code HEAD} or a commit; may be empty
   * @param start offset of its first line
   * @param end offset of the marker after it
   */
  public record Version(String name, int start, int end) {
    private boolean holds(int offset) {
      return start <= offset && offset < end;
    }
  }

  /** The conflicts in a file's text, in order. */
  public static List<MergeConflict> in(String source) {
    if (!source.contains("<<<<<<<")) {
      return List.of();
    }
    var found = new ArrayList<MergeConflict>();
    Matcher conflict = CONFLICT.matcher(source);
    String fence = "";
    int closing = 0;
    int line = 1;
    for (int at = 0; conflict.find(at); at = conflict.end()) {
      fence = fenceAfter(fence, source.substring(at, conflict.start()));
      line += LineBreaks.count(source, at, conflict.start());
      int last = line + LineBreaks.count(source, conflict.start(), conflict.end());
      if (!fence.isEmpty() && closing < conflict.start()) {
        closing = closing(fence, source, conflict.start());
      }
      boolean isQuoted = !fence.isEmpty() && closing > conflict.end() && closing < source.length();
      if (!isQuoted) {
        Version ours = version(conflict, "ours");
        found.add(new MergeConflict(ours, version(conflict, "theirs"), line, last));
        String after = fenceAfter(fence, conflict.group("ours"));
        closing = after.equals(fence) ? closing : 0;
        fence = after;
      }
      line = last;
    }
    return found;
  }

  private static Version version(Matcher conflict, String side) {
    String name = conflict.group(side + "Name").strip();
    return new Version(name, conflict.start(side), conflict.end(side));
  }

  /** Where the line begins that closes a fence; the end of the text if there is none. */
  private static int closing(String fence, String source, int from) {
    return FENCE
        .matcher(source)
        .region(from, source.length())
        .results()
        .filter(mark -> closes(mark, fence))
        .mapToInt(MatchResult::start)
        .findFirst()
        .orElse(source.length());
  }

  private static boolean closes(MatchResult mark, String fence) {
    return mark.group(1).startsWith(fence) && mark.group(2).isBlank();
  }

  /** The fence that is open after some lines, given the one open before them; empty for none. */
  private static String fenceAfter(String before, String lines) {
    String open = before;
    for (MatchResult mark : FENCE.matcher(lines).results().toList()) {
      String now = closes(mark, open) ? "" : open;
      open = open.isEmpty() ? mark.group(1) : now;
    }
    return open;
  }

  /** The version that a character of the file belongs to; empty if it is common to both. */
  public Optional<Version> at(int offset) {
    return ours.holds(offset)
        ? Optional.of(ours)
        : theirs.holds(offset) ? Optional.of(theirs) : Optional.empty();
  }

  /**
   * The text with both versions, and the markers and the common ancestor's text blank, so that
   * offsets and lines stay the same.
   */
  static String blankMarks(String source) {
    List<MergeConflict> conflicts = in(source);
    if (conflicts.isEmpty()) {
      return source;
    }
    var blanked = new StringBuilder(source);
    for (MergeConflict conflict : conflicts) {
      int before = LineBreaks.startOf(source, Math.max(0, conflict.ours.start - 1));
      LineBreaks.fill(blanked, before, conflict.ours.start, ' ');
      LineBreaks.fill(blanked, conflict.ours.end, conflict.theirs.start, ' ');
      int end = LineBreaks.endOf(source, conflict.theirs.end);
      LineBreaks.fill(blanked, conflict.theirs.end, end, ' ');
    }
    return blanked.toString();
  }
}
