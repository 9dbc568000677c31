package no.speil.web.searching;

import io.javalin.http.Context;
import no.speil.library.Library;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.request.Paths;
import no.speil.web.rows.Rows;
import no.speil.web.rows.SectionOnPage;
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
    var section = SectionOnPage.of(library, Paths.section(context));
    Messages t = frame.messages(context);
    Shell shell = frame.around(context, t.of("similar.title"));
    pages.show(
        context,
        "similar",
        new SimilarView(
            shell,
            section.title(t),
            section.href(),
            section.row(rows, shell),
            library.similar(section.id(), MOST).stream().map(new FoundRows(t)::of).toList()));
  }
}
