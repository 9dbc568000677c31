package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.web.http.FormData;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/** Chooses the name under which one writes. */
public final class NameForm {
  private final SiteContext site;

  public NameForm(SiteContext site) {
    this.site = site;
  }

  public void choose(Context context) throws IOException {
    site.access().requireWriter(context);
    FormData form = FormData.of(context);
    site.names().choose(context, form.get("name"));
    Redirects.other(context, Redirects.local(form.get("back")));
  }
}
