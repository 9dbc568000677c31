package no.speil.web.searching;

import io.javalin.http.Context;
import no.speil.library.Library;
import no.speil.search.Concordance;
import no.speil.web.answer.Json;
import no.speil.web.answer.Notices;
import no.speil.web.visitor.Tongue;

/** Words in their contexts, for programs. */
public final class KwicApi {
  private final Library library;
  private final Json json;

  public KwicApi(Library library, Json json) {
    this.library = library;
    this.json = json;
  }

  public void list(Context context) {
    KwicAddress address = KwicAddress.of(context);
    Concordance found = library.lines(address.request());
    context.header("Vary", "Accept-Language, Cookie");
    json.write(
        context,
        KwicJson.of(
            address.search().query(), found, Notices.in(Tongue.of(context), found.notices())));
  }
}
