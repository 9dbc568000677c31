package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused.StaleVersion;
import no.speil.library.Actor;
import no.speil.library.Library;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Frame;
import no.speil.web.answer.See;
import no.speil.web.request.Form;
import no.speil.web.request.IfMatch;
import no.speil.web.request.Paths;
import no.speil.web.request.WrongRequest;
import no.speil.web.view.EditView.Clash;
import no.speil.web.visitor.Writers;

/** Accepts suggestions and puts them aside. */
public final class SuggestionForms {
  private final Library library;
  private final Writers writers;
  private final EditPage page;
  private final Frame frame;

  public SuggestionForms(Library library, Writers writers, EditPage page, Frame frame) {
    this.library = library;
    this.writers = writers;
    this.page = page;
    this.frame = frame;
  }

  public void resolve(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    String suggestion = context.pathParam("suggestion");
    Form form = Form.of(context);
    String next = See.onward(form.get("next"));
    try {
      switch (form.get("do")) {
        case "accept" -> library.accept(id, suggestion, IfMatch.of(form), actor);
        case "dismiss" -> library.dismiss(id, suggestion, actor);
        default -> throw new WrongRequest.BadRequest("“do” is accept or dismiss.");
      }
      See.other(context, next.isEmpty() ? EditPage.href(id) : next);
    } catch (StaleVersion e) {
      compareAgain(context, e.now());
    }
  }

  private void compareAgain(Context context, TrackedSection now) {
    String words = frame.messages(context).of("edit.clash.suggestion");
    var draft = new Draft(EditPage.text(now), now.version(), "", List.of());
    page.show(context.status(412), now, draft, new Clash(words, "", "", ""));
  }
}
