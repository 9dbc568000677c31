package no.speil.web;

import io.javalin.http.Context;
import java.io.IOException;

/** Chooses the name under which one writes. */
final class NameForm {
  private final Access access;
  private final Names names;

  NameForm(Access access, Names names) {
    this.access = access;
    this.names = names;
  }

  void choose(Context context) throws IOException {
    access.requireWriter(context);
    Form form = Form.of(context);
    names.choose(context, form.get("name"));
    See.other(context, See.local(form.get("back")));
  }
}
