package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.library.actions.Actor;
import no.speil.record.CommentEvent;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.TextTooLong;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionSubmission;
import org.jspecify.annotations.Nullable;

/**
 * Adds a comment to a section, and resolves comments. A comment that is too long comes back in a
 * box to be shortened.
 */
public final class CommentHandler {
  private final SiteContext site;

  public CommentHandler(SiteContext site) {
    this.site = site;
  }

  public void comment(Context context, Actor actor) throws IOException {
    var submission = new SectionSubmission(site, context, actor);
    CommentBody body =
        submission.content().read(CommentBody.class, form -> new CommentBody(form.get("text")));
    String text = body.text() == null ? "" : body.text().strip();
    if (text.isEmpty()) {
      throw new BadRequest("The comment is empty; programs give it as \"text\".");
    }
    if (!CommentEvent.isTooLong(text)) {
      context.status(201);
      submission.answer(site.library().marks().comment(submission.id(), text, actor));
    } else if (submission.content().isForm()) {
      showTooLong(context, submission, text);
    } else {
      throw new TextTooLong(
          "A comment has at most %d characters; this one has %d."
              .formatted(CommentEvent.MOST, CommentEvent.length(text)));
    }
  }

  public void resolve(Context context, Actor actor) throws IOException {
    var submission = new SectionSubmission(site, context, actor);
    ResolvedBody body =
        submission
            .content()
            .read(ResolvedBody.class, form -> new ResolvedBody(form.either("resolve", "open")));
    Boolean resolved = body.resolved();
    if (resolved == null) {
      throw new BadRequest("Say true or false as \"resolved\".");
    }
    String comment = context.pathParam("comment");
    submission.answer(site.library().marks().resolve(submission.id(), comment, resolved, actor));
  }

  private void showTooLong(Context context, SectionSubmission submission, String text) {
    PageShell shell = site.shell(context, "comment.long");
    var place = SectionInDocument.of(site, submission.id());
    FormData form = submission.content().form();
    site.show(
        context.status(413),
        "mark/comment",
        new View(
            shell,
            place.href(),
            place.row(site, shell),
            shell.t().of("comment.long.by", CommentEvent.MOST, CommentEvent.length(text)),
            text,
            form.get("view"),
            form.get("next")));
  }

  /**
   * A refused comment.
   *
   * @param href the section's row in its document
   * @param why it is refused
   * @param view in which the section was shown
   * @param next where to go when the comment is accepted; may be empty
   */
  public record View(
      PageShell shell,
      String href,
      SectionRow row,
      String why,
      String text,
      String view,
      String next) {}

  /** Body of what is said of a comment. */
  record ResolvedBody(@Nullable Boolean resolved) {}

  /** Body of a comment. */
  record CommentBody(@Nullable String text) {}
}
