package no.speil.web.mark;

import static no.speil.web.http.RequestException.required;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.record.CommentEvent;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.TextTooLong;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SectionRow;
import no.speil.web.section.Submission;
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

  public void comment(Submission submission) throws IOException {
    CommentBody body =
        submission.read(CommentBody.class, form -> new CommentBody(form.get("text")));
    String text = body.text() == null ? "" : body.text().strip();
    if (text.isEmpty()) {
      throw new BadRequest("The comment is empty; programs give it as \"text\".");
    }
    if (!CommentEvent.isTooLong(text)) {
      submission.context().status(201);
      submission.answer(site.library().marks().comment(submission.id(), text, submission.actor()));
    } else if (submission.isForm()) {
      showTooLong(submission, text);
    } else {
      throw new TextTooLong(
          "A comment has at most %d characters; this one has %d."
              .formatted(CommentEvent.MOST, CommentEvent.length(text)));
    }
  }

  public void resolve(Submission submission) throws IOException {
    ResolvedBody body =
        submission.read(
            ResolvedBody.class, form -> new ResolvedBody(form.either("resolve", "open")));
    boolean resolved = required(body.resolved(), "Say true or false as \"resolved\".");
    String comment = submission.context().pathParam("comment");
    submission.answer(
        site.library().marks().resolve(submission.id(), comment, resolved, submission.actor()));
  }

  private void showTooLong(Submission submission, String text) {
    Context context = submission.context();
    PageShell shell = site.shell(context, "comment.long");
    var place = SectionInDocument.of(site, submission.id());
    FormData form = submission.form();
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
