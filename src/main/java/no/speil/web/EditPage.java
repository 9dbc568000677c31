package no.speil.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused;
import no.speil.library.ActionRefused.StaleVersion;
import no.speil.library.ActionRefused.TextRefused;
import no.speil.library.Actor;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.markdown.MarkdownRenderer;
import no.speil.tracking.Snapshot;
import no.speil.tracking.TrackedSection;
import no.speil.tracking.Version;
import no.speil.web.view.EditView;
import no.speil.web.view.EditView.Clash;
import no.speil.web.view.Messages;

/** Where a section's translation is written; whatever is refused stays in the box. */
final class EditPage {
  private final Library library;
  private final MarkdownRenderer renderer;
  private final Writers writers;
  private final Rows rows;
  private final Pages pages;
  private final Frame frame;

  EditPage(
      Library library,
      MarkdownRenderer renderer,
      Writers writers,
      Rows rows,
      Pages pages,
      Frame frame) {
    this.library = library;
    this.renderer = renderer;
    this.writers = writers;
    this.rows = rows;
    this.pages = pages;
    this.frame = frame;
  }

  /** Leads to the first section of a document that needs work. */
  void begin(Context context) {
    writers.actor(context, "web");
    LiveDocument document = document(Paths.document(context));
    TrackedSection first =
        document.sections().stream()
            .filter(EditPage::needsWork)
            .findFirst()
            .orElse(document.sections().getFirst());
    See.other(context, href(first.section().id()));
  }

  void show(Context context) {
    writers.actor(context, "web");
    TrackedSection section = library.section(Paths.section(context));
    show(context, section, text(section), "", section.version(), Clash.NONE);
  }

  void save(Context context) throws IOException {
    Actor actor = writers.actor(context, "web");
    SectionId id = Paths.section(context);
    Form form = Form.of(context);
    if (!form.has("markdown")) {
      throw new WrongRequest.BadRequest("The form has no text.");
    }
    String typed = form.get("markdown");
    Version seen = IfMatch.of(form);
    if (form.get("do").equals("preview")) {
      preview(context, id, typed, seen);
      return;
    }
    try {
      TrackedSection saved = library.edit(id, typed, seen, actor);
      See.other(context, after(saved, form.get("do").equals("next")));
    } catch (StaleVersion e) {
      var clash = clash(frame.messages(context), e.now(), seen);
      show(context.status(412), e.now(), typed, "", e.now().version(), clash);
    } catch (TextRefused e) {
      var clash = new Clash(frame.messages(context).of("edit.clash.refused"), "", "");
      show(context.status(409), library.section(id), typed, "", seen, clash);
    }
  }

  static String href(SectionId id) {
    return "/s/" + id + "/edit";
  }

  private void preview(Context context, SectionId id, String typed, Version seen) {
    TrackedSection section = library.section(id);
    var links = new PathLinks(library, library.present(id), "translations");
    show(context, section, typed, renderer.renderFragment(typed, links), seen, Clash.NONE);
  }

  private String after(TrackedSection saved, boolean goOn) {
    SectionId id = saved.section().id();
    LiveDocument document = document(library.present(id));
    String next = goOn ? neighbour(document, id, 1) : "";
    return next.isEmpty() ? Reading.at(document, id, View.SIDE).row(id) : next;
  }

  private void show(
      Context context,
      TrackedSection section,
      String typed,
      String preview,
      Version seen,
      Clash clash) {
    Messages t = frame.messages(context);
    SectionId id = section.section().id();
    LiveDocument document = document(library.present(id));
    Reading reading = Reading.at(document, id, View.SIDE);
    pages.show(
        context,
        "edit",
        new EditView(
            frame.around(context, t.of("edit.title")),
            new EditView.Place(
                id.value(),
                Wordings.title(document, t.lang()),
                reading.row(id),
                neighbour(document, id, -1),
                neighbour(document, id, 1),
                section.section().isTitle()),
            rows.of(t, document, reading, section, false).original(),
            typed,
            preview,
            seen.toString(),
            clash));
  }

  private static Clash clash(Messages t, TrackedSection now, Version seen) {
    String base = Conflict.text(now, seen.translation());
    return new Clash(t.of("edit.clash.changed"), text(now), Objects.requireNonNullElse(base, ""));
  }

  private static String text(TrackedSection section) {
    return Objects.requireNonNullElse(Snapshot.of(section.section().translation()).text(), "");
  }

  private static boolean needsWork(TrackedSection section) {
    return section.standing().state().compareTo(State.TRANSLATED) < 0
        || section.standing().freshness() == Freshness.STALE;
  }

  private static String neighbour(LiveDocument document, SectionId id, int step) {
    List<SectionId> ids = document.sections().stream().map(each -> each.section().id()).toList();
    int position = ids.indexOf(id) + step;
    return position < 0 || position >= ids.size() ? "" : href(ids.get(position));
  }

  private LiveDocument document(DocumentId id) {
    return library.document(id).orElseThrow(() -> new ActionRefused.UnknownDocument(id));
  }
}
