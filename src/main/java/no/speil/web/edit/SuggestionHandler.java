package no.speil.web.edit;

import static no.speil.web.http.RequestException.required;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.actions.EditActions;
import no.speil.library.actions.SectionUpdate;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.record.SectionVersion;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.section.Submission;
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
  public void suggest(Submission submission) throws IOException {
    String markdown = site.json().read(submission.context(), SuggestionBody.class).markdown();
    if (markdown == null || markdown.isBlank()) {
      throw new BadRequest("Give the text as \"markdown\".");
    }
    submission.context().status(201);
    submission.answer(edits().suggest(submission.id(), markdown, submission.actor()));
  }

  public void resolve(Submission submission) throws IOException {
    ResolveBody body =
        submission.read(
            ResolveBody.class, form -> new ResolveBody(form.either("accept", "dismiss")));
    boolean accept = required(body.accept(), "Say true or false as \"accept\".");
    if (submission.isForm()) {
      resolve(submission, accept);
    } else if (accept) {
      String suggestion = submission.context().pathParam("suggestion");
      submission.attemptSaving(Map.of("suggestion", suggestion), resolution(submission, true));
    } else {
      resolution(submission, false).get().ifPresent(submission::answer);
    }
  }

  private Supplier<Optional<SectionUpdate>> resolution(Submission submission, boolean accept) {
    SectionId id = submission.id();
    String suggestion = submission.context().pathParam("suggestion");
    Actor actor = submission.actor();
    if (!accept) {
      return () -> Optional.of(edits().dismiss(id, suggestion, actor));
    }
    SectionVersion seen = submission.seen();
    return () -> edits().accept(id, suggestion, seen, actor);
  }

  private void resolve(Submission submission, boolean accept) {
    SectionId id = submission.id();
    Context context = submission.context();
    String next = Redirects.onward(submission.form().get("next"));
    DocumentId document = site.library().ids().documentOf(id);
    try {
      boolean isLeft = resolution(submission, accept).get().isPresent();
      String onward = next.isEmpty() ? SiteUrls.edit(id) : next;
      Redirects.other(context, isLeft ? onward : SiteUrls.document(document));
    } catch (StaleVersion e) {
      String words = site.messages(context).of("edit.clash.suggestion");
      new EditPage(site)
          .show(
              context.status(412),
              e.now(),
              EditDraft.of(e.now(), ""),
              EditExtras.of(EditExtras.Conflict.refusal("edit.clash", words)));
    }
  }

  private EditActions edits() {
    return site.library().edits();
  }

  /** Body of a suggestion. */
  record SuggestionBody(@Nullable String markdown) {}

  /** Body of a decision on a suggestion. */
  record ResolveBody(@Nullable Boolean accept) {}
}
