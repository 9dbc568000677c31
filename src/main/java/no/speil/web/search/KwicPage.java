package no.speil.web.search;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.Coded;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.search.Concordance;
import no.speil.search.ConcordanceRequest;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.SearchRequest.Group;
import no.speil.search.SearchRequest.Sort;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Paging;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/**
 * Shows a search's hits as a concordance (keyword in context), one line for each. Its address is
 * the search's, but that {@code sort} may be {@code left} or {@code right}, and that page and size
 * count lines.
 */
public final class KwicPage {
  /** Lines on a page whose address has no other size. */
  private static final int LINES = 50;

  private final SiteContext site;

  public KwicPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    SearchUrl address = SearchUrl.of(context);
    if (address.isEmpty()) {
      Redirects.other(context, address.href());
      return;
    }
    Messages t = site.messages(context);
    String query = address.query();
    PageShell shell = site.around(context, query + " – " + t.of("kwic.title"), query);
    int size = address.size() == SearchUrl.SIZE ? LINES : address.size();
    By by = by(context);
    var request = new ConcordanceRequest(address.request().sized(size), by);
    Concordance found = site.library().search().concordance(request);
    var view = new View(shell, address, by, found, size, SearchPage.printed(site, context, shell));
    site.show(context, "search/kwic", view);
  }

  public void list(Context context) {
    SearchUrl address = SearchUrl.of(context);
    Concordance found =
        site.library().search().concordance(new ConcordanceRequest(address.request(), by(context)));
    ResponseCaching.varyByVisitor(context);
    List<String> notices = NoticeTexts.in(site.messages(context), found.notices());
    Json.write(context, KwicJson.of(address.query(), found, notices));
  }

  private static By by(Context context) {
    return Coded.parse(By.values(), QueryParams.text(context, "sort")).orElse(By.SECTION);
  }

  /**
   * A page of a concordance.
   *
   * @param size lines on a page
   * @param printed where and when a printed page was made, in words
   */
  public record View(
      PageShell shell, SearchUrl search, By by, Concordance found, int size, String printed) {
    /** Orders of sections. */
    public static final List<Sort> SORTS = List.of(Sort.RELEVANCE, Sort.DATE, Sort.DOCUMENT);

    /** The address of this page. */
    public PageUrl address() {
      PageUrl url = search.grouped(Group.SECTION).onPage(search.page()).url().to("/kwic");
      return by == By.SECTION ? url : url.with("sort", by.code());
    }

    public PageUrl sorted(By other) {
      return address().with("sort", other.code()).onPage(1);
    }

    public PageUrl sorted(Sort sort) {
      return search.grouped(Group.SECTION).sorted(sort).url().to("/kwic");
    }

    public boolean isBy(Sort sort) {
      return by == By.SECTION && search.sort() == sort;
    }

    /** The address of its section, in which the words are marked. */
    public String href(Concordance.Line line) {
      return HitUrl.marksOnly(search).href(HitTexts.row(line.hit()));
    }

    public Paging paging() {
      return Paging.of(search.page(), found.total(), size, page -> address().onPage(page).href());
    }
  }
}
