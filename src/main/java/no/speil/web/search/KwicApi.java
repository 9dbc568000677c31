package no.speil.web.search;

import io.javalin.http.Context;
import no.speil.library.Library;
import no.speil.search.Concordance;
import no.speil.web.http.Json;
import no.speil.web.page.NoticeTexts;
import no.speil.web.page.UiLanguage;

/** Words in their contexts, for programs. */
public final class KwicApi {
  private final Library library;
  private final Json json;

  public KwicApi(Library library, Json json) {
    this.library = library;
    this.json = json;
  }

  public void list(Context context) {
    KwicUrl address = KwicUrl.of(context);
    Concordance found = library.search().concordance(address.request());
    context.header("Vary", "Accept-Language, Cookie");
    json.write(
        context,
        KwicJson.of(
            address.search().query(),
            found,
            NoticeTexts.in(UiLanguage.of(context), found.notices())));
  }
}
