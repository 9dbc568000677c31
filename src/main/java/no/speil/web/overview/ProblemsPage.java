package no.speil.web.overview;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.Problem;
import no.speil.library.Library;
import no.speil.library.Readiness;
import no.speil.web.page.NoticeTexts;
import no.speil.web.page.PageNumber;
import no.speil.web.page.PageRenderer;
import no.speil.web.page.PageShells;
import no.speil.web.view.Messages;
import no.speil.web.view.ProblemLine;
import no.speil.web.view.ProblemsView;

/** What a keeper should put right. */
public final class ProblemsPage {
  private static final int SIZE = 200;

  private final Library library;
  private final PageRenderer pages;
  private final PageShells pageShells;

  public ProblemsPage(Library library, PageRenderer pages, PageShells pageShells) {
    this.library = library;
    this.pages = pages;
    this.pageShells = pageShells;
  }

  public void show(Context context) {
    Messages t = pageShells.messages(context);
    Readiness readiness = library.readiness();
    List<Problem> problems = library.problems();
    PageNumber pageNumber = PageNumber.of(context, problems.size(), SIZE);
    int from = (int) pageNumber.from();
    pages.show(
        context,
        "problems",
        new ProblemsView(
            pageShells.around(context, t.of("problems.title")),
            NoticeTexts.ofCounts(t, readiness),
            problems.isEmpty() ? t.of("problems.none") : t.of("problems.some", problems.size()),
            ProblemLine.all(t, problems.subList(from, Math.min(problems.size(), from + SIZE))),
            pageNumber.paging(t, "/problems")));
  }
}
