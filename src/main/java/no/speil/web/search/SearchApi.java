package no.speil.web.search;

import io.javalin.http.Context;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.web.page.NoticeTexts;
import no.speil.web.page.SiteContext;
import no.speil.web.page.UiLanguage;

/** Search for programs. */
public final class SearchApi {
  private final SiteContext site;

  public SearchApi(SiteContext site) {
    this.site = site;
  }

  public void search(Context context) {
    SearchRequest request = SearchUrl.of(context).request();
    SearchResult result = site.library().search().run(request);
    context.header("Vary", "Accept-Language, Cookie");
    site.json()
        .write(
            context,
            SearchJson.of(
                request, result, NoticeTexts.in(UiLanguage.of(context), result.notices())));
  }
}
