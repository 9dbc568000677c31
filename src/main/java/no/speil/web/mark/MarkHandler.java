package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.MarkActions;
import no.speil.record.SectionVersion;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.StateParam;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionSubmission;
import org.jspecify.annotations.Nullable;

/** Marks one section, confirms it, or records that it is left out on purpose. */
public final class MarkHandler {
  private final SiteContext site;

  public MarkHandler(SiteContext site) {
    this.site = site;
  }

  private MarkActions marks() {
    return site.library().marks();
  }

  public void mark(Context context, Actor actor) throws IOException {
    var submission = new SectionSubmission(site, context, actor);
    SectionVersion seen = submission.content().seen();
    StateBody body =
        submission.content().read(StateBody.class, form -> new StateBody(form.get("state")));
    State state = StateParam.parse(body.state());
    submission.attempt(
        Map.of("state", state.code()),
        "state",
        () -> marks().mark(submission.id(), state, seen, actor));
  }

  public void confirm(Context context, Actor actor) {
    var submission = new SectionSubmission(site, context, actor);
    SectionVersion seen = submission.content().seen();
    submission.attempt(Map.of(), "confirm", () -> marks().confirm(submission.id(), seen, actor));
  }

  public void omit(Context context, Actor actor) throws IOException {
    var submission = new SectionSubmission(site, context, actor);
    SectionVersion seen = submission.content().seen();
    OmitBody body =
        submission
            .content()
            .read(OmitBody.class, form -> new OmitBody(form.get("omitted").equals("true")));
    Boolean omitted = body.omitted();
    if (omitted == null) {
      throw new BadRequest("Say whether it is left out as \"omitted\".");
    }
    submission.attempt(
        Map.of("omitted", omitted.toString()),
        "",
        () -> marks().omit(submission.id(), omitted, seen, actor));
  }

  /** Body of a mark. */
  record StateBody(@Nullable String state) {}

  /** Body of an omission. */
  record OmitBody(@Nullable Boolean omitted) {}
}
