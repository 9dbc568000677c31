package no.speil.web.searching;

import io.javalin.http.Context;
import no.speil.library.Library;
import no.speil.search.SearchRequest;
import no.speil.search.SearchResult;
import no.speil.web.answer.Json;
import no.speil.web.answer.Notices;
import no.speil.web.visitor.Tongue;

/** Search for programs. */
public final class SearchApi {
  private final Library library;
  private final Json json;

  public SearchApi(Library library, Json json) {
    this.library = library;
    this.json = json;
  }

  public void search(Context context) {
    SearchRequest request = SearchAddress.of(context).request();
    SearchResult result = library.search(request);
    context.header("Vary", "Accept-Language, Cookie");
    json.write(
        context, SearchJson.of(request, result, Notices.in(Tongue.of(context), result.notices())));
  }
}
