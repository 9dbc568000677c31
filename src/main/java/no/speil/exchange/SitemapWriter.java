package no.speil.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Iterator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes sitemaps for search engines (sitemaps.org 0.9), without keeping URLs in memory.
 * Thread-safe.
 */
public final class SitemapWriter {
  public static final String MEDIA_TYPE = "application/xml; charset=utf-8";

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

  /**
   * A URL.
   *
   * @param address absolute
   * @param changed when the page last changed, as a date or moment in the form of ISO 8601; null if
   *     unknown
   */
  public record Entry(String address, @Nullable String changed) {}

  /** Writes a sitemap. */
  public void pages(OutputStream out, Iterator<Entry> pages) throws IOException {
    write(out, "urlset", "url", pages);
  }

  /** Writes an index of sitemaps. */
  public void index(OutputStream out, Iterator<Entry> parts) throws IOException {
    write(out, "sitemapindex", "sitemap", parts);
  }

  private void write(OutputStream out, String list, String item, Iterator<Entry> entries)
      throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      XMLStreamWriter xml = factory.createXMLStreamWriter(writer);
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.writeStartElement(list);
      xml.writeDefaultNamespace(NAMESPACE);
      while (entries.hasNext()) {
        xml.writeCharacters("\n");
        entry(xml, item, entries.next());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("cannot be written as XML", e);
    }
    writer.flush();
  }

  private static void entry(XMLStreamWriter xml, String item, Entry entry)
      throws XMLStreamException {
    xml.writeStartElement(item);
    XmlText.element(xml, "loc", entry.address());
    if (entry.changed() != null) {
      XmlText.element(xml, "lastmod", entry.changed());
    }
    xml.writeEndElement();
  }
}
