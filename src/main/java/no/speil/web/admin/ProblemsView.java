package no.speil.web.admin;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.ProblemLine;

/**
 * What should be put right in the archive.
 *
 * @param notices what to know of the summary
 */
public record ProblemsView(
    PageShell shell, List<String> notices, String summary, List<Line> problems, Paging paging) {

  /**
   * A problem with what it leads to.
   *
   * @param document page of the document that its file is of; empty where it is of none
   * @param align page where that document's alignment is put right; empty where that is not amiss
   */
  public record Line(ProblemLine problem, String document, String align) {}
}
