package no.speil.web.search;

import io.javalin.http.Context;
import no.speil.search.Concordance;
import no.speil.web.page.NoticeTexts;
import no.speil.web.page.SiteContext;
import no.speil.web.page.UiLanguage;

/** Words in their contexts, for programs. */
public final class KwicApi {
  private final SiteContext site;

  public KwicApi(SiteContext site) {
    this.site = site;
  }

  public void list(Context context) {
    KwicUrl address = KwicUrl.of(context);
    Concordance found = site.library().search().concordance(address.request());
    context.header("Vary", "Accept-Language, Cookie");
    site.json()
        .write(
            context,
            KwicJson.of(
                address.search().query(),
                found,
                NoticeTexts.in(UiLanguage.of(context), found.notices())));
  }
}
