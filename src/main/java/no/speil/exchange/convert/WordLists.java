package no.speil.exchange.convert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Makes lists of what Word writes in their place as HTML: paragraphs whose style names a level, and
 * which begin with their number or bullet as text.
 */
final class WordLists {
  private static final String ITEM = "p[style~=(?i)mso-list:\\s*l\\d]";
  private static final String MARK = "span[style~=(?i)mso-list:\\s*ignore]";
  private static final Pattern LEVEL = Pattern.compile("(?i)mso-list:\\s*l\\d+\\s+level([1-9])\\b");
  private static final Pattern NUMBER = Pattern.compile("[(\\[]?[\\p{Alnum}.]+[.)\\]]");

  /** The lists that an item could stand in, the innermost first. */
  private final Deque<Element> open = new ArrayDeque<>();

  private WordLists() {}

  static void convert(Element body) {
    var lists = new WordLists();
    body.select(ITEM).forEach(lists::add);
  }

  private void add(Element paragraph) {
    Matcher level = LEVEL.matcher(paragraph.attr("style"));
    Element mark = paragraph.selectFirst(MARK);
    if (mark == null || !level.find()) {
      return;
    }
    String tag = NUMBER.matcher(mark.text().strip()).matches() ? "ol" : "ul";
    if (!open.isEmpty() && !open.getLast().equals(paragraph.previousElementSibling())) {
      open.clear(); // other text stands between
    }
    enter(paragraph, Integer.parseInt(level.group(1)), tag);
    mark.remove();
    paragraph.removeAttr("style").tagName("li").appendTo(open.element());
  }

  private void enter(Element paragraph, int level, String tag) {
    while (open.size() > level) {
      open.pop();
    }
    if (open.size() == level && !open.element().normalName().equals(tag)) {
      open.pop();
    }
    while (open.size() < level) {
      var list = new Element(tag);
      Element above = open.peek();
      if (above == null) {
        paragraph.before(list);
      } else {
        Element item = above.lastElementChild();
        (item == null ? above.appendElement("li") : item).appendChild(list);
      }
      open.push(list);
    }
  }
}
