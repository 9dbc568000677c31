package no.speil.markdown.parse;

/**
 * The limits within which a text is parsed as Markdown: length, nesting, runs of one marker, and
 * {@link ParseCost}. No text that people write comes near them.
 */
final class ParseLimits {
  /** The highest depth of a tree. */
  static final int DEPTH = 200;

  private static final int LENGTH = 2_000_000;
  private static final int MARKERS = 100;
  private static final int RUN = 1000;
  private static final String PILED = "*_~[]<`!(&";

  private final String text;
  private final int[] columns = new int[MARKERS + 1];
  private int lists;

  private ParseLimits(String text) {
    this.text = text;
  }

  /** Whether the text is within the limits. */
  static boolean allow(String text) {
    return text.length() <= LENGTH
        && new ParseLimits(text).holdInEveryLine()
        && ParseCost.isWithinBudget(text);
  }

  private boolean holdInEveryLine() {
    for (int line = 0; line < text.length(); line = LineBreaks.next(text, line)) {
      int end = LineBreaks.endOf(text, line);
      if (!markersHold(line, end) || (end - line > RUN && !runsHold(line, end))) {
        return false;
      }
    }
    return true;
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
    return (bullet || number) && (i + 1 >= end || Whitespace.is(text.charAt(i + 1)));
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
}
