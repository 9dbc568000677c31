package no.speil.web.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Function;
import no.speil.library.actions.Actor;
import no.speil.record.SectionVersion;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.Json;

/** A request that changes something: a form from a page, or JSON from a program. */
public interface Submission {
  SiteContext site();

  Context context();

  Actor actor();

  default boolean isForm() {
    return !actor().isProgram();
  }

  /** The fields of the form; none if it is JSON. */
  default FormData form() {
    return isForm() ? FormData.of(context()) : FormData.NONE;
  }

  /**
   * Reads the body as a value of that type.
   *
   * @param fields makes one from a form
   */
  default <B> B read(Class<B> type, Function<FormData, B> fields) throws IOException {
    return isForm() ? fields.apply(form()) : Json.read(context(), type);
  }

  /** The version of the section that the sender saw. */
  default SectionVersion seen() {
    return isForm() ? IfMatch.of(form()) : IfMatch.of(context());
  }

  /** One that may be about anything. */
  record General(SiteContext site, Context context, Actor actor) implements Submission {}
}
