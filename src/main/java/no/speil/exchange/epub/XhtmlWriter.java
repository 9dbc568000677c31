package no.speil.exchange.epub;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import no.speil.corpus.text.HtmlEscape;
import no.speil.exchange.XmlText;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Writes sanitised HTML as XHTML that a book may have: links and pictures lead to where they can be
 * found from there, and elements that stand where HTML does not allow them become plain ones.
 */
final class XhtmlWriter {
  private static final Set<String> BLOCKS =
      Set.of(
          """
          p h1 h2 h3 h4 h5 h6 blockquote pre hr div ul ol li dl dt dd figure figcaption table
          details summary caption thead tbody tfoot tr th td
          """
              .split("\\s+"));

  /** Elements that may hold text only; with a block inside they become {@code div}. */
  private static final Set<String> PHRASES =
      Set.of(
          "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary", "span", "b", "strong", "i",
          "em", "u", "s", "mark", "small", "sub", "sup", "q", "cite", "abbr", "code", "kbd", "samp",
          "var", "a", "ins", "del", "picture");

  /** Where elements must stand; elsewhere they become {@code div}. */
  private static final Map<String, Set<String>> PARENTS =
      Map.ofEntries(
          Map.entry("li", Set.of("ul", "ol")),
          Map.entry("dt", Set.of("dl")),
          Map.entry("dd", Set.of("dl")),
          Map.entry("figcaption", Set.of("figure")),
          Map.entry("summary", Set.of("details")),
          Map.entry("caption", Set.of("table")),
          Map.entry("thead", Set.of("table")),
          Map.entry("tbody", Set.of("table")),
          Map.entry("tfoot", Set.of("table")),
          Map.entry("tr", Set.of("table", "thead", "tbody", "tfoot")),
          Map.entry("th", Set.of("tr")),
          Map.entry("td", Set.of("tr")));

  /** What these elements may hold; anything else in them, and they become {@code div}. */
  private static final Map<String, Set<String>> CHILDREN =
      Map.of(
          "ul", Set.of("li"),
          "ol", Set.of("li"),
          "dl", Set.of("dt", "dd"),
          "table", Set.of("caption", "thead", "tbody", "tfoot", "tr"),
          "thead", Set.of("tr"),
          "tbody", Set.of("tr"),
          "tfoot", Set.of("tr"),
          "tr", Set.of("th", "td"));

  /** The parts of a table in their order. */
  private static final Pattern TABLE =
      Pattern.compile("(caption )?(thead )?((tbody )*+|(tr )*+)(tfoot )?");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*+");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

  private final Set<String> ids = new HashSet<>();
  private final XMLStreamWriter xml;
  private final Targets targets;
  private final DocumentBuilder parser = parser();

  /** Where the links and pictures of a chapter lead. */
  interface Targets {
    /** The link in the book, or absolute; empty for none. */
    String link(String href);

    /** The picture's file in the book; empty if it is not there. */
    String picture(String src);
  }

  XhtmlWriter(XMLStreamWriter xml, Targets targets) {
    this.xml = xml;
    this.targets = targets;
  }

  void write(String html) throws XMLStreamException {
    children(parsed(html), "div");
  }

  private Element parsed(String html) {
    try {
      return parser
          .parse(new InputSource(new StringReader("<div>" + html + "</div>")))
          .getDocumentElement();
    } catch (SAXException e) { // never seen: the sanitiser balances all elements
      return parsed(HtmlEscape.text(html));
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  /**
   * @param parent the element as it is written
   */
  private void children(Node node, String parent) throws XMLStreamException {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        element(element, parent);
      } else if (child.getNodeType() == Node.TEXT_NODE && !isGap(child, parent)) {
        xml.writeCharacters(XmlText.permitted(child.getTextContent()));
      }
    }
  }

  private static boolean isGap(Node text, String parent) {
    return CHILDREN.containsKey(parent) && text.getTextContent().isBlank();
  }

  private void element(Element element, String parent) throws XMLStreamException {
    switch (element.getTagName()) {
      case "img" -> picture(element);
      case "br", "hr" -> xml.writeEmptyElement(element.getTagName());
      case "a" -> link(element, parent);
      default -> {
        String name = name(element, parent);
        xml.writeStartElement(name);
        attributes(element, name);
        children(element, name);
        xml.writeEndElement();
      }
    }
  }

