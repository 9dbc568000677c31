package no.speil.web.mark;

import static no.speil.web.http.RequestException.required;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import no.speil.corpus.State;
import no.speil.library.actions.MarkActions;
import no.speil.library.actions.MoveActions;
import no.speil.library.documents.LiveSection;
import no.speil.record.CheckVerdict;
import no.speil.record.CommentEvent;
import no.speil.record.SectionVersion;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.TextTooLong;
import no.speil.web.http.StateParam;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What people do with one section: they mark it, confirm it, leave it out, comment on it, and
 * dismiss what checks say of it. A comment that is too long comes back in a box to be shortened.
 */
public final class SectionActionHandler {
  private final SiteContext site;

  public SectionActionHandler(SiteContext site) {
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

  public void move(Submission submission) throws IOException {
    SectionVersion seen = submission.seen();
    MoveBody body =
        submission.read(MoveBody.class, form -> new MoveBody(form.either("take", "back")));
    boolean along = required(body.along(), "Say true or false as \"along\".");
    MoveActions moves = site.library().moves();
    Supplier<LiveSection> action =
        along
            ? () -> moves.take(submission.id(), seen, submission.actor())
            : () -> moves.takeBack(submission.id(), seen, submission.actor());
    submission.attempt(Map.of(), "", action);
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
      submission.answer(marks().comment(submission.id(), text, submission.actor()));
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
    submission.answer(marks().resolve(submission.id(), comment, resolved, submission.actor()));
  }

  private void showTooLong(Submission submission, String text) {
    Context context = submission.context();
    PageShell shell = site.shell(context, "comment.long");
    SectionRow row = SectionRows.one(site, shell, site.section(submission.id()));
    var view = new View(shell, row, text, submission.form());
    site.show(context.status(413), "mark/comment", view);
  }

  public void judge(Submission submission) throws IOException {
    String check = submission.context().pathParam("check");
    DismissalBody body =
        submission.read(
            DismissalBody.class,
            form -> new DismissalBody(form.either("dismiss", "open"), form.get("reason")));
    boolean dismissed = required(body.dismissed(), "Say true or false as \"dismissed\".");
    String reason = dismissed ? reason(body.reason()) : null;
    SectionVersion seen = submission.seen();
    submission.attempt(
        Map.of("check", check),
        "",
        () -> marks().dismiss(submission.id(), check, reason, seen, submission.actor()));
  }

  private static String reason(@Nullable String given) {
    String reason = given == null ? "" : given.strip();
    if (reason.isEmpty()) {
      throw new BadRequest("Give the reason why it is no error.");
    }
    if (reason.length() > CheckVerdict.MOST) {
      throw new TextTooLong(
          "A reason has at most %d characters; this one has %d."
              .formatted(CheckVerdict.MOST, reason.length()));
    }
    return reason;
  }

  /** Body of a mark. */
  record StateBody(@Nullable String state) {}

  /** Body of a move. */
  record MoveBody(@Nullable Boolean along) {}

  /** Body of an omission. */
  record OmitBody(@Nullable Boolean omitted) {}

  /**
   * A comment that is too long.
   *
   * @param form the layout in which the section was shown, and where to go on
   */
  public record View(PageShell shell, SectionRow row, String text, FormData form) {}

  /** Body of what is said of a comment. */
  record ResolvedBody(@Nullable Boolean resolved) {}

  /** Body of a comment. */
  record CommentBody(@Nullable String text) {}

  /** Body of a verdict. */
  record DismissalBody(@Nullable Boolean dismissed, @Nullable String reason) {}
}
