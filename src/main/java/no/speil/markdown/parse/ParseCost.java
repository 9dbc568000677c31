package no.speil.markdown.parse;

import java.util.BitSet;

/**
 * Estimates how long the parser would take beyond time linear in the text, in characters visited:
 * markers that make it scan to the end of the paragraph each time, and table rows, for each of
 * which it collects those before. Measured with flexmark 0.64.8: the limit is about as long as two
 * megabytes of prose take.
 */
final class ParseCost {
  private static final long BUDGET = 300_000_000;

  /**
   * No shorter text exceeds the budget: a marker takes two characters, a row as many, so that the
   * three sums in it are at most three times the length squared each.
   */
  private static final int SHORT = 5_000;

  /** A character that is copied or matched on the way costs as much as so many looked at. */
  private static final int COPIED = 6;

  private final String text;
  private long spent;
  private int paragraph;
  private long looks;
  private long rows;
  private long open;
  private final BitSet codeMarks = new BitSet();

  private ParseCost(String text) {
    this.text = text;
  }

  static boolean isWithinBudget(String text) {
    return text.length() <= SHORT || new ParseCost(text).staysWithinBudget();
  }

  private boolean staysWithinBudget() {
    for (int line = 0; line < text.length(); line = LineBreaks.next(text, line)) {
      int end = LineBreaks.endOf(text, line);
      if (Whitespace.is(text, line, end)) {
        settle(line);
      } else {
        look(line, end);
      }
      if (spent > BUDGET) {
        return false;
      }
    }
    settle(text.length());
    return spent <= BUDGET;
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
      if (Whitespace.is(c)) {
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
