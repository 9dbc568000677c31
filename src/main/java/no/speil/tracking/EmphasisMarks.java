package no.speil.tracking;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Finds the asterisks and underscores of a paragraph that are marks of emphasis: those that pair up
 * (after the delimiter rules of CommonMark 0.31, a little stricter). The rest is text.
 */
final class EmphasisMarks {
  private final String text;
  private final BitSet marks = new BitSet();
  private final Deque<Run> open = new ArrayDeque<>();

  private EmphasisMarks(String text) {
    this.text = text;
  }

  private record Run(char mark, int start, int length) {}

  /** Where in the text there is a mark of emphasis. */
  static BitSet marks(String text) {
    var emphasis = new EmphasisMarks(text);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c == '*' || c == '_') {
        i = emphasis.run(c, i);
      } else {
        i++;
      }
    }
    return emphasis.marks;
  }

  private int run(char mark, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == mark) {
      end++;
    }
    int left = end - start;
    boolean afterSpace = start == 0 || Character.isWhitespace(text.charAt(start - 1));
    boolean beforeSpace = end == text.length() || Character.isWhitespace(text.charAt(end));
    boolean afterWord = start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
    boolean beforeWord = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    boolean closes = !afterSpace && (mark == '*' || !beforeWord);
    boolean opens = !beforeSpace && (mark == '*' || !afterWord);
    while (closes && left > 0 && !open.isEmpty() && open.peek().mark() == mark) {
      left -= close(open.pop(), end - left, left);
    }
    if (opens && left > 0) {
      open.push(new Run(mark, end - left, left));
    }
    return end;
  }

  private int close(Run opener, int start, int length) {
    int paired = Math.min(opener.length(), length);
    marks.set(opener.start() + opener.length() - paired, opener.start() + opener.length());
    marks.set(start, start + paired);
    if (opener.length() > paired) {
      open.push(new Run(opener.mark(), opener.start(), opener.length() - paired));
    }
    return paired;
  }
}
