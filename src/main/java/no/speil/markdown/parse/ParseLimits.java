package no.speil.markdown.parse;

import java.util.BitSet;
import no.speil.corpus.text.Normalization;

/**
 * The limits within which a text is parsed as Markdown: length, nesting, runs of one marker, and
 * how long the parser would take beyond time linear in the text, in characters visited: markers
 * that make it scan to the end of the paragraph each time, and table rows, for each of which it
 * collects those before. Measured with flexmark 0.64.8: the limit is about as long as two megabytes
 * of prose take. No text that people write comes near them.
 */
final class ParseLimits {
  /** The highest depth of a tree. */
  static final int DEPTH = 200;

  private static final int LENGTH = 2_000_000;
  private static final int MARKERS = 100;
  private static final int RUN = 1000;
  private static final String PILED = "*_~[]<`!(&";

  private static final long BUDGET = 300_000_000;

  /**
   * No shorter text exceeds the budget: a marker takes two characters, a row as many, so that the
   * three sums in it are at most three times the length squared each.
   */
  private static final int SHORT = 5_000;

  /** A character that is copied or matched on the way costs as much as so many looked at. */
  private static final int COPIED = 6;

  private final String text;
  private final int[] columns = new int[MARKERS + 1];
  private int lists;
  private long spent;
  private int paragraph;
  private long looks;
  private long rows;
  private long open;
  private final BitSet codeMarks = new BitSet();

  private ParseLimits(String text) {
    this.text = text;
  }

  /** Whether the text is within the limits. */
  static boolean allow(String text) {
    return text.length() <= LENGTH && new ParseLimits(text).hold();
  }

  private boolean hold() {
    for (int line = 0; line < text.length(); line = LineBreaks.next(text, line)) {
      int end = LineBreaks.endOf(text, line);
      if (!markersHold(line, end) || (end - line > RUN && !runsHold(line, end))) {
        return false;
      }
      if (Whitespace.is(text, line, end)) {
        settle(line);
      } else if (text.length() > SHORT) {
        look(line, end);
      }
      if (spent > BUDGET) {
        return false;
      }
    }
    settle(text.length());
    return spent <= BUDGET;
  }

  /** Counts quotation marks, and keeps the columns of the list markers that may still be open. */
  private boolean markersHold(int line, int end) {
    int quotations = 0;
    for (int i = line; i < end; i++) {
      char c = text.charAt(i);
      if (c == '>') {
        quotations++;
      } else if (isMarker(i, end)) {
        open(i - line);
      } else if (c != ' ' && c != '\t' && !isDigit(c)) {
        break;
      }
      if (lists + quotations >= MARKERS) {
        return false;
      }
    }
    return true;
  }

  private void open(int column) {
    while (lists > 0 && columns[lists - 1] >= column) {
      lists--;
    }
    columns[lists++] = column;
  }

  private boolean isMarker(int i, int end) {
    char c = text.charAt(i);
    boolean bullet = c == '-' || c == '*' || c == '+';
    boolean number = (c == '.' || c == ')') && i > 0 && isDigit(text.charAt(i - 1));
    return (bullet || number) && (i + 1 >= end || Normalization.isSpace(text.charAt(i + 1)));
  }

  private boolean runsHold(int line, int end) {
    int run = 0;
    for (int i = line; i < end; i++) {
      char c = text.charAt(i);
      run = i > line && c == text.charAt(i - 1) && PILED.indexOf(c) >= 0 ? run + 1 : 1;
      if (run > RUN) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void settle(int end) {
    long length = (long) end - paragraph;
    spent += (looks + COPIED * (open + codeMarks.cardinality())) * length + COPIED * rows * rows;
    paragraph = end;
    looks = 0;
    rows = 0;
    open = 0;
    codeMarks.clear();
  }

  private void look(int line, int end) {
    boolean row = false;
    int dots = 0;
    int word = line;
    for (int i = line; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        continue;
      }
      char next = i + 1 < end ? text.charAt(i + 1) : ' ';
      if (Normalization.isSpace(c)) {
        spent += (long) dots * (i - word);
        dots = 0;
        word = i;
      }
      switch (c) {
        case '.', '@' -> dots++;
        case '|' -> row = true;
        case '`' -> i = codeMark(i, end);
        case '{' -> looks += next == '#' || next == '.' || Character.isLetter(next) ? 1 : 0;
        case ']' -> look(next);
        case '<' -> open += next == '!' || next == '?' ? 1 : 0;
        case ')', '>' -> open = Math.max(0, open - 1);
        default -> {}
      }
    }
    spent += (long) dots * (end - word);
    rows += row ? 1 : 0;
  }

  /** After a bracket: a link's address, or a definition. */
  private void look(char next) {
    open += next == '(' ? 1 : 0;
    looks += next == ':' ? 1 : 0;
  }

  private int codeMark(int from, int end) {
    int to = from;
    while (to + 1 < end && text.charAt(to + 1) == '`') {
      to++;
    }
    codeMarks.set(to - from);
    return to;
  }
}
