package no.speil.web.read;

import java.util.List;
import no.speil.web.page.DocumentLine;
import no.speil.web.page.Meter;
import no.speil.web.page.PageShell;
import no.speil.web.page.TaggedText;

/**
 * The first page.
 *
 * @param notices what to know of all that is told here
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
   * The archive as a whole.
   *
   * @param counts how many documents and sections there are, in words
   * @param problems how many problems keepers should look at, in words; empty where there are none
   */
  public record Totals(String counts, Meter meter, String problems) {}

  /**
   * A table whose counts are also drawn.
   *
   * @param name of what is counted
   */
  public record Chart(String name, List<Bar> bars) {
    public Chart {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One count.
   *
   * @param href of the search for what is counted
   * @param width in percents of the longest
   */
  public record Bar(TaggedText label, String href, String count, double width) {}

  /**
   * Something that somebody did.
   *
   * @param what who did what
   * @param when in the reader's form
   */
  public record Change(String href, TaggedText title, String what, String when) {}
}
