package no.speil.web.edit;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.SectionApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * Suggests a text for a section, and accepts or dismisses a suggestion. Accepting changes the text,
 * so it needs the version that was seen; dismissing does not.
 */
public final class SuggestionHandler {
  private final SiteContext site;
  private final EditActions edits;
  private final EditPage page;
  private final SectionApiResponse apiResponse;

  public SuggestionHandler(SiteContext site) {
    this.site = site;
    this.edits = site.library().edits();
    this.page = new EditPage(site);
    this.apiResponse = new SectionApiResponse(site);
  }

  /** The form for it is that of the translation ({@link TranslationHandler#saveFromForm}). */
  public void suggestFromApi(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    String markdown = site.json().read(context, SuggestionBody.class).markdown();
    if (markdown == null || markdown.isBlank()) {
      throw new RequestException.BadRequest("Give the text as \"markdown\".");
    }
    apiResponse.answer(context.status(201), edits.suggest(id, markdown, actor));
  }

  public void resolveFromForm(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    String suggestion = context.pathParam("suggestion");
    FormData form = FormData.of(context);
    String next = Redirects.onward(form.get("next"));
    DocumentId document = site.library().ids().documentOf(id);
    try {
      boolean isThere =
          switch (form.get("do")) {
            case "accept" -> edits.accept(id, suggestion, IfMatch.of(form), actor).isPresent();
            case "dismiss" -> {
              edits.dismiss(id, suggestion, actor);
              yield true;
            }
            default -> throw new RequestException.BadRequest("“do” is accept or dismiss.");
          };
      String onward = next.isEmpty() ? SiteUrls.edit(id) : next;
      Redirects.other(context, isThere ? onward : SiteUrls.document(document));
    } catch (StaleVersion e) {
      showAgain(context, e.now());
    }
  }

  public void resolveFromApi(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    String suggestion = context.pathParam("suggestion");
    Boolean accept = site.json().read(context, ResolveBody.class).accept();
    if (accept == null) {
      throw new RequestException.BadRequest("Say true or false as \"accept\".");
    }
    if (!accept) {
      apiResponse.answer(context, edits.dismiss(id, suggestion, actor));
      return;
    }
    SectionVersion seen = IfMatch.of(context);
    apiResponse.attemptSaving(
        context,
        id,
        seen,
        Map.of("suggestion", suggestion),
        () -> edits.accept(id, suggestion, seen, actor));
  }

  private void showAgain(Context context, TrackedSection now) {
    String words = site.messages(context).of("edit.clash.suggestion");
    page.show(
        context.status(412),
        now,
        EditDraft.of(now, ""),
        EditExtras.of(EditExtras.Conflict.refusal("edit.clash", words)));
  }

  /** Body of a suggestion. */
  record SuggestionBody(@Nullable String markdown) {}

  /** Body of a decision on a suggestion. */
  record ResolveBody(@Nullable Boolean accept) {}
}
