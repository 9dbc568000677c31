package no.speil.web.reading;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.library.Whereabouts;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.answer.See;
import no.speil.web.answer.Wordings;
import no.speil.web.citing.PinnedPage;
import no.speil.web.desk.Suggestions;
import no.speil.web.request.Paths;
import no.speil.web.request.Query;
import no.speil.web.rows.Deeds;
import no.speil.web.rows.Reading;
import no.speil.web.rows.ReportLines;
import no.speil.web.rows.Rows;
import no.speil.web.rows.SectionOnPage;
import no.speil.web.rows.View;
import no.speil.web.view.GoneView;
import no.speil.web.view.HistoryView;
import no.speil.web.view.Messages;
import no.speil.web.view.Shell;
import no.speil.web.view.Wording;

/** A section by its permanent address: where it is, what became of it, what was done with it. */
public final class SectionPage {
  private final Library library;
  private final Rows rows;
  private final PinnedPage pinned;
  private final Pages pages;
  private final Frame frame;

  public SectionPage(Library library, Rows rows, PinnedPage pinned, Pages pages, Frame frame) {
    this.library = library;
    this.rows = rows;
    this.pinned = pinned;
    this.pages = pages;
    this.frame = frame;
  }

  public void find(Context context) {
    SectionId id = Paths.section(context);
    switch (library.locate(id).orElseThrow(() -> new ActionRefused.UnknownSection(id))) {
      case Whereabouts.Present present -> {
        if (context.queryParam(PinnedPage.VERSION) != null) {
          pinned.show(context, document(present.document()), id);
          return;
        }
        View view = View.of(Query.text(context, "view"));
        See.other(context, Reading.at(document(present.document()), id, view).row(id));
      }
      case Whereabouts.Gone gone -> follow(context, gone);
    }
  }

  /** Of a merged section the text is in the other; who asks for what was cited is told so first. */
  private void follow(Context context, Whereabouts.Gone gone) {
    SectionId became = gone.became();
    if (became == null || context.queryParam(PinnedPage.VERSION) != null) {
      tell(context, gone);
      return;
    }
    See.other(context, Addresses.section(became));
  }

  public void history(Context context) {
    var place = SectionOnPage.of(library, Paths.section(context));
    TrackedSection section = place.section();
    Messages t = frame.messages(context);
    Shell shell = frame.around(context, t.of("history.title"));
    pages.show(
        context,
        "history",
        new HistoryView(
            shell,
            place.title(t),
            place.href(),
            place.row(rows, shell),
            shell.visitor().mayWrite()
                ? new ReportLines(t, place.document()).all(section)
                : List.of(),
            Suggestions.open(t, section, Addresses.section(place.id()) + "/history"),
            Deeds.of(t, section.history())));
  }

  private void tell(Context context, Whereabouts.Gone gone) {
    Messages t = frame.messages(context);
    SectionId became = gone.became();
    Wording title =
        library
            .document(gone.document())
            .map(document -> Wordings.title(document, t.lang()))
            .orElse(new Wording("", gone.document().value()));
    pages.show(
        context.status(410),
        "gone",
        new GoneView(
            frame.around(context, t.of("gone.title")),
            title,
            Addresses.document(gone.document()),
            became == null ? "" : Addresses.section(became),
            Deeds.of(t, gone.history())));
  }

  private LiveDocument document(DocumentId id) {
    return library.document(id).orElseThrow(() -> new ActionRefused.UnknownDocument(id));
  }
}
