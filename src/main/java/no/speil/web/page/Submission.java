package no.speil.web.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Function;
import no.speil.library.actions.Actor;
import no.speil.record.SectionVersion;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.Json;

/**
 * What somebody asks to be done: the fields of a page's form, or the JSON of a program.
 *
 * @param form without any field where it is JSON
 */
public record Submission(Context context, Json json, boolean isForm, FormData form) {

  /**
   * Reads the form; JSON is read when it is asked for.
   *
   * @param actor by whose way in it is known which of the two comes
   */
  public static Submission of(SiteContext site, Context context, Actor actor) {
    boolean isForm = !actor.isProgram();
    return new Submission(
        context, site.json(), isForm, isForm ? FormData.of(context) : FormData.NONE);
  }

  /**
   * What it says.
   *
   * @param fields makes the same of a form
   */
  public <B> B read(Class<B> type, Function<FormData, B> fields) throws IOException {
    return isForm ? fields.apply(form) : json.read(context, type);
  }

  /** The version of the section that it is about, as it was seen. */
  public SectionVersion seen() {
    return isForm ? IfMatch.of(form) : IfMatch.of(context);
  }
}