  private static String name(Element element, String parent) {
    String name = element.getTagName();
    Set<String> parents = PARENTS.get(name);
    boolean isMisplaced =
        (parents != null && !parents.contains(parent))
            || (PHRASES.contains(name) && holdsBlock(element))
            || !isSound(element)
            || (name.equals("details") && !isFirst(element, "summary"))
            || (name.equals("summary") && !isFirstChild(element))
            || name.equals("picture"); // its sources are gone
    if (!isMisplaced) {
      return name;
    }
    boolean isInline = name.equals("picture") && !holdsBlock(element);
    return PHRASES.contains(parent) || isInline ? "span" : "div";
  }

  private static boolean holdsBlock(Element element) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner
          && (BLOCKS.contains(inner.getTagName()) || holdsBlock(inner))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a list or table holds what it may, in its order; of all others, true. */
  private static boolean isSound(Element element) {
    Set<String> allowed = CHILDREN.get(element.getTagName());
    if (allowed == null) {
      return true;
    }
    var names = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        if (!isSound(inner)) {
          return false;
        }
        names.append(inner.getTagName()).append(' ');
      }
    }
    return holdsOnly(element, allowed)
        && (!element.getTagName().equals("table") || TABLE.matcher(names).matches());
  }

  private static boolean holdsOnly(Element element, Set<String> allowed) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      boolean fits =
          child instanceof Element inner
              ? allowed.contains(inner.getTagName())
              : child.getTextContent().isBlank();
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFirst(Element element, String name) {
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        return inner.getTagName().equals(name);
      }
      if (!child.getTextContent().isBlank()) {
        return false;
      }
    }
    return false;
  }

  private static boolean isFirstChild(Element element) {
    for (Node before = element.getPreviousSibling();
        before != null;
        before = before.getPreviousSibling()) {
      if (before instanceof Element || !before.getTextContent().isBlank()) {
        return false;
      }
    }
    return true;
  }

  private void picture(Element element) throws XMLStreamException {
    String file = targets.picture(element.getAttribute("src"));
    String words = element.getAttribute("alt");
    if (file.isEmpty()) {
      xml.writeStartElement("span");
      xml.writeAttribute("class", "picture");
      xml.writeCharacters(XmlText.permitted(words.isEmpty() ? "–" : words));
      xml.writeEndElement();
      return;
    }
    xml.writeEmptyElement("img");
    xml.writeAttribute("src", file);
    xml.writeAttribute("alt", XmlText.permitted(words));
    copy(element, "title");
    copyNumber(element, "width");
    copyNumber(element, "height");
  }

  private void link(Element element, String parent) throws XMLStreamException {
    String target = targets.link(element.getAttribute("href"));
    boolean isPlain = target.isEmpty() || holdsBlock(element) || isWithin(element, "a");
    String name =
        isPlain ? (holdsBlock(element) && !PHRASES.contains(parent) ? "div" : "span") : "a";
    xml.writeStartElement(name);
    if (!isPlain) {
      xml.writeAttribute("href", target);
    }
    attributes(element, name);
    children(element, name);
    xml.writeEndElement();
  }

  private static boolean isWithin(Element element, String name) {
    for (Node above = element.getParentNode(); above != null; above = above.getParentNode()) {
      if (above instanceof Element outer && outer.getTagName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void attributes(Element element, String name) throws XMLStreamException {
    String id = element.getAttribute("id");
    if (!id.isEmpty() && ids.add(id)) {
      copy(element, "id");
    }
    String classes = (element.getAttribute("class") + " " + element.getAttribute("align")).strip();
    if (!classes.isEmpty()) {
      xml.writeAttribute("class", classes);
    }
    copy(element, "title");
    if (element.getAttribute("dir").matches("ltr|rtl|auto")) {
      copy(element, "dir");
    }
    if (LANGUAGE.matcher(element.getAttribute("lang")).matches()) {
      copy(element, "lang");
      xml.writeAttribute("xml:lang", element.getAttribute("lang"));
    }
    if (name.equals("td") || name.equals("th")) {
      copyNumber(element, "colspan");
      copyNumber(element, "rowspan");
    }
    if (name.equals("ol")) {
      copyNumber(element, "start");
    }
    if (name.equals("li") && element.getParentNode().getNodeName().equals("ol")) {
      copyNumber(element, "value");
    }
  }

  private void copyNumber(Element element, String attribute) throws XMLStreamException {
    if (NUMBER.matcher(element.getAttribute(attribute)).matches()) {
      copy(element, attribute);
    }
  }

  private void copy(Element element, String attribute) throws XMLStreamException {
    String value = element.getAttribute(attribute);
    if (!value.isEmpty()) {
      xml.writeAttribute(attribute, XmlText.permitted(value));
    }
  }

  private static DocumentBuilder parser() {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // what fails is thrown, and not printed as well
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform reads XML", e);
    }
  }
}
