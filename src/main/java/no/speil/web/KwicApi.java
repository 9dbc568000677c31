package no.speil.web;

import io.javalin.http.Context;
import no.speil.library.Library;
import no.speil.search.Concordance;

/** Words in their contexts, for programs. */
final class KwicApi {
  private final Library library;
  private final Json json;

  KwicApi(Library library, Json json) {
    this.library = library;
    this.json = json;
  }

  void list(Context context) {
    KwicAddress address = KwicAddress.of(context);
    Concordance found = library.lines(address.request());
    context.header("Vary", "Accept-Language, Cookie");
    json.write(
        context,
        KwicJson.of(
            address.search().query(), found, Notices.in(Tongue.of(context), found.notices())));
  }
}
