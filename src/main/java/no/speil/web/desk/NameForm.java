package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.web.answer.See;
import no.speil.web.request.Form;
import no.speil.web.visitor.Access;
import no.speil.web.visitor.Names;

/** Chooses the name under which one writes. */
public final class NameForm {
  private final Access access;
  private final Names names;

  public NameForm(Access access, Names names) {
    this.access = access;
    this.names = names;
  }

  public void choose(Context context) throws IOException {
    access.requireWriter(context);
    Form form = Form.of(context);
    names.choose(context, form.get("name"));
    See.other(context, See.local(form.get("back")));
  }
}
