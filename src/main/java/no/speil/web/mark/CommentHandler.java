package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.actions.SectionUpdate;
import no.speil.messages.Messages;
import no.speil.record.CommentEvent;
import no.speil.web.http.FormData;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionApiResponse;
import no.speil.web.section.SectionFormResponse;
import no.speil.web.section.SectionInDocument;
import no.speil.web.section.SectionRow;
import org.jspecify.annotations.Nullable;

/**
 * Adds a comment to a section, and resolves comments. A comment that is too long comes back in a
 * box to be shortened.
 */
public final class CommentHandler {
  private final SiteContext site;
  private final SectionFormResponse formResponse;
  private final SectionApiResponse apiResponse;

  public CommentHandler(SiteContext site) {
    this.site = site;
    this.formResponse = new SectionFormResponse(site);
    this.apiResponse = new SectionApiResponse(site);
  }

  public void commentFromForm(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    String text = form.get("text").strip();
    if (text.isEmpty()) {
      throw new RequestException.BadRequest("The comment is empty.");
    }
    try {
      formResponse.answer(context, form, comment(id, text, actor));
    } catch (RequestException.TextTooLong e) {
      showTooLong(context, id, new Fields(text, form.get("view"), form.get("next")));
    }
  }

  public void commentFromApi(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    String text = site.json().read(context, CommentBody.class).text();
    if (text == null || text.isBlank()) {
      throw new RequestException.BadRequest("Give the comment as \"text\".");
    }
    SectionUpdate update = comment(id, text.strip(), actor);
    apiResponse.answer(context.status(201), update);
  }

  public void resolveFromForm(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    boolean resolved =
        switch (form.get("do")) {
          case "resolve" -> true;
          case "open" -> false;
          default -> throw new RequestException.BadRequest("“do” is resolve or open.");
        };
    formResponse.answer(context, form, resolve(context, id, resolved, actor));
  }

  public void resolveFromApi(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    Boolean resolved = site.json().read(context, ResolvedBody.class).resolved();
    if (resolved == null) {
      throw new RequestException.BadRequest("Say true or false as \"resolved\".");
    }
    apiResponse.answer(context, resolve(context, id, resolved, actor));
  }

  private SectionUpdate resolve(Context context, SectionId id, boolean resolved, Actor actor) {
    return site.library().marks().resolve(id, context.pathParam("comment"), resolved, actor);
  }

  private SectionUpdate comment(SectionId id, String text, Actor actor) {
    if (CommentEvent.isTooLong(text)) {
      throw new RequestException.TextTooLong(
          "A comment has at most %d characters; this one has %d."
              .formatted(CommentEvent.MOST, CommentEvent.length(text)));
    }
    return site.library().marks().comment(id, text, actor);
  }

  private void showTooLong(Context context, SectionId id, Fields fields) {
    Messages t = site.messages(context);
    var place = SectionInDocument.of(site, id);
    PageShell shell = site.pageShells().around(context, t.of("comment.long"));
    site.show(
        context.status(413),
        "mark/comment",
        new View(
            shell,
            place.href(),
            place.row(site, shell),
            t.of("comment.long.by", CommentEvent.MOST, CommentEvent.length(fields.text())),
            fields));
  }

  /**
   * A refused comment.
   *
   * @param href the section's row in its document
   * @param why it is refused
   */
  public record View(PageShell shell, String href, SectionRow row, String why, Fields fields) {}

  /**
   * The fields of the refused form.
   *
   * @param view in which the section was shown
   * @param next where to go when the comment is accepted; may be empty
   */
  public record Fields(String text, String view, String next) {}

  /** Body of what is said of a comment. */
  record ResolvedBody(@Nullable Boolean resolved) {}

  /** Body of a comment. */
  record CommentBody(@Nullable String text) {}
}
