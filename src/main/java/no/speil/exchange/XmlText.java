package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes text that XML can hold. */
public final class XmlText {
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private XmlText() {}

  /** What stands in a document. */
  public interface Content {
    /** Writes it; elements that are left open are closed after it. */
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /**
   * Writes a document in UTF-8, with a line break at its end.
   *
   * @param out is flushed and left open
   * @throws IOException if the stream refuses
   */
  public static void document(OutputStream out, Content content) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      xml.writeStartDocument(UTF_8.name(), "1.0");
      content.write(xml);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("cannot be written as XML", e);
    }
    writer.write('\n');
    writer.flush();
  }

  /** The same in memory. */
  public static byte[] bytes(Content content) {
    var bytes = new ByteArrayOutputStream();
    try {
      document(bytes, content);
    } catch (IOException e) {
      throw new UncheckedIOException("writing XML in memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Begins an element.
   *
   * @param attributes names, each before its value; one with an empty value is left out
   */
  public static void start(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(xml, attributes);
  }

  /** Writes an element without content; attributes as in {@link #start}. */
  public static void empty(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(xml, attributes);
  }

  /** Writes an element with nothing but text; attributes as in {@link #start}. */
  public static void element(XMLStreamWriter xml, String name, String text, String... attributes)
      throws XMLStreamException {
    start(xml, name, attributes);
    xml.writeCharacters(permitted(text));
    xml.writeEndElement();
  }

  /** Writes attributes of the element that was begun last, as {@link #start}. */
  public static void attributes(XMLStreamWriter xml, String... attributes)
      throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        xml.writeAttribute(attributes[i], permitted(attributes[i + 1]));
      }
    }
  }

  /** Removes characters that no XML document may hold, even escaped (XML 1.0, 2.2). */
  public static String permitted(String text) {
    return FORBIDDEN.matcher(text).replaceAll("");
  }
}
