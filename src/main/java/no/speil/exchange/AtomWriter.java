package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds as Atom (RFC 4287), in UTF-8. Thread-safe. */
public final class AtomWriter {
  public static final String MEDIA_TYPE = "application/atom+xml; charset=utf-8";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

  /**
   * The feed as Atom.
   *
   * @param archive the name of the archive, which the title ends in, and whose entries are that
   *     nobody in particular wrote
   */
  public byte[] write(Feed feed, String archive) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(bytes, UTF_8.name());
      write(xml, feed, archive);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot be written as XML", e);
    }
    return bytes.toByteArray();
  }

  private static void write(XMLStreamWriter xml, Feed feed, String archive)
      throws XMLStreamException {
    xml.writeStartDocument(UTF_8.name(), "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml", XmlText.NAMESPACE, "lang", feed.lang());
    XmlText.element(xml, "id", feed.self());
    XmlText.element(xml, "title", feed.title() + " – " + archive);
    XmlText.element(xml, "updated", feed.updated().toString());
    if (feed.entries().stream().anyMatch(entry -> entry.author().isEmpty())) {
      author(xml, archive);
    }
    XmlText.element(xml, "generator", "Speil");
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
    XmlText.element(xml, "id", entry.id());
    XmlText.element(xml, "title", entry.title());
    XmlText.element(xml, "updated", entry.updated().toString());
    if (!entry.author().isEmpty()) {
      author(xml, entry.author());
    }
    link(xml, "alternate", entry.page());
    if (!entry.text().isEmpty()) {
      summary(xml, entry.text());
    }
    xml.writeEndElement();
  }

  /** As XHTML (RFC 4287, 3.1.1.3), since plain text cannot state the languages of its parts. */
  private static void summary(XMLStreamWriter xml, List<Feed.Paragraph> text)
      throws XMLStreamException {
    xml.writeStartElement("summary");
    xml.writeAttribute("type", "xhtml");
    xml.writeStartElement("div");
    xml.writeDefaultNamespace(XHTML);
    for (Feed.Paragraph paragraph : text) {
      xml.writeStartElement("p");
      xml.writeAttribute("xml", XmlText.NAMESPACE, "lang", paragraph.lang());
      xml.writeAttribute("lang", paragraph.lang());
      xml.writeCharacters(XmlText.permitted(paragraph.text()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("author");
    XmlText.element(xml, "name", name);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", XmlText.permitted(address));
  }
}
