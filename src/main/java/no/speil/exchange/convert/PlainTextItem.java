package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of plain text that begins an item of a list.
 *
 * @param indent number of spaces before its mark
 * @param number of the item; 0 if its mark is no number
 * @param mark as Markdown writes it, with a space
 */
record PlainTextItem(int indent, int number, String mark, String text) {
  private static final int DEEPEST = 10;

  private static final Pattern RULE = Pattern.compile("([-=_*~])\\1{2,}");
  private static final Pattern ITEM =
      Pattern.compile("(\\s*)(?:([-*+•·‣◦▪])|(\\d{1,3})([.)])|(\\p{Ll}\\)))\\s+(\\S.*)");

  /** The item that a line begins; null if it begins none. */
  static @Nullable PlainTextItem of(String line) {
    Matcher item = ITEM.matcher(line);
    if (!item.matches() || isRule(line)) {
      return null;
    }
    int indent = item.group(1).length();
    if (item.group(3) != null) {
      String mark = item.group(3) + item.group(4) + " ";
      return new PlainTextItem(indent, Integer.parseInt(item.group(3)), mark, item.group(6));
    }
    String label = item.group(5) == null ? "" : item.group(5) + " ";
    return new PlainTextItem(indent, 0, "- ", label + item.group(6));
  }

  /** Whether a line is drawn of three or more of one sign. */
  static boolean isRule(String line) {
    return RULE.matcher(line.strip().replace(" ", "")).matches();
  }

  /**
   * Whether it follows an item of that number. A number does only if it is the next one, since
   * lines begin with dates as well.
   */
  boolean follows(int before) {
    return number == 0 || number == before + 1;
  }

  /** Whether a line begins a list. */
  static boolean opens(String line) {
    PlainTextItem item = of(line);
    return item != null && item.follows(0);
  }

  /** The lists that an item is in, one within the other. */
  static final class Levels {
    private final List<PlainTextItem> last = new ArrayList<>();

    /** Goes to the level of an item; false if it is not the next of its list. */
    boolean enter(PlainTextItem item) {
      while (last.size() > 1 && last.getLast().indent > item.indent) {
        last.removeLast();
      }
      if (last.isEmpty() || (last.getLast().indent + 1 < item.indent && last.size() < DEEPEST)) {
        last.add(item);
        return item.follows(0);
      }
      PlainTextItem before = last.getLast();
      boolean isNext = (before.number == 0) == (item.number == 0) && item.follows(before.number);
      if (isNext) {
        last.set(
            last.size() - 1, new PlainTextItem(before.indent, item.number, item.mark, item.text));
      }
      return isNext;
    }

    int depth() {
      return last.size();
    }

    /** Whether a line begins an item of one of the lists, or a new list. */
    boolean isItem(String line) {
      PlainTextItem item = of(line);
      return item != null
          && (item.follows(0) || last.stream().anyMatch(each -> item.follows(each.number)));
    }
  }
}
