package no.speil.web.edit;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions;
import no.speil.library.actions.SectionUpdate;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.record.SectionVersion;
import no.speil.status.TrackedSection;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.SectionSubmission;
import org.jspecify.annotations.Nullable;

/**
 * Suggests a text for a section, and accepts or dismisses a suggestion. Accepting changes the text,
 * so it needs the version that was seen; dismissing does not.
 */
public final class SuggestionHandler {
  private final SiteContext site;

  public SuggestionHandler(SiteContext site) {
    this.site = site;
  }

  /** The form for it is that of the translation ({@link TranslationHandler#save}). */
  public void suggest(Context context, Actor actor) throws IOException {
    var submission = new SectionSubmission(site, context, actor);
    String markdown = site.json().read(context, SuggestionBody.class).markdown();
    if (markdown == null || markdown.isBlank()) {
      throw new BadRequest("Give the text as \"markdown\".");
    }
    context.status(201);
    submission.answer(edits().suggest(submission.id(), markdown, actor));
  }

  public void resolve(Context context, Actor actor) throws IOException {
    var submission = new SectionSubmission(site, context, actor);
    String suggestion = context.pathParam("suggestion");
    ResolveBody body =
        submission
            .content()
            .read(ResolveBody.class, form -> new ResolveBody(form.either("accept", "dismiss")));
    Boolean accept = body.accept();
    if (accept == null) {
      throw new BadRequest("Say true or false as \"accept\".");
    }
    if (submission.content().isForm()) {
      resolve(context, submission, suggestion, accept, actor);
    } else if (accept) {
      SectionVersion seen = submission.content().seen();
      submission.attemptSaving(
          Map.of("suggestion", suggestion),
          () -> edits().accept(submission.id(), suggestion, seen, actor));
    } else {
      submission.answer(edits().dismiss(submission.id(), suggestion, actor));
    }
  }

  private void resolve(
      Context context,
      SectionSubmission submission,
      String suggestion,
      boolean accept,
      Actor actor) {
    SectionId id = submission.id();
    String next = Redirects.onward(submission.content().form().get("next"));
    DocumentId document = site.library().ids().documentOf(id);
    try {
      Optional<SectionUpdate> update =
          accept
              ? edits().accept(id, suggestion, submission.content().seen(), actor)
              : Optional.of(edits().dismiss(id, suggestion, actor));
      String onward = next.isEmpty() ? SiteUrls.edit(id) : next;
      Redirects.other(context, update.isPresent() ? onward : SiteUrls.document(document));
    } catch (StaleVersion e) {
      showAgain(context, e.now());
    }
  }

  private EditActions edits() {
    return site.library().edits();
  }

  private void showAgain(Context context, TrackedSection now) {
    String words = site.messages(context).of("edit.clash.suggestion");
    new EditPage(site)
        .show(
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
