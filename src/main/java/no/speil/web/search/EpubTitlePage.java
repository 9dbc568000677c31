package no.speil.web.search;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.PersonName;
import no.speil.library.documents.LiveDocument;
import no.speil.web.page.SiteContext;

/**
 * What the first page of a text in a book says below its titles: whose it is, what may be done with
 * it, and what is missing.
 */
public record EpubTitlePage(
    Source source, LiveDocument document, List<PersonName> authors, List<PersonName> translators) {
  /**
   * Where the texts were taken from.
   *
   * @param page path of the page that shows them
   */
  public record Source(SiteContext site, Context context, String page) {
    String html() {
      return site.pages().xml("epub/source", this);
    }
  }

  String html() {
    return source.site().pages().xml("epub/titlePage", this);
  }
}
