package no.speil.web.searching;

import io.javalin.http.Context;
import no.speil.corpus.SectionId;
import no.speil.library.ActionRefused;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.answer.Wordings;
import no.speil.web.request.Paths;
import no.speil.web.rows.Reading;
import no.speil.web.rows.Rows;
import no.speil.web.rows.View;
import no.speil.web.view.Messages;
import no.speil.web.view.Shell;
import no.speil.web.view.SimilarView;

/** Sections that say much the same as one, below it. */
public final class SimilarPage {
  private static final int MOST = 20;

  private final Library library;
  private final Rows rows;
  private final Pages pages;
  private final Frame frame;

  public SimilarPage(Library library, Rows rows, Pages pages, Frame frame) {
    this.library = library;
    this.rows = rows;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    SectionId id = Paths.section(context);
    LiveDocument document =
        library
            .document(library.present(id))
            .orElseThrow(() -> new ActionRefused.UnknownSection(id));
    TrackedSection section =
        document.section(id).orElseThrow(() -> new ActionRefused.UnknownSection(id));
    Messages t = frame.messages(context);
    Reading reading = Reading.at(document, id, View.SIDE);
    Shell shell = frame.around(context, t.of("similar.title"));
    pages.show(
        context,
        "similar",
        new SimilarView(
            shell,
            Wordings.title(document, t.lang()),
            reading.row(id),
            rows.of(t, document, reading, section, shell.visitor().writer()),
            library.similar(id, MOST).stream().map(hit -> FoundRows.of(t, hit)).toList()));
  }
}
