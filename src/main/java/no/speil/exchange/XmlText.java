package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.parser.Parser;

/** Writes XML with text that it can hold. */
public final class XmlText {
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  /** Where the parts of a document go; it has no other comment. */
  private static final String PLACE = "<!---->";

  private XmlText() {}

  /** An empty document, in which names keep their case and spaces are kept. */
  public static Document document() {
    Document document = Jsoup.parse("", "", Parser.xmlParser());
    document.outputSettings().syntax(Syntax.xml).escapeMode(EscapeMode.xhtml).prettyPrint(false);
    return document;
  }

  /**
   * Writes a document whose parts are too many to be kept; it has a line break at its end.
   *
   * @param out is flushed and left open
   * @param holder the element of the document that the parts stand in
   * @param add puts a part into that element
   */
  public static <T> void write(OutputStream out, Element holder, Iterator<T> parts, Consumer<T> add)
      throws IOException {
    holder.appendChild(new Comment(""));
    String[] around = holder.root().outerHtml().split(PLACE, 2);
    out.write((DECLARATION + around[0]).getBytes(UTF_8));
    while (parts.hasNext()) {
      holder.empty();
      add.accept(parts.next());
      out.write(holder.html().getBytes(UTF_8));
    }
    out.write((around[1] + "\n").getBytes(UTF_8));
    out.flush();
  }

  /**
   * Puts an element at the end of another.
   *
   * @param attributes names, each before its value; one with an empty value is left out
   */
  public static Element add(Element parent, String name, String... attributes) {
    Element element = parent.appendElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        element.attr(attributes[i], permitted(attributes[i + 1]));
      }
    }
    return element;
  }

  /** The same with a text in it. */
  public static Element addText(Element parent, String name, String text, String... attributes) {
    return add(parent, name, attributes).text(permitted(text));
  }

  /** Removes characters that no XML document may hold, even escaped (XML 1.0, 2.2). */
  public static String permitted(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }
}
