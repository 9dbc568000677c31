package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds as Atom (RFC 4287), in UTF-8. Thread-safe. */
public final class AtomWriter {
  public static final String MEDIA_TYPE = "application/atom+xml; charset=utf-8";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final XMLOutputFactory factory = XMLOutputFactory.newInstance();

  public byte[] write(Feed feed) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, UTF_8.name());
      write(xml, feed);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot be written as XML", e);
    }
    return bytes.toByteArray();
  }

  private static void write(XMLStreamWriter xml, Feed feed) throws XMLStreamException {
    xml.writeStartDocument(UTF_8.name(), "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml", XML, "lang", feed.lang());
    element(xml, "id", feed.self());
    element(xml, "title", feed.title());
    element(xml, "updated", feed.updated().toString());
    element(xml, "generator", "Speil");
    link(xml, "self", feed.self());
    link(xml, "alternate", feed.page());
    for (Feed.Entry entry : feed.entries()) {
      write(xml, entry);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static void write(XMLStreamWriter xml, Feed.Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", entry.id());
    element(xml, "title", entry.title());
    element(xml, "updated", entry.updated().toString());
    xml.writeStartElement("author");
    element(xml, "name", entry.author());
    xml.writeEndElement();
    link(xml, "alternate", entry.page());
    if (!entry.text().isEmpty()) {
      element(xml, "summary", entry.text());
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(permitted(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", permitted(address));
  }

  /** Without the characters that no XML document may hold, even escaped (XML 1.0, 2.2). */
  private static String permitted(String text) {
    return text.codePoints()
        .filter(AtomWriter::isPermitted)
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
