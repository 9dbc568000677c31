package no.speil.markdown.parse;

import com.vladsch.flexmark.util.sequence.SequenceUtils;

/** Finds line beginnings and ends; a line ends with LF, CR LF or CR. */
public final class LineBreaks {
  private LineBreaks() {}

  /** The offset of the first character of the line that holds the offset. */
  public static int startOf(String text, int offset) {
    return SequenceUtils.startOfLineAnyEOL(text, offset);
  }

  /** The offset of the line's end, before its line break. */
  public static int endOf(String text, int offset) {
    return SequenceUtils.endOfLineAnyEOL(text, offset);
  }

  /** The offset of the next line, or the text's length if there is none. */
  public static int next(String text, int offset) {
    int end = endOf(text, offset);
    if (end < text.length() - 1 && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
      return end + 2;
    }
    return Math.min(end + 1, text.length());
  }

  /** The number of line breaks between two offsets. */
  public static int count(String text, int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        breaks++;
      }
    }
    return breaks;
  }

  /** The first line break in the text; LF if it has none. */
  public static String breakOf(String text) {
    int end = endOf(text, 0);
    return end == text.length() ? "\n" : text.substring(end, next(text, 0));
  }

  /** Sets every character between two offsets that is no line break. */
  static void fill(StringBuilder text, int from, int to, char filling) {
    for (int i = from; i < to; i++) {
      if (!isEnd(text.charAt(i))) {
        text.setCharAt(i, filling);
      }
    }
  }

  /** A text whose lines after the first begin with so many spaces; empty lines stay empty. */
  public static String indent(String text, int width) {
    return text.replaceAll("\n(?!\n|$)", "\n" + " ".repeat(width));
  }

  public static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
