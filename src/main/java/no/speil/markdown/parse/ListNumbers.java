package no.speil.markdown.parse;

import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.regex.Pattern;
import no.speil.corpus.VisibleText.Task;
import no.speil.corpus.text.Normalization;

/**
 * Distinguishes numbers of list items from numbers that are part of a sentence which Markdown takes
 * for a list: "24. august 2015 ...", "2. verdenskrig ...". In doubt the number is part of the
 * sentence.
 */
public final class ListNumbers {
  private static final int YEAR = 4;

  /** Words that follow an ordinal in Norwegian: months, and nouns that rarely begin a list item. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:(?i:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
              + "|january|february|march|may|june|july|october|december"
              + "|jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|des|dec)"
              + "|(?:[Vv]erdenskrig|[Vv]erdskrig|århundre|hundreår|juledag|påskedag|pinsedag|klasse"
              + "|trinn|årssteg|etasje|kvartal|halvår|semester|divisjon|utgave|utgåve|opplag|gang"
              + "|plass|premie|runde|omgang|ledd|mosebok|grad)(?:n|en|et|a|s)?)(?!\\p{L})");

  private static final Pattern WITHIN_SENTENCE = Pattern.compile("[\\p{Ll}\\p{N}]");
  private static final Pattern TASK = Pattern.compile("\\[[ xX]]");

  private ListNumbers() {}

  /**
   * Whether the number of an item is part of its text.
   *
   * @param listed whether the first item at top level is one of several, the others not in this
   *     text
   */
  public static boolean isPartOfText(ListItem item, String source, boolean listed) {
    String number = number(item);
    if (number.isEmpty()) {
      return false;
    }
    Node first = item.getFirstChild();
    boolean inDate =
        item.getPrevious() == null
            && item.getParent().getPrevious() == null
            && item.getParent().getParent() instanceof ListItem outer
            && !number(outer).isEmpty();
    if (number.length() >= YEAR || inDate || first instanceof OrderedList) {
      return true;
    }
    if (!(first instanceof Paragraph)) {
      return false;
    }
    String words = PlainText.ofChildren(first, source);
    return COUNTED.matcher(words).lookingAt()
        || (!isNumbered(item, listed) && WITHIN_SENTENCE.matcher(words).lookingAt());
  }

  private static boolean isNumbered(ListItem item, boolean listed) {
    boolean atTop = item.getParent() != null && item.getParent().getParent() instanceof Document;
    return followsItsList(item) || (listed && atTop);
  }

  /** Whether the item has a neighbour in its list and the numbers are consecutive. */
  static boolean followsItsList(ListItem item) {
    if (item.getPrevious() instanceof ListItem before) {
      return follows(before, item);
    }
    return item.getNext() instanceof ListItem after && follows(item, after);
  }

  private static boolean follows(ListItem before, ListItem after) {
    String one = number(before);
    String two = number(after);
    return one.equals(two)
        || (!one.isEmpty() && !two.isEmpty() && Long.parseLong(two) - Long.parseLong(one) == 1);
  }

  /** The number as written, without its delimiter; empty for a bullet. */
  public static String number(ListItem item) {
    String marker = marker(item);
    return item instanceof OrderedListItem ? marker.substring(0, marker.length() - 1) : "";
  }

  /** The bullet or number as written. */
  public static String marker(ListItem item) {
    return item.getOpeningMarker().toString();
  }

  /** The task state that an item begins with. */
  public static Task task(ListItem item) {
    Node first = item.getFirstChild() == null ? null : item.getFirstChild().getFirstChild();
    if (first == null || !isTaskMark(first)) {
      return Task.NONE;
    }
    return first.getChars().charAt(1) == ' ' ? Task.OPEN : Task.DONE;
  }

  /** Whether a node is the task marker at the beginning of an item. */
  public static boolean isTaskMark(Node node) {
    return node instanceof LinkRef
        && node.getPrevious() == null
        && node.getParent() instanceof Paragraph paragraph
        && paragraph.getPrevious() == null
        && paragraph.getParent() instanceof ListItem
        && TASK.matcher(node.getChars()).matches()
        && node.getNext() != null
        && Normalization.isSpace(node.getNext().getChars().charAt(0));
  }
}
