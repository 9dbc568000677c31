package no.speil.web.read;

import java.util.List;
import no.speil.web.page.DocumentLine;
import no.speil.web.page.Meter;
import no.speil.web.page.PageShell;
import no.speil.web.page.TaggedText;

/**
 * The home page.
 *
 * @param notices about the counts, e.g. that indexing goes on
 */
public record HomeView(
    PageShell shell,
    List<String> notices,
    Totals totals,
    List<Chart> charts,
    List<DocumentLine> added,
    List<Change> changes) {
  public HomeView {
    notices = List.copyOf(notices);
    charts = List.copyOf(charts);
    added = List.copyOf(added);
    changes = List.copyOf(changes);
  }

  /**
   * Totals of the archive.
   *
   * @param counts of documents and sections, in words
   * @param problems number of problems, in words; may be empty
   */
  public record Totals(String counts, Meter meter, String problems) {}

  /**
   * A bar chart.
   *
   * @param name of what is counted
   */
  public record Chart(String name, List<Bar> bars) {
    public Chart {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A bar.
   *
   * @param href of the search for what is counted
   * @param width in percent of the longest bar
   */
  public record Bar(TaggedText label, String href, String count, double width) {}

  /**
   * An event.
   *
   * @param what in words
   * @param when in words
   */
  public record Change(String href, TaggedText title, String what, String when) {}
}
