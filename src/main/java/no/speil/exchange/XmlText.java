package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes text that XML can hold. */
public final class XmlText {
  public static final String NAMESPACE = "http://www.w3.org/XML/1998/namespace";

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
      throw failure(e);
    }
    writer.write('\n');
    writer.flush();
  }

  /** Writes an element with nothing but text. */
  public static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(permitted(text));
    xml.writeEndElement();
  }

  /**
   * The exception to throw if XML could not be written: the stream's own failure.
   *
   * @throws IllegalStateException if it is a fault of this program
   */
  private static IOException failure(XMLStreamException e) {
    if (e.getCause() instanceof IOException failure) {
      return failure;
    }
    throw new IllegalStateException("cannot be written as XML", e);
  }

  /** Removes characters that no XML document may hold, even escaped (XML 1.0, 2.2). */
  public static String permitted(String text) {
    return text.codePoints()
        .filter(XmlText::isPermitted)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPermitted(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
