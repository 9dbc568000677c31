package no.speil.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/**
 * Writes sitemaps for search engines (sitemaps.org 0.9), without keeping URLs in memory.
 * Thread-safe.
 */
public final class SitemapWriter {
  public static final String MEDIA_TYPE = "application/xml; charset=utf-8";

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  /**
   * A URL.
   *
   * @param address absolute
   * @param changed when the page last changed, as a date or moment in the form of ISO 8601; empty
   *     if unknown
   * @param licences addresses of those that hold for it
   */
  public record Entry(String address, String changed, List<String> licences) {
    /** A page of which nothing more is known. */
    public Entry(String address) {
      this(address, "", List.of());
    }
  }

  /** Writes a sitemap. */
  public void pages(OutputStream out, Iterator<Entry> pages) throws IOException {
    write(out, "urlset", "url", pages);
  }

  /** Writes an index of sitemaps. */
  public void index(OutputStream out, Iterator<Entry> parts) throws IOException {
    write(out, "sitemapindex", "sitemap", parts);
  }

  private static void write(OutputStream out, String list, String item, Iterator<Entry> entries)
      throws IOException {
    XmlText.document(
        out,
        xml -> {
          XmlText.start(xml, list, "xmlns", NAMESPACE, "xmlns:xhtml", XHTML);
          while (entries.hasNext()) {
            Entry entry = entries.next();
            xml.writeCharacters("\n");
            xml.writeStartElement(item);
            XmlText.element(xml, "loc", entry.address());
            if (!entry.changed().isEmpty()) {
              XmlText.element(xml, "lastmod", entry.changed());
            }
            for (String licence : entry.licences()) {
              XmlText.empty(xml, "xhtml:link", "rel", "license", "href", licence);
            }
            xml.writeEndElement();
          }
        });
  }
}
