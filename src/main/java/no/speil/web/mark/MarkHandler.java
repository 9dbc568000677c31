package no.speil.web.mark;

import static no.speil.web.http.RequestException.required;

import java.io.IOException;
import java.util.Map;
import no.speil.corpus.State;
import no.speil.library.actions.MarkActions;
import no.speil.record.SectionVersion;
import no.speil.web.http.StateParam;
import no.speil.web.page.SiteContext;
import no.speil.web.section.Submission;
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

  public void mark(Submission submission) throws IOException {
    SectionVersion seen = submission.seen();
    StateBody body = submission.read(StateBody.class, form -> new StateBody(form.get("state")));
    State state = StateParam.parse(body.state());
    submission.attempt(
        Map.of("state", state.code()),
        "state",
        () -> marks().mark(submission.id(), state, seen, submission.actor()));
  }

  public void confirm(Submission submission) {
    SectionVersion seen = submission.seen();
    submission.attempt(
        Map.of(), "confirm", () -> marks().confirm(submission.id(), seen, submission.actor()));
  }

  public void omit(Submission submission) throws IOException {
    SectionVersion seen = submission.seen();
    OmitBody body =
        submission.read(OmitBody.class, form -> new OmitBody(form.get("omitted").equals("true")));
    Boolean omitted = required(body.omitted(), "Say whether it is left out as \"omitted\".");
    submission.attempt(
        Map.of("omitted", omitted.toString()),
        "",
        () -> marks().omit(submission.id(), omitted, seen, submission.actor()));
  }

  /** Body of a mark. */
  record StateBody(@Nullable String state) {}

  /** Body of an omission. */
  record OmitBody(@Nullable Boolean omitted) {}
}
