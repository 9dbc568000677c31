package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.actions.SectionUpdate;
import no.speil.record.SectionVersion;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** Suggestions for programs. */
public final class SuggestionApi {
  private final SiteContext site;
  private final SectionApi sections;

  public SuggestionApi(SiteContext site) {
    this.site = site;
    this.sections = new SectionApi(site);
  }

  public void suggest(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    String markdown = site.json().read(context, SuggestionBody.class).markdown();
    if (markdown == null || markdown.isBlank()) {
      throw new RequestException.BadRequest("Give the text as \"markdown\".");
    }
    sections.answer(
        context.status(201), site.library().edits().suggest(id, markdown, actor).section());
  }

  /** Accepting changes the text, so it needs the version that was seen; dismissing does not. */
  public void resolve(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "api");
    SectionId id = PathParams.section(context);
    String suggestion = context.pathParam("suggestion");
    Boolean accept = site.json().read(context, ResolveBody.class).accept();
    if (accept == null) {
      throw new RequestException.BadRequest("Say true or false as \"accept\".");
    }
    if (!accept) {
      sections.answer(context, site.library().edits().dismiss(id, suggestion, actor).section());
      return;
    }
    SectionVersion seen = IfMatch.of(context);
    sections.attemptSaving(
        context,
        id,
        seen,
        Map.of("suggestion", suggestion),
        section ->
            site.library()
                .edits()
                .accept(section, suggestion, seen, actor)
                .map(SectionUpdate::section));
  }

  /** Body of a suggestion. */
  record SuggestionBody(@Nullable String markdown) {}

  /** Body of what is to become of one. */
  record ResolveBody(@Nullable Boolean accept) {}
}
