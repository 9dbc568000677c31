package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.web.http.AccessPolicy;
import no.speil.web.http.FormData;
import no.speil.web.http.UserNames;
import no.speil.web.page.Redirects;

/** Chooses the name under which one writes. */
public final class NameForm {
  private final AccessPolicy access;
  private final UserNames names;

  public NameForm(AccessPolicy access, UserNames names) {
    this.access = access;
    this.names = names;
  }

  public void choose(Context context) throws IOException {
    access.requireWriter(context);
    FormData form = FormData.of(context);
    names.choose(context, form.get("name"));
    Redirects.other(context, Redirects.local(form.get("back")));
  }
}
