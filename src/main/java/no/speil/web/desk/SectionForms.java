package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused;
import no.speil.library.ActionRefused.StaleVersion;
import no.speil.library.Actor;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.answer.See;
import no.speil.web.request.Form;
import no.speil.web.request.IfMatch;
import no.speil.web.request.Paths;
import no.speil.web.request.States;
import no.speil.web.request.WrongRequest;
import no.speil.web.rows.Deeds;
import no.speil.web.rows.Reading;
import no.speil.web.rows.Rows;
import no.speil.web.rows.SectionOnPage;
import no.speil.web.rows.View;
import no.speil.web.view.ConflictView;
import no.speil.web.view.Messages;
import no.speil.web.view.Shell;
import no.speil.web.visitor.Writers;

/** What people do with a section on its page: each form leads back to the section's row. */
public final class SectionForms {
  private final Library library;
  private final Writers writers;
  private final Rows rows;
  private final Pages pages;
  private final Frame frame;

  public SectionForms(Library library, Writers writers, Rows rows, Pages pages, Frame frame) {
    this.library = library;
    this.writers = writers;
    this.rows = rows;
    this.pages = pages;
    this.frame = frame;
  }

  public void mark(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    Form form = Form.of(context);
    State state = States.parse(form.get("state"));
    try {
      library.mark(id, state, IfMatch.of(form), actor);
      back(context, id, form);
    } catch (StaleVersion e) {
      showNow(context, e.now(), "/s/" + id + "/state", state.code());
    }
  }

  public void confirm(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    Form form = Form.of(context);
    try {
      library.confirm(id, IfMatch.of(form), actor);
      back(context, id, form);
    } catch (StaleVersion e) {
      showNow(context, e.now(), "/s/" + id + "/confirm", "");
    }
  }

  public void omit(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    Form form = Form.of(context);
    boolean omitted = form.get("omitted").equals("true");
    try {
      library.omit(id, omitted, IfMatch.of(form), actor);
      back(context, id, form);
    } catch (StaleVersion e) {
      showNow(context, e.now(), "", "");
    }
  }

  public void comment(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    Form form = Form.of(context);
    String text = form.get("text").strip();
    if (text.isEmpty()) {
      throw new WrongRequest.BadRequest("The comment is empty.");
    }
    library.comment(id, text, actor);
    back(context, id, form);
  }

  private void back(Context context, SectionId id, Form form) {
    String next = See.onward(form.get("next"));
    if (!next.isEmpty()) {
      See.other(context, next);
      return;
    }
    LiveDocument document = document(library.present(id));
    See.other(context, Reading.at(document, id, View.of(form.get("view"))).row(id));
  }

  private void showNow(Context context, TrackedSection now, String action, String state) {
    Messages t = frame.messages(context);
    var place = SectionOnPage.of(library, now.section().id());
    Shell shell = frame.around(context, t.of("error.stale-version"));
    pages.show(
        context.status(412),
        "conflict",
        new ConflictView(
            shell,
            place.href(),
            place.row(rows, shell),
            Deeds.last(t, place.section().history()),
            action,
            state));
  }

  private LiveDocument document(DocumentId id) {
    return library.document(id).orElseThrow(() -> new ActionRefused.UnknownDocument(id));
  }
}
