package no.speil.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused;
import no.speil.library.ActionRefused.StaleVersion;
import no.speil.library.ActionRefused.TextRefused;
import no.speil.library.Actor;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.Merge;
import no.speil.tracking.Suggest;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Frame;
import no.speil.web.answer.See;
import no.speil.web.desk.QueuePlaces.Place;
import no.speil.web.request.Form;
import no.speil.web.request.Paths;
import no.speil.web.request.WrongRequest;
import no.speil.web.rows.Reading;
import no.speil.web.rows.View;
import no.speil.web.view.EditView.Clash;
import no.speil.web.view.Messages;
import no.speil.web.visitor.Writers;

/** What is done with the text in the box; whatever is refused stays in the box. */
public final class EditForm {
  private final Library library;
  private final QueuePlaces places;
  private final Writers writers;
  private final EditPage page;
  private final Frame frame;

  public EditForm(Library library, Writers writers, EditPage page, Frame frame) {
    this.library = library;
    this.places = new QueuePlaces(library);
    this.writers = writers;
    this.page = page;
    this.frame = frame;
  }

  public void post(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    Form form = Form.of(context);
    Draft draft = Draft.of(form);
    switch (form.get("do")) {
      case "preview" -> page.show(context, library.section(id), draft, true, Clash.NONE);
      case "insert" -> {
        TrackedSection section = library.section(id);
        page.show(context, section, EditPage.inserted(section, draft), Clash.NONE);
      }
      case "suggest" -> suggest(context, id, draft, actor);
      default -> save(context, id, draft, form.get("do"), actor);
    }
  }

  private void suggest(Context context, SectionId id, Draft draft, Actor actor) {
    if (draft.text().isBlank()) {
      throw new WrongRequest.BadRequest("The suggestion is empty.");
    }
    library.suggest(id, draft.text(), actor);
    Saved.say(context, id);
    See.other(context, EditPage.href(id, draft.next()) + "#suggestions");
  }

  private void save(Context context, SectionId id, Draft draft, String how, Actor actor) {
    String onward =
        how.equals("save")
            ? draft.next()
            : places
                .of(draft.next(), id)
                .map(Place::next)
                .filter(it -> !it.isEmpty())
                .orElse(draft.next());
    try {
      TrackedSection saved = library.edit(id, draft.text(), draft.seen(), actor);
      dismissKept(saved, draft, actor);
      Saved.say(context, id);
      See.other(context, after(saved, draft, onward, how, actor));
    } catch (StaleVersion e) {
      showClash(context, e.now(), draft, actor);
    } catch (TextRefused e) {
      var clash = new Clash(frame.messages(context).of("edit.clash.refused"), "", "", "");
      page.show(context.status(409), library.section(id), draft, clash);
    }
  }

  private String after(TrackedSection saved, Draft draft, String onward, String how, Actor actor) {
    SectionId id = saved.section().id();
    boolean mark = how.equals("mark") && !draft.text().isBlank();
    if (mark && !marked(saved, draft, actor)) {
      return EditPage.href(id, draft.next());
    }
    if (!onward.isEmpty()) {
      return onward;
    }
    LiveDocument document =
        library
            .document(library.present(id))
            .orElseThrow(() -> new ActionRefused.UnknownSection(id));
    String next = how.equals("save") ? "" : EditPage.neighbour(document, id, 1);
    return next.isEmpty() ? Reading.at(document, id, View.SIDE).row(id) : next;
  }

  /** Nobody vouches for an original that has changed while they wrote. */
  private boolean marked(TrackedSection saved, Draft draft, Actor actor) {
    if (!saved.version().original().equals(draft.seen().original())) {
      return false;
    }
    try {
      library.mark(saved.section().id(), State.TRANSLATED, saved.version(), actor);
      return true;
    } catch (StaleVersion e) {
      return false; // the text is saved; what it now stands beside is shown next
    }
  }

  /** The words are saved after all, so what was kept of them in the meantime is no suggestion. */
  private void dismissKept(TrackedSection saved, Draft draft, Actor actor) {
    conflicts(saved, actor).stream()
        .map(Suggest::id)
        .filter(draft.kept()::contains)
        .distinct()
        .forEach(kept -> library.dismiss(saved.section().id(), kept, actor));
  }

  private void showClash(Context context, TrackedSection now, Draft draft, Actor actor) {
    Messages t = frame.messages(context);
    String theirs = EditPage.text(now);
    String base = Objects.requireNonNullElse(Conflict.text(now, draft.seen().translation()), "");
    String merged = base.isEmpty() ? "" : Merge.of(base, theirs, draft.text()).orElse("");
    var clash =
        new Clash(t.of("edit.clash.changed"), theirs, base, merged.isEmpty() ? "" : draft.text());
    var kept = new ArrayList<>(draft.kept());
    List<Suggest> mine = conflicts(library.section(now.section().id()), actor);
    mine.stream()
        .filter(each -> each.text().equals(draft.text()))
        .map(Suggest::id)
        .filter(id -> !kept.contains(id))
        .forEach(kept::add);
    String offered = merged.isEmpty() ? draft.text() : merged;
    page.show(
        context.status(412), now, new Draft(offered, now.version(), draft.next(), kept), clash);
  }

  private static List<Suggest> conflicts(TrackedSection section, Actor actor) {
    return section.openSuggestions().stream()
        .filter(each -> each.reason().equals("conflict"))
        .filter(each -> each.signature().by().equals(actor.name()))
        .toList();
  }
}
