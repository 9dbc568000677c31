package no.speil.exchange.convert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.markdown.inline.MarkdownEscape;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes what stands within a block. Emphasis is marked by characters for private use until the
 * block is whole, since what may be written with asterisks depends on both neighbours.
 */
record InlineMarkdownWriter(HtmlLinks links, boolean norwegian) {
  private static final char LINK = '\uE006';
  private static final String OPENING = "\uE000\uE002\uE004";
  private static final String CLOSING = "\uE001\uE003\uE005";
  private static final String[] MARKS = {"**", "*", "~~"};
  private static final String[] TAGS = {"strong", "em", "del"};
  private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\uE000-\uE006\u200B\uFEFF\u00AD\\p{Cntrl}&&[^\t\n\f\r]]");
  private static final Pattern SPACE = Pattern.compile("[ \t\n\f\r]+");
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Pattern TWO_BREAKS = Pattern.compile(" *\n *\n[ \n]*");
  private static final Pattern WORDS =
      Pattern.compile("(?s)^([ \n\u00A0]*+)(.*[^ \n\u00A0])([ \n\u00A0]*+)$");
  private static final Pattern PUNCTUATION = Pattern.compile("\\p{P}");
  private static final Pattern PUNCTUATION_OR_SYMBOL = Pattern.compile("[\\p{P}\\p{S}]");
  private static final Pattern BOLD = Pattern.compile("(?i).*font-weight\\s*:\\s*(bold|[6-9]00).*");
  private static final Pattern ITALIC = Pattern.compile("(?i).*font-style\\s*:\\s*italic.*");

  /** Paragraphs: two line breaks in a row separate them, as old pages do. */
  List<String> paragraphs(List<Node> nodes) {
    var paragraphs = new ArrayList<String>();
    for (String part : TWO_BREAKS.split(raw(nodes, false), -1)) {
      List<String> lines = lines(part).map(MarkdownEscape::lineStart).toList();
      if (!lines.isEmpty()) {
        paragraphs.add(String.join("\\\n", lines));
      }
    }
    return paragraphs;
  }

  /** The same as one line. */
  String line(List<Node> nodes) {
    return String.join(" ", lines(raw(nodes, false)).toList());
  }

  private static Stream<String> lines(String raw) {
    return marked(SPACES.matcher(raw).replaceAll(" "))
        .lines()
        .map(line -> line.replaceAll("^[ \u00A0]+|[ \u00A0]+$", ""))
        .filter(line -> !line.isEmpty());
  }

  private String raw(List<Node> nodes, boolean isInLink) {
    return nodes.stream().map(node -> raw(node, isInLink)).collect(Collectors.joining());
  }

  private String raw(Node node, boolean isInLink) {
    if (node instanceof TextNode words) {
      String visible = INVISIBLE.matcher(words.getWholeText()).replaceAll("");
      return MarkdownEscape.words(SPACE.matcher(visible).replaceAll(" "), isInLink);
    }
    return node instanceof Element element ? raw(element, isInLink) : "";
  }

  private String raw(Element element, boolean isInLink) {
    String tag = element.normalName();
    if (CODE.contains(tag)) {
      return code(element.wholeText());
    }
    String inner = raw(element.childNodes(), isInLink || tag.equals("a"));
    return switch (tag) {
      case "br" -> "\n";
      case "strong", "b" -> wrapped(0, inner);
      case "em", "i", "cite", "dfn", "var" -> wrapped(1, inner);
      case "del", "s", "strike" -> wrapped(2, inner);
      case "sub", "sup" -> raised(tag, inner.strip());
      case "q" -> norwegian ? "«" + inner + "»" : "“" + inner + "”";
      case "a" -> isInLink ? inner : link(element, inner);
      case "img" -> image(element);
      case HtmlFootnotes.REFERENCE -> "[^" + element.attr("n") + "]";
      case "span", "font" -> styled(element.attr("style"), inner);
      default -> BlockMarkdownWriter.isBlock(element) ? " " + inner + " " : inner;
    };
  }

  private static String styled(String style, String inner) {
    String italic = ITALIC.matcher(style).matches() ? wrapped(1, inner) : inner;
    return BOLD.matcher(style).matches() ? wrapped(0, italic) : italic;
  }

  /**
   * White space stays outside the marks; what two breaks separate is marked by itself. Marks of the
   * same kind within it say nothing more.
   */
  private static String wrapped(int kind, String marked) {
    String inner =
        marked
            .replace(OPENING.substring(kind, kind + 1), "")
            .replace(CLOSING.substring(kind, kind + 1), "");
    var wrapped = new StringBuilder();
    String[] parts = TWO_BREAKS.splitWithDelimiters(inner, -1);
    for (int i = 0; i < parts.length; i++) {
      wrapped.append(i % 2 == 0 ? wrappedPart(kind, parts[i]) : parts[i]);
    }
    return wrapped.toString();
  }

  private static String wrappedPart(int kind, String inner) {
    String marked = OPENING.charAt(kind) + "$2" + CLOSING.charAt(kind);
    return WORDS.matcher(inner).replaceFirst("$1" + marked + "$3");
  }

  private static String code(String text) {
    String code = SPACE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
    if (code.isEmpty()) {
      return "";
    }
    String fence = MarkdownEscape.fence("`", code);
    String gap = code.startsWith("`") || code.endsWith("`") ? " " : "";
    return fence + gap + code + gap + fence;
  }

  private static String raised(String tag, String inner) {
    return inner.isEmpty() || inner.matches("\\[\\^\\d+]")
        ? inner
        : "<%s>%s</%s>".formatted(tag, inner, tag);
  }

  private String link(Element element, String inner) {
    Optional<String> address = links.address(element);
    if (address.isEmpty() || inner.isBlank()) {
      return inner;
    }
    String text = inner.replace('\n', ' ').strip();
    String before = " \n".indexOf(inner.charAt(0)) >= 0 ? " " : "";
    String after = " \n".indexOf(inner.charAt(inner.length() - 1)) >= 0 ? " " : "";
    return before + LINK + "[" + text + "](" + address.get() + ")" + after;
  }

  private String image(Element element) {
    Optional<String> address = links.picture(element);
    String words = SPACE.matcher(element.attr("alt")).replaceAll(" ").strip();
    String alternative = MarkdownEscape.words(INVISIBLE.matcher(words).replaceAll(""), true);
    return address.map(at -> "![" + alternative + "](" + at + ")").orElse(alternative);
  }

  /** Writes the marks, as HTML where asterisks would not be read as emphasis. */
  private static String marked(String raw) {
    String joined =
        raw.replace("\uE001\uE000", "").replace("\uE003\uE002", "").replace("\uE005\uE004", "");
    var out = new StringBuilder(joined.length() + 16);
    Deque<String> open = new ArrayDeque<>();
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      int opens = OPENING.indexOf(c);
      int closes = CLOSING.indexOf(c);
      if (opens >= 0) {
        boolean asterisks = opensWell(joined, i) && closesWell(joined, closing(joined, i, opens));
        open.push(asterisks ? MARKS[opens] : "</" + TAGS[opens] + ">");
        out.append(asterisks ? MARKS[opens] : "<" + TAGS[opens] + ">");
      } else if (closes >= 0) {
        out.append(open.isEmpty() ? "" : open.pop());
      } else if (c == LINK) {
        escapeExclamation(out);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** An exclamation mark before a link would make it a picture. */
  private static void escapeExclamation(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) == '!') {
      out.insert(out.length() - 1, '\\');
    }
  }

  private static int closing(String text, int at, int kind) {
    int end = text.indexOf(CLOSING.charAt(kind), at);
    return end < 0 ? text.length() - 1 : end;
  }

  private static boolean opensWell(String text, int at) {
    boolean follows = at > 0 && CLOSING.indexOf(text.charAt(at - 1)) >= 0;
    char next = neighbour(text, at, 1);
    char before = neighbour(text, at, -1);
    return !follows && !isSpace(next) && (!mayBePunctuation(next) || isBoundary(before));
  }

  private static boolean closesWell(String text, int at) {
    char next = neighbour(text, at, 1);
    char before = neighbour(text, at, -1);
    return !isSpace(before) && (!mayBePunctuation(before) || isBoundary(next));
  }

  /** The next character in a direction that is no mark; a space at the end. */
  private static char neighbour(String text, int at, int step) {
    int i = at + step;
    while (i >= 0 && i < text.length() && text.charAt(i) >= '\uE000' && text.charAt(i) <= LINK) {
      i += step;
    }
    return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isBoundary(char c) {
    return isSpace(c) || PUNCTUATION.matcher(String.valueOf(c)).matches();
  }

  /** Symbols are punctuation in CommonMark 0.31, and were not before. */
  private static boolean mayBePunctuation(char c) {
    return PUNCTUATION_OR_SYMBOL.matcher(String.valueOf(c)).matches();
  }
}
