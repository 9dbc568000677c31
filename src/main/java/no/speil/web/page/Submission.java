package no.speil.web.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Function;
import no.speil.library.actions.Actor;
import no.speil.record.SectionVersion;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.Json;
import org.jspecify.annotations.Nullable;

/** What somebody asks to be done: the fields of a page's form, or the JSON of a program. */
public final class Submission {
  private final Context context;
  private final Json json;
  private final @Nullable FormData form;

  private Submission(Context context, Json json, @Nullable FormData form) {
    this.context = context;
    this.json = json;
    this.form = form;
  }

  /**
   * @param actor by whose way in it is known which of the two comes
   */
  public static Submission of(SiteContext site, Context context, Actor actor) {
    return new Submission(context, site.json(), actor.isProgram() ? null : FormData.of(context));
  }

  public boolean isForm() {
    return form != null;
  }

  /** The fields of the form; none of JSON. */
  public FormData form() {
    return form == null ? FormData.NONE : form;
  }

  /**
   * What it says.
   *
   * @param fields makes the same of a form
   */
  public <B> B read(Class<B> type, Function<FormData, B> fields) throws IOException {
    return form == null ? json.read(context, type) : fields.apply(form);
  }

  /** The version of the section that it is about, as it was seen. */
  public SectionVersion seen() {
    return form == null ? IfMatch.of(context) : IfMatch.of(form);
  }
}
