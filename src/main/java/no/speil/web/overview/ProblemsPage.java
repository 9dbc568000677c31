package no.speil.web.overview;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.Problem;
import no.speil.library.Library;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Numbered;
import no.speil.web.answer.Pages;
import no.speil.web.view.Messages;
import no.speil.web.view.ProblemLine;
import no.speil.web.view.ProblemsView;

/** What a keeper should put right. */
public final class ProblemsPage {
  private static final int SIZE = 200;

  private final Library library;
  private final Pages pages;
  private final Frame frame;

  public ProblemsPage(Library library, Pages pages, Frame frame) {
    this.library = library;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    Messages t = frame.messages(context);
    List<Problem> problems = library.problems();
    Numbered numbered = Numbered.of(context, problems.size(), SIZE);
    int from = (int) numbered.from();
    pages.show(
        context,
        "problems",
        new ProblemsView(
            frame.around(context, t.of("problems.title")),
            problems.isEmpty() ? t.of("problems.none") : t.of("problems.some", problems.size()),
            ProblemLine.all(t, problems.subList(from, Math.min(problems.size(), from + SIZE))),
            numbered.paging(t, "/problems")));
  }
}
