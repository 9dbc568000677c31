package no.speil.markdown.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Masks shortcodes of site generators ({@code {{< … >}}} and {@code {{% … %}}}), which the Markdown
 * parser does not know, with HTML of exactly the same length. One alone on its lines becomes a
 * processing instruction, a block that ends a paragraph (CommonMark, HTML block kind 3); one within
 * a line becomes an inline tag; a link address that contains one, or another template, becomes a
 * plain address.
 */
public final class Shortcodes {
  private static final int LEAST = 6;

  private final String source;
  private final StringBuilder masked;
  private int blankLine = -1;

  /** Where an end was found last, so that many unclosed shortcodes take one pass. */
  private final Map<String, Integer> ends = new HashMap<>();

  private Shortcodes(String source) {
    this.source = source;
    this.masked = new StringBuilder(source);
  }

  /** The text with every shortcode from that offset masked; offsets stay the same. */
  static String mask(String source, int from) {
    if (source.indexOf("{{", from) < 0 && source.indexOf("{%", from) < 0) {
      return source;
    }
    var shortcodes = new Shortcodes(source);
    shortcodes.maskAll(from);
    shortcodes.maskAddresses(from);
    return shortcodes.masked.toString();
  }

  /** Whether every line of a text is a shortcode, whatever its indentation. */
  static boolean fill(String text) {
    return text.lines().allMatch(Shortcodes::isAlone);
  }

  /**
   * Raw HTML with something else in place of each shortcode.
   *
   * @param shown gives HTML for a shortcode as it is written
   */
  public static String replace(String html, UnaryOperator<String> shown) {
    var replaced = new StringBuilder(html.length());
    var shortcodes = new Shortcodes(html);
    int from = 0;
    int at = html.indexOf("{{");
    while (at >= 0 && at + LEAST <= html.length()) {
      int end = shortcodes.endOf(at);
      if (end >= 0) {
        replaced.append(html, from, at).append(shown.apply(html.substring(at, end)));
        from = end;
      }
      at = html.indexOf("{{", Math.max(end, at + 2));
    }
    return replaced.append(html, from, html.length()).toString();
  }

  private static boolean isAlone(String line) {
    String code = line.strip();
    return code.isEmpty()
        || (code.startsWith("{{<") && code.endsWith(">}}"))
        || (code.startsWith("{{%") && code.endsWith("%}}"));
  }

  private void maskAll(int from) {
    int at = source.indexOf("{{", from);
    while (at >= 0 && at + LEAST <= source.length()) {
      int end = endOf(at);
      int last = end < 0 ? end : lastInLine(end);
      if (end >= 0 && standsAlone(at, last)) {
        cover(at, last, "<?", "?>");
        end = last;
      } else if (end >= 0 && isOneLine(at, end)) {
        cover(at, end, "<x", ">");
      }
      at = source.indexOf("{{", Math.max(end, at + 2));
    }
  }

  /** Masks link addresses with templates by addresses of the same length. */
  private void maskAddresses(int from) {
    int at = source.indexOf("](", from);
    while (at >= 0) {
      int end = TemplateAddress.end(source, at);
      LineBreaks.fill(masked, TemplateAddress.start(source, at), end, 'x');
      at = source.indexOf("](", Math.max(end, at + 2));
    }
  }

  /** The end of the shortcode that begins here; -1 if it is not before the next empty line. */
  private int endOf(int at) {
    int close = closing(at);
    if (close == source.length()) {
      return -1;
    }
    if (blankLine < at) {
      blankLine = nextBlankLine(at);
    }
    return close < blankLine ? close + 3 : -1;
  }

  private int closing(int at) {
    char kind = source.charAt(at + 2);
    if (kind != '<' && kind != '%') {
      return source.length();
    }
    String mark = kind == '<' ? ">}}" : "%}}";
    int known = ends.getOrDefault(mark, -1);
    int found = known > at + 2 ? known : source.indexOf(mark, at + 3);
    ends.put(mark, found < 0 ? source.length() : found);
    return found < 0 ? source.length() : found;
  }

  private int nextBlankLine(int at) {
    int line = LineBreaks.next(source, at);
    while (line < source.length() && !Whitespace.is(source, line, LineBreaks.endOf(source, line))) {
      line = LineBreaks.next(source, line);
    }
    return line;
  }

  /** The end of the last of several shortcodes that follow each other in a line. */
  private int lastInLine(int end) {
    int last = end;
    while (true) {
      int next = Whitespace.skipSpacesAndTabs(source, last);
      if (!source.startsWith("{{", next) || next + LEAST > source.length()) {
        return last;
      }
      int close = endOf(next);
      if (close < 0 || !isOneLine(next, close)) {
        return last;
      }
      last = close;
    }
  }

  private boolean standsAlone(int start, int end) {
    int before = start;
    while (before > 0 && Whitespace.isSpaceOrTab(source.charAt(before - 1))) {
      before--;
    }
    int after = Whitespace.skipSpacesAndTabs(source, end);
    return (before == 0 || LineBreaks.isEnd(source.charAt(before - 1)))
        && (after == source.length() || LineBreaks.isEnd(source.charAt(after)));
  }

  private boolean isOneLine(int from, int to) {
    return source.substring(from, to).chars().noneMatch(c -> LineBreaks.isEnd((char) c));
  }

  private void cover(int start, int end, String open, String close) {
    LineBreaks.fill(masked, start, end, 'x');
    masked.replace(start, start + open.length(), open);
    masked.replace(end - close.length(), end, close);
  }
}
