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
public class Submission {
  private final SiteContext site;
  private final Context context;
  private final Actor actor;

  public Submission(SiteContext site, Context context, Actor actor) {
    this.site = site;
    this.context = context;
    this.actor = actor;
  }

  public SiteContext site() {
    return site;
  }

  public Context context() {
    return context;
  }

  public Actor actor() {
    return actor;
  }

  public boolean isForm() {
    return !actor.isProgram();
  }

  /** The fields of the form; none if it is JSON. */
  public FormData form() {
    return isForm() ? FormData.of(context) : FormData.NONE;
  }

  /**
   * Reads the body as a value of that type.
   *
   * @param fields makes one from a form
   */
  public <B> B read(Class<B> type, Function<FormData, B> fields) throws IOException {
    return isForm() ? fields.apply(form()) : Json.read(context, type);
  }

  /** The version of the section that the sender saw. */
  public SectionVersion seen() {
    return isForm() ? IfMatch.of(form()) : IfMatch.of(context);
  }
}
