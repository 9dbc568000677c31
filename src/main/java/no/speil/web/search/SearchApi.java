package no.speil.web.search;

import io.javalin.http.Context;
import no.speil.library.Library;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.web.http.Json;
import no.speil.web.page.NoticeTexts;
import no.speil.web.page.UiLanguage;

/** Search for programs. */
public final class SearchApi {
  private final Library library;
  private final Json json;

  public SearchApi(Library library, Json json) {
    this.library = library;
    this.json = json;
  }

  public void search(Context context) {
    SearchRequest request = SearchUrl.of(context).request();
    SearchResult result = library.search().run(request);
    context.header("Vary", "Accept-Language, Cookie");
    json.write(
        context,
        SearchJson.of(request, result, NoticeTexts.in(UiLanguage.of(context), result.notices())));
  }
}
