package no.speil.markdown.parse;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final int RUN = 1000;
  private static final String PILED = "*_~[]<`!(&";

  private static final int LEVELS = 100;
  private static final Pattern MARKERS =
      Pattern.compile("[ \\t>0-9]*+(?:[-*+.)](?=\\s|$)[ \\t>0-9]*+)*+");

  private static final long BUDGET = 300_000_000;

  /** A character that is copied or matched on the way costs as much as so many looked at. */
  private static final int COPIED = 6;

  private final String text;
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
      if (Whitespace.is(text, line, end)) {
        settle(line);
      } else if (isDeep(line, end)) {
        return false;
      } else {
        look(line, end);
      }
    }
    settle(text.length());
    return spent < BUDGET;
  }

  /** A quotation or list that begins in the line has as many around it as fit left of it. */
  private boolean isDeep(int line, int end) {
    Matcher found = MARKERS.matcher(text).region(line, end);
    String markers = found.lookingAt() ? found.group() : "";
    long begun = markers.chars().filter(c -> ">-*+.)".indexOf(c) >= 0).count();
    int indent = markers.length() - markers.stripLeading().length();
    return begun > 0 && begun + indent / 2 >= LEVELS;
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
    int run = 0;
    int dots = 0;
    int word = line;
    for (int i = line; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        continue;
      }
      run = i > line && c == text.charAt(i - 1) ? run + 1 : 1;
      spent += run > RUN && PILED.indexOf(c) >= 0 ? BUDGET : 0;
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
    spent += to - from > RUN ? BUDGET : 0;
    return to;
  }
}
