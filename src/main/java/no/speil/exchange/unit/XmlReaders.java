package no.speil.exchange.unit;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.speil.exchange.unit.UnreadableFileException.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Opens XML that strangers wrote: no entities, nothing from elsewhere. */
public final class XmlReaders {
  /** Before what the parser says of a failure. */
  private static final String LABEL = "Message: ";

  /** Elements that stand deeper are taken out of those that they stand in. */
  private static final int DEEPEST = 200;

  private XmlReaders() {}

  /** Reads what stands below the root. */
  public interface Content<T> {
    T read(XMLStreamReader xml) throws XMLStreamException, UnreadableFileException;
  }

  /**
   * Reads a document.
   *
   * @param roots the names that its root may have
   * @throws UnreadableFileException if it is damaged, or has another root
   */
  public static <T> T read(InputStream in, Set<String> roots, Content<T> content)
      throws UnreadableFileException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The JDK counts what stands for & and < of a whole document; no others are read here.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
        refuseEntities(xml);
      }
      if (!xml.isStartElement() || !roots.contains(xml.getLocalName())) {
        throw new UnreadableFileException(Reason.NOT_THIS_FORMAT, 0, "");
      }
      return content.read(xml);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /**
   * The whole of a document that is sound from beginning to end, with the lines of its elements.
   */
  public static Document document(byte[] content, Set<String> roots)
      throws UnreadableFileException {
    return read(
        new ByteArrayInputStream(content),
        roots,
        xml -> {
          while (xml.hasNext()) {
            xml.next();
          }
          return tree(content);
        });
  }

  private static Document tree(byte[] content) {
    try {
      Parser parser = Parser.xmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
      return Jsoup.parse(new ByteArrayInputStream(content), null, "", parser);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** An attribute of that name under whatever prefix; empty if there is none. */
  public static String attribute(Element element, String name) {
    return element.attributes().asList().stream()
        .filter(each -> each.getKey().equals(name) || each.getKey().endsWith(":" + name))
        .map(Attribute::getValue)
        .findFirst()
        .orElse("");
  }

  /** An attribute of that name in whatever namespace; empty if there is none. */
  public static String attribute(XMLStreamReader xml, String name) {
    return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
  }

  /**
   * The words up to the end of an element, also those that it highlights; what stands in other
   * elements is markup of tools.
   */
  public static String words(XMLStreamReader xml) throws XMLStreamException {
    var words = new StringBuilder();
    int hidden = 0;
    for (int depth = 1; depth > 0; ) {
      xml.next();
      if (xml.isStartElement()) {
        depth++;
        hidden += hidden > 0 || !xml.getLocalName().equals("hi") ? 1 : 0;
      } else if (xml.isEndElement()) {
        depth--;
        hidden -= hidden > 0 ? 1 : 0;
      } else if (xml.isCharacters() && hidden == 0) {
        words.append(xml.getText());
      }
    }
    return words.toString();
  }

  /** Refuses a document type that defines anything. */
  private static void refuseEntities(XMLStreamReader xml) throws UnreadableFileException {
    boolean isUnknown = xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE;
    boolean isDefined =
        xml.getEventType() == XMLStreamConstants.DTD
            && xml.getText() != null
            && xml.getText().contains("[");
    if (isUnknown || isDefined) {
      throw new UnreadableFileException(Reason.HAS_ENTITIES, xml.getLocation().getLineNumber(), "");
    }
  }

  private static UnreadableFileException failure(XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    String message = String.valueOf(e.getMessage());
    boolean isEncoding =
        e.getCause() instanceof CharConversionException || message.contains("UTF-8");
    Reason reason =
        isEncoding
            ? Reason.ENCODING
            : message.contains("entity \"") ? Reason.HAS_ENTITIES : Reason.DAMAGED;
    return new UnreadableFileException(reason, line, firstLine(message));
  }

  private static String firstLine(String message) {
    int at = message.lastIndexOf(LABEL);
    return message.substring(at < 0 ? 0 : at + LABEL.length()).lines().findFirst().orElse("");
  }
}
