package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.actions.MarkActions;
import no.speil.record.SectionVersion;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.StateParam;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionApiResponse;
import no.speil.web.section.SectionFormResponse;
import no.speil.web.section.SectionFormResponse.Retry;
import org.jspecify.annotations.Nullable;

/** Marks one section, confirms it, or records that it is left out on purpose. */
public final class MarkHandler {
  private final SiteContext site;
  private final MarkActions marks;
  private final SectionFormResponse formResponse;
  private final SectionApiResponse apiResponse;

  public MarkHandler(SiteContext site) {
    this.site = site;
    this.marks = site.library().marks();
    this.formResponse = new SectionFormResponse(site);
    this.apiResponse = new SectionApiResponse(site);
  }

  public void markFromForm(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    State state = StateParam.parse(form.get("state"));
    formResponse.attempt(
        context,
        form,
        new Retry("/s/" + id + "/state", state.code()),
        () -> marks.mark(id, state, IfMatch.of(form), actor));
  }

  public void markFromApi(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    State state = StateParam.parse(site.json().read(context, StateBody.class).state());
    apiResponse.attempt(
        context, id, seen, Map.of("state", state.code()), () -> marks.mark(id, state, seen, actor));
  }

  public void confirmFromForm(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    formResponse.attempt(
        context,
        form,
        new Retry("/s/" + id + "/confirm", ""),
        () -> marks.confirm(id, IfMatch.of(form), actor));
  }

  public void confirmFromApi(Context context, Actor actor) {
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    apiResponse.attempt(context, id, seen, Map.of(), () -> marks.confirm(id, seen, actor));
  }

  public void omitFromForm(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    boolean omitted = form.get("omitted").equals("true");
    formResponse.attempt(
        context, form, Retry.NONE, () -> marks.omit(id, omitted, IfMatch.of(form), actor));
  }

  public void omitFromApi(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    SectionVersion seen = IfMatch.of(context);
    Boolean omitted = site.json().read(context, OmitBody.class).omitted();
    if (omitted == null) {
      throw new RequestException.BadRequest("Say whether it is left out as \"omitted\".");
    }
    apiResponse.attempt(
        context,
        id,
        seen,
        Map.of("omitted", omitted.toString()),
        () -> marks.omit(id, omitted, seen, actor));
  }

  /** Body of a mark. */
  record StateBody(@Nullable String state) {}

  /** Body of an omission. */
  record OmitBody(@Nullable Boolean omitted) {}
}
