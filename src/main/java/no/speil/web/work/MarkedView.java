package no.speil.web.work;

import java.util.List;
import no.speil.web.page.PageShell;

/**
 * What came of marking several sections.
 *
 * @param summary how many were marked as what, in words
 * @param back where the person came from
 */
public record MarkedView(
    PageShell shell,
    String summary,
    List<Line> marked,
    List<MarkView.Refused> refused,
    String back) {
  public MarkedView {
    marked = List.copyOf(marked);
    refused = List.copyOf(refused);
  }

  /** A section that was marked. */
  public record Line(String href, String text) {}
}
