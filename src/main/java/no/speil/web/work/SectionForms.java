package no.speil.web.work;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException.StaleVersion;
import no.speil.library.documents.LiveDocument;
import no.speil.record.CommentEvent;
import no.speil.status.TrackedSection;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.StateParam;
import no.speil.web.page.CommentView;
import no.speil.web.page.HistoryLines;
import no.speil.web.page.Messages;
import no.speil.web.page.PageShell;
import no.speil.web.page.ReadingPosition;
import no.speil.web.page.Redirects;
import no.speil.web.page.SectionInDocument;
import no.speil.web.page.SiteContext;
import no.speil.web.page.ViewMode;

/** What people do with a section on its page: each form leads back to the section's row. */
public final class SectionForms {
  private final SiteContext site;

  public SectionForms(SiteContext site) {
    this.site = site;
  }

  public void mark(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    State state = StateParam.parse(form.get("state"));
    try {
      site.library().marks().mark(id, state, IfMatch.of(form), actor);
      back(context, id, form);
    } catch (StaleVersion e) {
      showNow(context, e.now(), "/s/" + id + "/state", state.code());
    }
  }

  public void confirm(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    try {
      site.library().marks().confirm(id, IfMatch.of(form), actor);
      back(context, id, form);
    } catch (StaleVersion e) {
      showNow(context, e.now(), "/s/" + id + "/confirm", "");
    }
  }

  public void omit(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    boolean omitted = form.get("omitted").equals("true");
    try {
      site.library().marks().omit(id, omitted, IfMatch.of(form), actor);
      back(context, id, form);
    } catch (StaleVersion e) {
      showNow(context, e.now(), "", "");
    }
  }

  public void comment(Context context) throws IOException {
    Actor actor = site.writers().actor(context, "web");
    SectionId id = PathParams.section(context);
    FormData form = FormData.of(context);
    String text = form.get("text").strip();
    if (text.isEmpty()) {
      throw new RequestException.BadRequest("The comment is empty.");
    }
    if (CommentEvent.isTooLong(text)) {
      tooLong(context, id, new CommentView.Fields(text, form.get("view"), form.get("next")));
      return;
    }
    site.library().marks().comment(id, text, actor);
    back(context, id, form);
  }

  private void tooLong(Context context, SectionId id, CommentView.Fields fields) {
    Messages t = site.pageShells().messages(context);
    var place = SectionInDocument.of(site, id);
    PageShell shell = site.pageShells().around(context, t.of("comment.long"));
    site.pages()
        .show(
            context.status(413),
            "comment",
            new CommentView(
                shell,
                place.href(),
                place.row(site.rows(), shell),
                t.of("comment.long.by", CommentEvent.MOST, CommentEvent.length(fields.text())),
                fields));
  }

  private void back(Context context, SectionId id, FormData form) {
    String next = Redirects.onward(form.get("next"));
    if (!next.isEmpty()) {
      Redirects.other(context, next);
      return;
    }
    LiveDocument document = site.document(site.library().ids().documentOf(id));
    Redirects.other(
        context, ReadingPosition.at(document, id, ViewMode.of(form.get("view"))).row(id));
  }

  private void showNow(Context context, TrackedSection now, String action, String state) {
    Messages t = site.pageShells().messages(context);
    var place = SectionInDocument.of(site, now.section().id());
    PageShell shell = site.pageShells().around(context, t.of("error.stale-version"));
    site.pages()
        .show(
            context.status(412),
            "conflict",
            new ConflictView(
                shell,
                place.href(),
                place.row(site.rows(), shell),
                HistoryLines.last(t, place.section().history()),
                action,
                state));
  }
}
