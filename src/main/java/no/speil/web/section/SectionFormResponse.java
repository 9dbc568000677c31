package no.speil.web.section;

import io.javalin.http.Context;
import java.util.function.Supplier;
import no.speil.library.actions.SectionUpdate;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.page.PageShell;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;

/** Answers a form about one section: leads back to its row, or shows what has changed there. */
public final class SectionFormResponse {
  private final SiteContext site;

  public SectionFormResponse(SiteContext site) {
    this.site = site;
  }

  /** Carries out the action and leads back; shows the section as it is now if it has changed. */
  public void attempt(Context context, FormData form, Retry retry, Supplier<SectionUpdate> action) {
    try {
      answer(context, form, action.get());
    } catch (StaleVersion e) {
      showNow(context, e.now(), retry);
    }
  }

  /** Leads to the address that the form names as {@code next}; else to the section's row. */
  public void answer(Context context, FormData form, SectionUpdate update) {
    String next = Redirects.onward(form.get("next"));
    if (!next.isEmpty()) {
      Redirects.other(context, next);
      return;
    }
    var id = update.section().section().id();
    ViewMode view = ViewMode.of(form.get("view"));
    Redirects.other(context, ReadingPosition.at(update.document(), id, view).row(id));
  }

  private void showNow(Context context, TrackedSection now, Retry retry) {
    Messages t = site.messages(context);
    var place = SectionInDocument.of(site, now.section().id());
    PageShell shell = site.pageShells().around(context, t.of("error.stale-version"));
    site.show(
        context.status(412),
        "section/conflict",
        new ConflictView(
            shell,
            place.href(),
            place.row(site, shell),
            HistoryLines.last(t, place.section().history()),
            retry));
  }

  /**
   * The button that offers the same action again, for the section as it is now.
   *
   * @param action address that it posts to; empty for no button
   * @param state that was wanted; empty for a confirmation
   */
  public record Retry(String action, String state) {
    public static final Retry NONE = new Retry("", "");
  }

  /** A refused action and the section as it is now. */
  public record ConflictView(
      PageShell shell, String href, SectionRow row, String lastEvent, Retry retry) {}
}
