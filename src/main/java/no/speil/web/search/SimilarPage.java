package no.speil.web.search;

import io.javalin.http.Context;
import no.speil.library.Library;
import no.speil.web.http.PathParams;
import no.speil.web.page.Messages;
import no.speil.web.page.PageRenderer;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageShells;
import no.speil.web.page.SectionInDocument;
import no.speil.web.page.SectionRows;

/** Sections that say much the same as one, below it. */
public final class SimilarPage {
  private static final int MOST = 20;

  private final Library library;
  private final SectionRows rows;
  private final PageRenderer pages;
  private final PageShells pageShells;

  public SimilarPage(Library library, SectionRows rows, PageRenderer pages, PageShells pageShells) {
    this.library = library;
    this.rows = rows;
    this.pages = pages;
    this.pageShells = pageShells;
  }

  public void show(Context context) {
    var section = SectionInDocument.of(library, PathParams.section(context));
    Messages t = pageShells.messages(context);
    PageShell shell = pageShells.around(context, t.of("similar.title"));
    pages.show(
        context,
        "similar",
        new SimilarView(
            shell,
            section.title(t),
            section.href(),
            section.row(rows, shell),
            library.search().similar(section.id(), MOST).stream()
                .map(new HitRows(t)::of)
                .toList()));
  }
}
