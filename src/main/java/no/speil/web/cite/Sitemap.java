package no.speil.web.cite;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.exchange.SitemapWriter;
import no.speil.exchange.SitemapWriter.Entry;
import no.speil.web.http.RequestException;
import no.speil.web.page.Download;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** What search engines may read: every document, in parts, written while they are counted up. */
public final class Sitemap {
  /** Far below the 50,000 allowed, so that long addresses stay below the 50 MB allowed as well. */
  static final int PART = 10_000;

  private static final int AT_ONCE = 500;

  private final SiteContext site;
  private final SitemapWriter writer = new SitemapWriter();

  public Sitemap(SiteContext site) {
    this.site = site;
  }

  /** The parts. When one has changed is not told, since that would take reading it. */
  public void index(Context context) {
    Stream<Entry> parts =
        IntStream.rangeClosed(1, parts())
            .mapToObj(
                n ->
                    new Entry(site.pageShells().absolute(context, "/sitemap-" + n + ".xml"), null));
    context.contentType(SitemapWriter.MEDIA_TYPE);
    Download.send(context, out -> writer.index(out, parts.iterator()));
  }

  public void part(Context context) {
    int part = number(context.pathParam("part"));
    if (part < 1 || part > parts()) {
      throw new RequestException.NotFound("There is no such part.");
    }
    context.contentType(SitemapWriter.MEDIA_TYPE);
    Download.send(context, out -> writer.pages(out, pages(context, part)));
  }

  /** What is made anew for every question is not for robots. */
  public void robots(Context context) {
    context.result(
        """
        User-agent: *
        Disallow: /search
        Disallow: /kwic
        Disallow: /queue
        Disallow: /edit/
        Disallow: /mark/
        Disallow: /export/
        Disallow: /api/
        Disallow: /s/*/

        Sitemap: %s
        """
            .formatted(site.pageShells().absolute(context, "/sitemap.xml")));
    context.contentType("text/plain; charset=utf-8");
  }

  private Iterator<Entry> pages(Context context, int part) {
    long from = (part - 1L) * PART;
    Stream<Entry> home =
        part == 1
            ? Stream.of(new Entry(site.pageShells().absolute(context, "/"), null))
            : Stream.empty();
    Stream<Entry> documents =
        IntStream.range(0, PART / AT_ONCE)
            .mapToObj(i -> site.library().catalogue().page(from + (long) i * AT_ONCE, AT_ONCE))
            .takeWhile(page -> !page.isEmpty())
            .flatMap(List::stream)
            .map(
                each ->
                    new Entry(
                        site.pageShells().absolute(context, SiteUrls.document(each.id())),
                        Instant.ofEpochMilli(each.changedMillis())));
    return Stream.concat(home, documents).iterator();
  }

  private int parts() {
    long documents = site.library().counts().documents();
    return Math.max(1, Math.toIntExact((documents + PART - 1) / PART));
  }

  private static int number(String written) {
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
