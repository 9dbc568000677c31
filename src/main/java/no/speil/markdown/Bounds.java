package no.speil.markdown;

/**
 * The bounds within which a text is parsed as Markdown. Beyond them the parser would need a stack
 * or a time out of proportion to the text; no text that people write comes near them.
 */
final class Bounds {
  /** How deep the tree of a text may be. */
  static final int DEPTH = 200;

  private static final int LENGTH = 4_000_000;
  private static final int MARKERS = 100;
  private static final int RUN = 1000;
  private static final int OPEN_LINKS = 500;
  private static final String PILED = "*_~[]<`!(&";

  private final String text;
  private final int[] columns = new int[MARKERS + 1];
  private int lists;
  private int openLinks;

  private Bounds(String text) {
    this.text = text;
  }

  /** Whether the parser can be trusted with the text. */
  static boolean hold(String text) {
    return text.length() <= LENGTH && new Bounds(text).holdEverywhere();
  }

  private boolean holdEverywhere() {
    for (int line = 0; line < text.length(); line = Lines.next(text, line)) {
      int end = Lines.endOf(text, line);
      if (!markersHold(line, end) || !lineHolds(line, end)) {
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
        while (lists > 0 && columns[lists - 1] >= i - line) {
          lists--;
        }
        columns[lists++] = i - line;
      } else if (c != ' ' && c != '\t' && !isDigit(c)) {
        break;
      }
      if (lists + quotations >= MARKERS) {
        return false;
      }
    }
    return true;
  }

  private boolean isMarker(int i, int end) {
    char c = text.charAt(i);
    boolean bullet = c == '-' || c == '*' || c == '+';
    boolean number = (c == '.' || c == ')') && i > 0 && isDigit(text.charAt(i - 1));
    return (bullet || number) && (i + 1 >= end || Blank.is(text.charAt(i + 1)));
  }

  /** Runs of one mark, and links opened and not closed: each makes the parser look to the end. */
  private boolean lineHolds(int line, int end) {
    if (Blank.is(text, line, end)) {
      openLinks = 0;
    }
    int run = 0;
    for (int i = line; i < end; i++) {
      char c = text.charAt(i);
      run = i > line && c == text.charAt(i - 1) && PILED.indexOf(c) >= 0 ? run + 1 : 1;
      if (c == '(' && i > 0 && text.charAt(i - 1) == ']') {
        openLinks++;
      } else if (c == ')') {
        openLinks = Math.max(0, openLinks - 1);
      }
      if (run > RUN || openLinks > OPEN_LINKS) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
