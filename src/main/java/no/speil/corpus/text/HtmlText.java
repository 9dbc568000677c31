package no.speil.corpus.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The text of a part of a page, in which words can be marked even where a tag begins inside them.
 */
public final class HtmlText {
  /** Elements inside words and sentences; every other tag separates words. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s",
          "small", "span", "strong", "sub", "u", "var");

  private final Element body;
  private final StringBuilder plain = new StringBuilder();

  /** Where each piece of text begins in the plain text. */
  private final Map<TextNode, Integer> starts = new LinkedHashMap<>();

  public HtmlText(String html) {
    this.body = body(html);
    this.body.childNodes().forEach(this::read);
  }

  private static Element body(String html) {
    Document page = Jsoup.parseBodyFragment(html);
    page.outputSettings().prettyPrint(false);
    return page.body();
  }

  private void read(Node node) {
    if (node instanceof TextNode text) {
      starts.put(text, plain.length());
      plain.append(text.getWholeText());
    }
    String end = node instanceof Element each && !INLINE.contains(each.normalName()) ? "\n" : "";
    plain.append(end);
    node.childNodes().forEach(this::read);
    plain.append(end);
  }

  public String plain() {
    return plain.toString();
  }

  /**
   * The HTML with marks. Can be asked for once.
   *
   * @param marks the tag that opens the mark of each character; null where none is wanted
   */
  public String marked(@Nullable String[] marks) {
    starts.forEach((text, start) -> mark(text, start, marks));
    return body.html();
  }

  private static void mark(TextNode text, int start, @Nullable String[] marks) {
    String words = text.getWholeText();
    int from = 0;
    for (int to = 1; to <= words.length(); to++) {
      String mark = marks[start + from];
      if (to == words.length() || !Objects.equals(marks[start + to], mark)) {
        var run = new TextNode(words.substring(from, to));
        text.before(mark == null ? run : body(mark).child(0).appendChild(run));
        from = to;
      }
    }
    text.remove();
  }
}
