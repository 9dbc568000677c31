package no.speil.web.admin;

import java.util.List;
import no.speil.web.page.DocumentLine;
import no.speil.web.page.Meter;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;

/**
 * How far the archive is, by folder and document.
 *
 * @param notices what to know of the counts
 */
public record ProgressView(
    PageShell shell,
    List<String> notices,
    String counts,
    Meter whole,
    List<Line> folders,
    List<DocumentLine> documents,
    Paging paging) {

  /**
   * How far a folder is.
   *
   * @param href its documents
   */
  public record Line(String name, String href, String documents, Meter meter) {}
}
