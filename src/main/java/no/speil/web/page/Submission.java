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
 * The body of a request that changes something: a form from a page, or JSON from a program.
 *
 * @param form without any field where it is JSON
 */
public record Submission(Context context, Json json, boolean isForm, FormData form) {

  /**
   * Reads the form; JSON is read when it is asked for.
   *
   * @param actor tells whether the request comes from a page or from a program
   */
  public static Submission of(SiteContext site, Context context, Actor actor) {
    boolean isForm = !actor.isProgram();
    return new Submission(
        context, site.json(), isForm, isForm ? FormData.of(context) : FormData.NONE);
  }

  /**
   * Reads the body as a value of that type.
   *
   * @param fields makes one from a form
   */
  public <B> B read(Class<B> type, Function<FormData, B> fields) throws IOException {
    return isForm ? fields.apply(form) : json.read(context, type);
  }

  /** The version of the section that the sender saw. */
  public SectionVersion seen() {
    return isForm ? IfMatch.of(form) : IfMatch.of(context);
  }
}
