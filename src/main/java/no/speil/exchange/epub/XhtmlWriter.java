package no.speil.exchange.epub;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.text.ResourceFile;
import no.speil.exchange.XmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Writes sanitised HTML as XHTML that a book may have: links and pictures lead to where they can be
 * found from there, and elements that stand where HTML does not allow them become plain ones.
 */
public final class XhtmlWriter {
  private static final Set<String> BLOCKS =
      Set.copyOf(ResourceFile.words(XhtmlWriter.class, "block-elements.txt"));

  /** Elements that may hold text only; with a block inside they become {@code div}. */
  private static final Set<String> PHRASES =
      Set.copyOf(ResourceFile.words(XhtmlWriter.class, "phrase-elements.txt"));

  /** What these elements may hold; anything else in them, and they become {@code div}. */
  private static final Map<String, List<String>> CHILDREN =
      ResourceFile.wordsByKey(XhtmlWriter.class, "children.txt");

  /** The only parents of elements that may have others beside them. */
  private static final Map<String, String> PARENTS =
      Map.of("figcaption", "figure", "summary", "details");

  /** The parts of a table in their order. */
  private static final Pattern TABLE =
      Pattern.compile("(caption )?(thead )?((tbody )*+|(tr )*+)(tfoot )?");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*+");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

  private static final Pattern TEXT = Pattern.compile("(?s).+");
  private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto");

  private final Set<String> ids = new HashSet<>();
  private final UnaryOperator<String> links;
  private final UnaryOperator<String> pictures;

  /**
   * @param links where a link leads: in the book, or absolute; empty for none
   * @param pictures the file of a picture in the book; empty if it is not there
   */
  public XhtmlWriter(UnaryOperator<String> links, UnaryOperator<String> pictures) {
    this.links = links;
    this.pictures = pictures;
  }

  /** A text as XHTML. */
  public String of(String html) {
    var page = new Document("");
    page.outputSettings().syntax(Syntax.xml).escapeMode(EscapeMode.xhtml).prettyPrint(false);
    Element text = page.appendElement("div");
    append(html, text);
    return text.html();
  }

  /**
   * Puts a text into a page.
   *
   * @param html well-formed
   * @param parent what it becomes the end of
   */
  public void append(String html, Element parent) {
    children(Jsoup.parse(html, "", Parser.xmlParser()), parent);
  }

  private void children(Element from, Element to) {
    for (Node child : from.childNodes()) {
      if (child instanceof Element element) {
        element(element, to);
      } else if (child instanceof TextNode text
          && !(text.isBlank() && CHILDREN.containsKey(to.normalName()))) {
        to.appendText(XmlText.permitted(text.getWholeText()));
      }
    }
  }

  private void element(Element element, Element parent) {
    switch (element.normalName()) {
      case "img" -> picture(element, parent);
      case "br", "hr" -> parent.appendElement(element.normalName());
      case "a" -> link(element, parent);
      default -> copy(element, parent.appendElement(name(element, parent.normalName())));
    }
  }

  private void copy(Element element, Element to) {
    attributes(element, to);
    children(element, to);
  }

  /**
   * @param parent the element around it as it is written
   */
  private static String name(Element element, String parent) {
    String name = element.normalName();
    boolean isMisplaced =
        !mayStandIn(parent, name)
            || (PHRASES.contains(name) && holdsBlock(element))
            || !isSound(element)
            || (name.equals("details") && !beginsWithSummary(element))
            || (name.equals("summary") && !isFirst(element))
            || name.equals("picture"); // its sources are gone
    if (!isMisplaced) {
      return name;
    }
    boolean isInline = name.equals("picture") && !holdsBlock(element);
    return PHRASES.contains(parent) || isInline ? "span" : "div";
  }

  private static boolean mayStandIn(String parent, String name) {
    boolean isPart = CHILDREN.values().stream().anyMatch(children -> children.contains(name));
    return isPart
        ? CHILDREN.getOrDefault(parent, List.of()).contains(name)
        : PARENTS.getOrDefault(name, parent).equals(parent);
  }

  /** Whether no line of text may hold it. */
  public static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  private static boolean holdsBlock(Element element) {
    return element.stream().skip(1).anyMatch(XhtmlWriter::isBlock);
  }

  /** Whether a list or table holds what it may, in its order; of all others, true. */
  private static boolean isSound(Element element) {
    List<String> allowed = CHILDREN.get(element.normalName());
    if (allowed == null) {
      return true;
    }
    String names =
        element.children().stream()
            .map(child -> child.normalName() + " ")
            .collect(Collectors.joining());
    return element.ownText().isBlank()
        && element.children().stream()
            .allMatch(child -> allowed.contains(child.normalName()) && isSound(child))
        && (!element.normalName().equals("table") || TABLE.matcher(names).matches());
  }

  private static boolean beginsWithSummary(Element details) {
    Element first = details.firstElementChild();
    return first != null && first.normalName().equals("summary") && isFirst(first);
  }

  private static boolean isFirst(Element element) {
    Node before = element.previousSibling();
    return before == null
        || (before instanceof TextNode text && text.isBlank() && before.previousSibling() == null);
  }

  private void picture(Element element, Element parent) {
    String file = pictures.apply(element.attr("src"));
    String words = XmlText.permitted(element.attr("alt"));
    if (file.isEmpty()) {
      parent.appendElement("span").attr("class", "picture").text(words.isEmpty() ? "–" : words);
      return;
    }
    Element image = parent.appendElement("img").attr("src", file).attr("alt", words);
    copy(element, image, TEXT, "title");
    copy(element, image, NUMBER, "width", "height");
  }

  private void link(Element element, Element parent) {
    String target = links.apply(element.attr("href"));
    boolean hasBlock = holdsBlock(element);
    if (target.isEmpty() || hasBlock || element.is("a a")) {
      boolean isDiv = hasBlock && !PHRASES.contains(parent.normalName());
      copy(element, parent.appendElement(isDiv ? "div" : "span"));
    } else {
      copy(element, parent.appendElement("a").attr("href", target));
    }
  }

  private void attributes(Element from, Element to) {
    if (ids.add(from.id())) {
      copy(from, to, TEXT, "id");
    }
    String classes = (from.className() + " " + from.attr("align")).strip();
    if (!classes.isEmpty()) {
      to.attr("class", XmlText.permitted(classes));
    }
    copy(from, to, TEXT, "title");
    copy(from, to, DIRECTION, "dir");
    copy(from, to, LANGUAGE, "lang");
    if (to.hasAttr("lang")) {
      to.attr("xml:lang", to.attr("lang"));
    }
    switch (to.normalName()) {
      case "td", "th" -> copy(from, to, NUMBER, "colspan", "rowspan");
      case "ol" -> copy(from, to, NUMBER, "start");
      default -> {}
    }
    if (from.is("ol > li") && to.normalName().equals("li")) {
      copy(from, to, NUMBER, "value");
    }
  }

  /** Copies the attributes whose values have that form. */
  private static void copy(Element from, Element to, Pattern form, String... names) {
    for (String name : names) {
      if (form.matcher(from.attr(name)).matches()) {
        to.attr(name, XmlText.permitted(from.attr(name)));
      }
    }
  }
}
