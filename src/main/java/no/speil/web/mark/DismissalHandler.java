package no.speil.web.mark;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.actions.CheckActions;
import no.speil.library.actions.SectionUpdate;
import no.speil.record.CheckVerdict;
import no.speil.record.SectionVersion;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionApiResponse;
import no.speil.web.section.SectionFormResponse;
import org.jspecify.annotations.Nullable;

/** Dismisses a failed check with a reason, and takes that back. */
public final class DismissalHandler {
  private final SiteContext site;
  private final CheckActions checks;
  private final SectionFormResponse formResponse;
  private final SectionApiResponse apiResponse;

  public DismissalHandler(SiteContext site) {
    this.site = site;
    this.checks = site.library().checkActions();
    this.formResponse = new SectionFormResponse(site);
    this.apiResponse = new SectionApiResponse(site);
  }

  public void judgeFromForm(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    String check = context.pathParam("check");
    FormData form = FormData.of(context);
    SectionVersion seen = IfMatch.of(form);
    boolean dismissed =
        switch (form.get("do")) {
          case "dismiss" -> true;
          case "open" -> false;
          default -> throw new RequestException.BadRequest("“do” is dismiss or open.");
        };
    String reason = dismissed ? reason(form.get("reason")) : "";
    formResponse.attempt(
        context,
        form,
        SectionFormResponse.Retry.NONE,
        () -> judge(id, check, dismissed, reason, new Judge(seen, actor)));
  }

  public void judgeFromApi(Context context, Actor actor) throws IOException {
    SectionId id = PathParams.section(context);
    String check = context.pathParam("check");
    DismissalBody body = site.json().read(context, DismissalBody.class);
    Boolean dismissed = body.dismissed();
    if (dismissed == null) {
      throw new RequestException.BadRequest("Say true or false as \"dismissed\".");
    }
    String reason = dismissed ? reason(body.reason()) : "";
    SectionVersion seen = IfMatch.of(context);
    apiResponse.attempt(
        context,
        id,
        seen,
        Map.of("check", check),
        () -> judge(id, check, dismissed, reason, new Judge(seen, actor)));
  }

  /** Who judges, and what they saw. */
  private record Judge(SectionVersion seen, Actor actor) {}

  private SectionUpdate judge(
      SectionId id, String check, boolean dismissed, String reason, Judge judge) {
    return dismissed
        ? checks.dismiss(id, check, reason, judge.seen(), judge.actor())
        : checks.reopen(id, check, judge.seen(), judge.actor());
  }

  private static String reason(@Nullable String given) {
    String reason = given == null ? "" : given.strip();
    if (reason.isEmpty()) {
      throw new RequestException.BadRequest("Give the reason why it is no error.");
    }
    if (reason.length() > CheckVerdict.MOST) {
      throw new RequestException.TextTooLong(
          "A reason has at most %d characters; this one has %d."
              .formatted(CheckVerdict.MOST, reason.length()));
    }
    return reason;
  }

  /** Body of a verdict. */
  record DismissalBody(@Nullable Boolean dismissed, @Nullable String reason) {}
}
