package no.speil.web.search;

import io.javalin.http.Context;
import no.speil.exchange.OpenSearchWriter;
import no.speil.exchange.OpenSearchWriter.Engine;
import no.speil.messages.Messages;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.SiteContext;

/** Describes the search of the archive, so that a browser can offer it. */
public final class OpenSearchHandler {
  private final SiteContext site;

  public OpenSearchHandler(SiteContext site) {
    this.site = site;
  }

  public void describe(Context context) {
    Messages t = site.messages(context);
    String name = site.archiveName(t);
    byte[] description =
        new OpenSearchWriter()
            .write(
                new Engine(
                    name,
                    t.of("search.description", name),
                    t.lang(),
                    site.absolute(context, "/opensearch.xml?lang=" + t.lang()),
                    site.absolute(context, "/search?q={searchTerms}"),
                    site.absolute(context, "/favicon.ico")));
    ResponseCaching.varyByVisitor(context);
    context.result(description).contentType(OpenSearchWriter.MEDIA_TYPE);
    context.res().setCharacterEncoding(null); // XML says its encoding itself
  }
}
