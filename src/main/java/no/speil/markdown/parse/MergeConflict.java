package no.speil.markdown.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A merge conflict: two versions of a passage between markers, as git leaves them in a file ({@code
 * <<<<<<<}, with diff3 style {@code |||||||}, {@code =======}, {@code >>>>>>>}). Markers in another
 * order are text, and so are those in a fenced code block.
 *
 * @param line of the first marker, from 1
 * @param lastLine of the last marker
 */
public record MergeConflict(Version ours, Version theirs, int line, int lastLine) {

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
    return source.contains("<<<<<<<") ? new Search(source).all() : List.of();
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

  /** One pass over the lines of a text; keeps track of the open code fence. */
  private static final class Search {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)");

    private final String source;
    private final List<Integer> starts = new ArrayList<>();
    private final List<MergeConflict> found = new ArrayList<>();
    private String fence = "";

    /** The line that closes the open fence; -1 if not yet searched for. */
    private int fenceEnd = -1;

    Search(String source) {
      this.source = source;
      for (int at = 0; at < source.length(); at = LineBreaks.next(source, at)) {
        starts.add(at);
      }
    }

    List<MergeConflict> all() {
      int line = 0;
      while (line < starts.size()) {
        @Nullable MergeConflict conflict = isMark(line, '<') ? conflict(line) : null;
        if (conflict == null || isQuoted(conflict)) {
          fence = fenceAfter(fence, line);
          line++;
        } else {
          found.add(conflict);
          fence = fenceAfterOurs(conflict);
          line = conflict.lastLine;
        }
      }
      return found;
    }

    /** The conflict that begins with that line, if the other markers follow. */
    private @Nullable MergeConflict conflict(int first) {
      int oursEnd = -1;
      int theirsStart = -1;
      for (int line = first + 1; line < starts.size() && !isMark(line, '<'); line++) {
        if (theirsStart < 0 && oursEnd < 0 && isMark(line, '|')) {
          oursEnd = line;
        } else if (theirsStart < 0 && isMark(line, '=') && name(line).isEmpty()) {
          oursEnd = oursEnd < 0 ? line : oursEnd;
          theirsStart = line + 1;
        } else if (theirsStart > 0 && isMark(line, '>')) {
          var ours = new Version(name(first), starts.get(first + 1), starts.get(oursEnd));
          var theirs = new Version(name(line), starts.get(theirsStart), starts.get(line));
          return new MergeConflict(ours, theirs, first + 1, line + 1);
        }
      }
      return null;
    }

    /** Whether the conflict is inside a code fence, and so is an example. */
    private boolean isQuoted(MergeConflict conflict) {
      if (fence.isEmpty()) {
        return false;
      }
      int line = conflict.line - 1;
      if (fenceEnd < line) {
        while (line < starts.size() && !fenceAfter(fence, line).isEmpty()) {
          line++;
        }
        fenceEnd = line == starts.size() ? Integer.MAX_VALUE : line;
      }
      return fenceEnd >= conflict.lastLine && fenceEnd < starts.size();
    }

    private String fenceAfterOurs(MergeConflict conflict) {
      String open = fence;
      for (int line = conflict.line; starts.get(line) < conflict.ours.end; line++) {
        open = fenceAfter(open, line);
      }
      return open;
    }

    /** The fence that is open after a line, given the one open before it; empty for none. */
    private String fenceAfter(String open, int line) {
      Matcher mark = FENCE.matcher(text(line));
      if (!mark.matches()) {
        return open;
      }
      if (open.isEmpty()) {
        return mark.group(1);
      }
      boolean closes = mark.group(1).startsWith(open) && mark.group(2).isBlank();
      return closes ? "" : open;
    }

    private boolean isMark(int line, char mark) {
      String text = text(line);
      return text.startsWith(String.valueOf(mark).repeat(7))
          && (text.length() == 7 || text.charAt(7) == ' ');
    }

    private String name(int line) {
      return text(line).substring(7).strip();
    }

    private String text(int line) {
      return source.substring(starts.get(line), LineBreaks.endOf(source, starts.get(line)));
    }
  }
}
