package no.speil.web.cite;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** The sitemap (sitemaps.org) with every document, in parts, and robots.txt. */
public final class Sitemap {
  /** Far below the protocol's 50,000, so that long addresses stay below its 50 MB too. */
  static final int PART = 10_000;

  private static final String MEDIA_TYPE = "application/xml; charset=utf-8";

  /** Beginnings of addresses that robots have nothing to look for at. */
  private static final String CLOSED =
      "/search /kwic /count /word /sign-in /cite /activity /queue /edit/ /mark/ /import /draft/"
          + " /export/ /oai /dts /api/ /s/*/";

  private final SiteContext site;

  public Sitemap(SiteContext site) {
    this.site = site;
  }

  /** The index of parts, without {@code lastmod}, which would need reading every document. */
  public void index(Context context) {
    List<String> parts =
        IntStream.rangeClosed(1, parts())
            .mapToObj(n -> site.permanent(context, "/sitemap-" + n + ".xml"))
            .toList();
    site.pages().showXml(context, "cite/sitemapIndex", parts, MEDIA_TYPE);
  }

  public void part(Context context) {
    int part = QueryParams.number(context.pathParam("part"), 0, 0, Integer.MAX_VALUE);
    if (part < 1 || part > parts()) {
      throw new NotFound("There is no such part.");
    }
    site.pages().showXml(context, "cite/sitemap", pages(context, part), MEDIA_TYPE);
  }

  /**
   * Keeps robots away from pages that are computed for every query, or that there are for each
   * page.
   */
  public void robots(Context context) {
    String base = context.contextPath();
    String rules =
        Stream.of(CLOSED.split(" "))
            .map(path -> "Disallow: " + base + path + "\n")
            .collect(joining());
    String sitemap = site.permanent(context, "/sitemap.xml");
    context.result("User-agent: *\n%s\nSitemap: %s\n".formatted(rules, sitemap));
    context.contentType("text/plain; charset=utf-8");
  }

  private List<Page> pages(Context context, int part) {
    String base = site.permanent(context, "");
    Stream<Page> home =
        (part == 1 ? Stream.of("/", "/browse") : Stream.<String>empty())
            .map(page -> new Page(base + page, "", List.of()));
    Stream<Page> documents =
        site.catalogue().page((part - 1L) * PART, PART).stream()
            .map(entry -> document(base, entry));
    return Stream.concat(home, documents).toList();
  }

  private Page document(String base, CatalogueEntry entry) {
    return new Page(
        base + SiteUrls.document(entry.id()),
        Citations.modified(site, entry.id()),
        entry.details().licences());
  }

  private int parts() {
    return Paging.pages(site.library().counts().documents(), PART);
  }

  /**
   * A page of the site.
   *
   * @param address absolute
   * @param changed when it last changed, as a moment in the form of ISO 8601; empty if unknown
   * @param licences addresses of those that hold for it
   */
  public record Page(String address, String changed, List<String> licences) {}
}
