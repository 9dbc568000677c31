package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.MarkActions;
import no.speil.web.http.RequestException;
import no.speil.web.http.StateParam;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionSubmission;
import org.jspecify.annotations.Nullable;

/** Marks one section, confirms it, or records that it is left out on purpose. */
public record MarkHandler(SiteContext site) {
  private MarkActions marks() {
    return site.library().marks();
  }

  public void mark(Context context, Actor actor) throws IOException {
    var asked = new SectionSubmission(site, context, actor);
    StateBody body = asked.sent().read(StateBody.class, form -> new StateBody(form.get("state")));
    State state = StateParam.parse(body.state());
    asked.attempt(
        Map.of("state", state.code()),
        "state",
        seen -> marks().mark(asked.id(), state, seen, actor));
  }

  public void confirm(Context context, Actor actor) {
    var asked = new SectionSubmission(site, context, actor);
    asked.attempt(Map.of(), "confirm", seen -> marks().confirm(asked.id(), seen, actor));
  }

  public void omit(Context context, Actor actor) throws IOException {
    var asked = new SectionSubmission(site, context, actor);
    OmitBody body =
        asked.sent().read(OmitBody.class, form -> new OmitBody(form.get("omitted").equals("true")));
    Boolean omitted = body.omitted();
    if (omitted == null) {
      throw new RequestException.BadRequest("Say whether it is left out as \"omitted\".");
    }
    asked.attempt(
        Map.of("omitted", omitted.toString()),
        "",
        seen -> marks().omit(asked.id(), omitted, seen, actor));
  }

  /** Body of a mark. */
  record StateBody(@Nullable String state) {}

  /** Body of an omission. */
  record OmitBody(@Nullable Boolean omitted) {}
}
