package no.speil.exchange;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes text that XML can hold. */
public final class XmlText {
  public static final String NAMESPACE = "http://www.w3.org/XML/1998/namespace";

  private XmlText() {}

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
  public static IOException failure(XMLStreamException e) {
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
