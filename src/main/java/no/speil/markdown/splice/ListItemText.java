package no.speil.markdown.splice;

import static no.speil.markdown.parse.LineBreaks.indent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.BlockKind;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.LineBreaks;
import no.speil.markdown.parse.ParsedBody;

/**
 * Formats typed text as a list item: with the item's own marker, and further lines indented so that
 * they stay in the item.
 *
 * @param column of the marker in its line
 * @param marker with the white space after it
 * @param box of a task, ticked or not, with the space after it; empty if there is none
 */
record ListItemText(int column, String marker, String box) {
  private static final Pattern MARKER = Pattern.compile("([-*+]|[0-9]{1,9}[.)])([ \\t]+|$)");
  private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,9})(.*)", Pattern.DOTALL);
  private static final Pattern BOX = Pattern.compile("\\[[ xX]\\] ");

  /** Numbers from here on are years rather than items. */
  private static final int YEAR = 1000;

  /** The format of an item from its Markdown. */
  static ListItemText of(String item) {
    return of(item, new BlockSpan(BlockKind.ITEM, 0, 0, item.length(), null));
  }

  /** The format of an item in a file. */
  static ListItemText of(String source, BlockSpan item) {
    String head = source.substring(item.start(), LineBreaks.endOf(source, item.start()));
    Matcher found = MARKER.matcher(head);
    String written = found.lookingAt() ? found.group() : "- ";
    String bare = written.strip();
    // Five columns or more are one and an indented code block (CommonMark, list items, rule 2).
    boolean isUsual = !written.equals(bare) && written.length() <= bare.length() + 4;
    Matcher box =
        BOX.matcher(head).region(Math.min(written.length(), head.length()), head.length());
    return new ListItemText(
        item.start() - LineBreaks.startOf(source, item.start()),
        isUsual ? written : bare + " ",
        box.lookingAt() ? box.group() : "");
  }

  /** The format of the item {@code steps} after this one. */
  ListItemText next(int steps) {
    Matcher number = NUMBERED.matcher(marker);
    return steps == 0 || !number.matches()
        ? this
        : new ListItemText(
            column, (Long.parseLong(number.group(1)) + steps) + number.group(2), box);
  }

  /**
   * The format of the first of {@code count} items before this one; its number is at least 1 if
   * this one's is.
   */
  ListItemText before(int count) {
    return number(marker) > count ? next(-count) : this;
  }

  /** Typed text as one or more items of this format; without a marker it is one item. */
  List<String> items(String typed) {
    if (isMarked(typed)) {
      return split(typed);
    }
    String text = withoutNumber(typed);
    String begun = BOX.matcher(text).lookingAt() ? marker : marker + box;
    return List.of(begun + indent(beginsWithYear(text) ? escaped(text) : text, width()));
  }

  /** Typed items as items of this format, whatever number or bullet they have. */
  List<String> split(String typed) {
    ParsedBody parsed = ParsedBody.ofFragment(" ".repeat(column) + typed);
    if (!parsed.spans().stream().allMatch(span -> span.kind() == BlockKind.ITEM)) {
      return List.of(marker + indent(typed, width()));
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; i < parsed.spans().size(); i++) {
      items.add(next(i).withMarker(parsed, parsed.spans().get(i)));
    }
    return items;
  }

  /** Whether typed text consists of items of the same kind of list, bullets or numbers. */
  boolean isSameKind(String typed) {
    return MARKER.matcher(typed).lookingAt()
        && isBullet(typed) == isBullet(marker)
        && ParsedBody.ofFragment(typed).spans().stream()
            .allMatch(span -> span.kind() == BlockKind.ITEM);
  }

  private String withMarker(ParsedBody parsed, BlockSpan item) {
    ListItemText typed = of(parsed.source(), item);
    String text = parsed.markdown(item);
    if (typed.marker.equals(marker) && typed.column == column) {
      return text;
    }
    Matcher found = MARKER.matcher(text);
    String content = found.lookingAt() ? text.substring(found.end()) : text;
    return marker
        + indent(content.replaceAll("\n {1," + Math.max(1, typed.width()) + "}", "\n"), width());
  }

  /**
   * Whether typed text begins with a marker. A date such as "1. mai" in a bullet is text, and so is
   * a year that is not the item's number.
   */
  boolean isMarked(String typed) {
    Matcher found = MARKER.matcher(typed);
    return found.lookingAt()
        && (isBullet(typed)
            || (!isBullet(marker)
                && (isNumberOf(marker, typed)
                    || !(beginsWithYear(marker) || beginsWithYear(typed)))));
  }

  static boolean isBullet(String text) {
    return "-*+".indexOf(text.charAt(0)) >= 0;
  }

  /** Whether both begin with the same number and delimiter. */
  static boolean isNumberOf(String one, String other) {
    Matcher found = MARKER.matcher(one);
    Matcher same = MARKER.matcher(other);
    return found.lookingAt()
        && same.lookingAt()
        && !isBullet(one)
        && found.group(1).equals(same.group(1));
  }

  /** Whether the text would be an item with a year as its number. */
  static boolean beginsWithYear(String text) {
    return MARKER.matcher(text).lookingAt() && number(text) >= YEAR;
  }

  /** The text with its leading number escaped by a backslash. */
  static String escaped(String text) {
    Matcher number = NUMBERED.matcher(text);
    return number.matches() ? number.group(1) + "\\" + number.group(2) : text;
  }

  /** The text without a leading year that is already the item's number. */
  private String withoutNumber(String typed) {
    Matcher found = NUMBERED.matcher(typed);
    boolean isOwn =
        beginsWithYear(marker)
            && found.matches()
            && number(found.group(1)) == number(marker)
            && found.group(2).startsWith(" ");
    return isOwn ? found.group(2).stripLeading() : typed;
  }

  private static long number(String text) {
    Matcher found = NUMBERED.matcher(text);
    return found.matches() ? Long.parseLong(found.group(1)) : -1;
  }

  /** Columns before the content: a tab reaches to the next multiple of four. */
  private int width() {
    int width = column;
    for (int i = 0; i < marker.length(); i++) {
      width += marker.charAt(i) == '\t' ? 4 - width % 4 : 1;
    }
    return width;
  }
}
