package no.speil.web.mark;

import static no.speil.web.http.RequestException.required;

import java.io.IOException;
import java.util.Map;
import no.speil.record.CheckVerdict;
import no.speil.record.SectionVersion;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.TextTooLong;
import no.speil.web.page.SiteContext;
import no.speil.web.section.Submission;
import org.jspecify.annotations.Nullable;

/** Dismisses a failed check with a reason, and takes that back. */
public final class DismissalHandler {
  private final SiteContext site;

  public DismissalHandler(SiteContext site) {
    this.site = site;
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
        () ->
            site.library()
                .marks()
                .dismiss(submission.id(), check, reason, seen, submission.actor()));
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

  /** Body of a verdict. */
  record DismissalBody(@Nullable Boolean dismissed, @Nullable String reason) {}
}
