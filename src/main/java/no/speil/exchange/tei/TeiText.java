package no.speil.exchange.tei;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.text.ResourceFile;
import no.speil.exchange.XmlText;
import no.speil.exchange.epub.XhtmlWriter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Turns the sections of one text into TEI. */
public final class TeiText {
  private static final Map<String, List<String>> ELEMENTS =
      ResourceFile.wordsByKey(TeiText.class, "elements.txt");

  private static final Map<String, List<String>> ATTRIBUTES =
      ResourceFile.wordsByKey(TeiText.class, "attributes.txt");

  /** Elements of TEI that have blocks only, and may begin with a title. */
  private static final Set<String> DIVISIONS = Set.of("div", "figure");

  /** What lists, tables and their rows must have in TEI; without it they are left out. */
  private static final Map<String, String> PARTS =
      Map.of("list", "item", "table", "row", "row", "cell");

  private final XhtmlWriter xhtml;

  /**
   * @param addresses the absolute address of a link or picture; empty where it leads nowhere
   */
  public TeiText(UnaryOperator<String> addresses) {
    this.xhtml =
        new XhtmlWriter(href -> href.startsWith("#") ? href : addresses.apply(href), addresses);
  }

  /** The name of a section of a text. */
  public static String name(Side side, SectionId section) {
    return (side == Side.ORIGINAL ? "no-" : "en-") + section;
  }

  /** What is within the division of a section. */
  public String of(String html) {
    Document page = XmlText.document();
    Element content = page.appendElement("div");
    xhtml.append(html, content);
    Element division = page.appendElement("div");
    append(content, division);
    return division.html();
  }

  /** Puts what an element contains at the end of one of TEI. */
  private static void append(Element from, Element to) {
    Element line = to;
    for (Node child : from.childNodes()) {
      boolean isBlock = child instanceof Element element && XhtmlWriter.isBlock(element);
      boolean isSpace = child instanceof TextNode text && text.isBlank();
      if (isBlock) {
        line = to;
      } else if (line.equals(to) && DIVISIONS.contains(to.tagName()) && !isSpace) {
        line = to.appendElement("ab");
      }
      if (child instanceof Element element) {
        element(element, line);
      } else if (child instanceof TextNode text) {
        line.appendText(text.getWholeText());
      }
    }
  }

  private static void element(Element element, Element to) {
    String name = element.normalName();
    if (element.is("div.footnote")) {
      footnote(element, to.appendElement("note"));
    } else if (ELEMENTS.containsKey(name)) {
      Element made = made(element, ELEMENTS.get(name), to);
      ATTRIBUTES.forEach((html, tei) -> copy(element, html, made, tei.getFirst()));
      switch (name) {
        case "caption" -> made.text(element.text()); // a title in TEI has no blocks
        case "img" -> made.appendElement("desc").text(element.attr("alt"));
        case "th" -> append(element, made.attr("role", "label"));
        case "pre" -> append(element, made.attr("xml:space", "preserve"));
        default -> append(element, made);
      }
      String part = PARTS.get(made.tagName());
      if (part != null && made.select("> " + part).isEmpty()) {
        made.remove();
      }
    } else {
      append(element, to);
    }
  }

  private static Element made(Element element, List<String> tei, Element to) {
    boolean isHeading = tei.getFirst().equals("head") && !element.is("caption");
    if (isHeading && !(DIVISIONS.contains(to.tagName()) && to.childNodeSize() == 0)) {
      return to.appendElement("ab").attr("rend", "heading");
    }
    Element made = to.appendElement(tei.getFirst());
    return tei.size() == 1 ? made : made.attr("rend", tei.getLast());
  }

  private static void copy(Element from, String name, Element to, String other) {
    if (from.hasAttr(name)) {
      to.attr(other, from.attr(name));
    }
  }

  private static void footnote(Element footnote, Element note) {
    Elements number = footnote.select("> sup:first-child");
    note.attr("place", "foot").attr("n", number.text());
    copy(footnote, "id", note, "xml:id");
    number.remove();
    footnote.select("> .footnote-back").remove();
    append(footnote, note);
  }
}
