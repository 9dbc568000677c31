package no.speil.web.feed;

import java.util.List;
import no.speil.web.page.DownloadLinks;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.TaggedText;

/**
 * Who did what, day by day, the latest first.
 *
 * @param notices about the archive or the filters
 */
public record ActivityView(
    PageShell shell,
    List<String> notices,
    Filters filters,
    List<Day> days,
    DownloadLinks downloadLinks,
    Paging paging) {
  public ActivityView {
    notices = List.copyOf(notices);
    days = List.copyOf(days);
  }

  /**
   * What the list is narrowed to.
   *
   * @param from a day as forms write it; may be empty
   * @param to a day as forms write it; may be empty
   * @param people names to choose from
   * @param documents to choose from
   */
  public record Filters(
      String person,
      String document,
      String from,
      String to,
      boolean areChosen,
      List<String> people,
      List<Choice> documents) {
    public Filters {
      people = List.copyOf(people);
      documents = List.copyOf(documents);
    }
  }

  /** A document to choose. */
  public record Choice(String id, TaggedText title) {}

  /** What was done on one day. */
  public record Day(String name, List<Line> lines) {
    public Day {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What somebody did in a document on that day.
   *
   * @param by everything that they did; empty for readers
   * @param undo the document whose last rename is among the deeds; else empty
   * @param title of the document
   * @param href of the document
   * @param time from when to when
   */
  public record Line(
      String person,
      String by,
      List<Deed> deeds,
      String undo,
      TaggedText title,
      String href,
      String time) {
    public Line {
      deeds = List.copyOf(deeds);
    }
  }

  /** What was done to so many sections, and where to see it. */
  public record Deed(String words, String href) {}
}
