package no.speil.exchange;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds as Atom (RFC 4287), in UTF-8. Thread-safe. */
public final class AtomWriter {
  public static final String MEDIA_TYPE = "application/atom+xml; charset=utf-8";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  /**
   * The feed as Atom.
   *
   * @param archive the name of the archive, which the title ends in, and whose entries are that
   *     nobody in particular wrote
   */
  public byte[] write(Feed feed, String archive) {
    return XmlText.bytes(xml -> write(xml, feed, archive));
  }

  private static void write(XMLStreamWriter xml, Feed feed, String archive)
      throws XMLStreamException {
    XmlText.start(xml, "feed", "xmlns", ATOM, "xml:lang", feed.lang());
    XmlText.element(xml, "id", feed.self());
    XmlText.element(xml, "title", feed.title() + " – " + archive);
    XmlText.element(xml, "updated", feed.updated().toString());
    if (feed.entries().stream().anyMatch(entry -> entry.author().isEmpty())) {
      author(xml, archive);
    }
    XmlText.element(xml, "generator", "Speil");
    XmlText.empty(xml, "link", "rel", "self", "href", feed.self());
    XmlText.empty(xml, "link", "rel", "alternate", "href", feed.page());
    for (Feed.Entry entry : feed.entries()) {
      write(xml, entry);
    }
  }

  private static void write(XMLStreamWriter xml, Feed.Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    XmlText.element(xml, "id", entry.id());
    XmlText.element(xml, "title", entry.title());
    XmlText.element(xml, "updated", entry.updated().toString());
    if (!entry.author().isEmpty()) {
      author(xml, entry.author());
    }
    XmlText.empty(xml, "link", "rel", "alternate", "href", entry.page());
    if (!entry.text().isEmpty()) {
      summary(xml, entry.text());
    }
    xml.writeEndElement();
  }

  /** As XHTML (RFC 4287, 3.1.1.3), since plain text cannot state the languages of its parts. */
  private static void summary(XMLStreamWriter xml, List<Feed.Paragraph> text)
      throws XMLStreamException {
    XmlText.start(xml, "summary", "type", "xhtml");
    XmlText.start(xml, "div", "xmlns", XHTML);
    for (Feed.Paragraph paragraph : text) {
      xml.writeStartElement("p");
      xml.writeAttribute("xml:lang", paragraph.lang()); // an empty one is not the feed's
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
}
