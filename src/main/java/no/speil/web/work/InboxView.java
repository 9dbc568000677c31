package no.speil.web.work;

import java.util.List;
import no.speil.web.page.CommentLine;
import no.speil.web.page.PageShell;
import no.speil.web.page.ReportLine;
import no.speil.web.page.SectionNote;
import no.speil.web.page.SuggestionLine;
import no.speil.web.page.TaggedText;

/**
 * What waits for somebody.
 *
 * @param summary how much, in words
 * @param news what others did lately, the latest first
 */
public record InboxView(PageShell shell, String summary, List<Group> groups, News news) {
  public InboxView {
    groups = List.copyOf(groups);
  }

  /**
   * What waits for one reason.
   *
   * @param more address of all of it; empty if all is shown
   */
  public record Group(String id, String title, String count, List<Item> items, String more) {
    public Group {
      items = List.copyOf(items);
    }
  }

  /**
   * A section that waits.
   *
   * @param href its row in its document
   * @param version that the forms send back
   * @param change of its original; none unless it waits for that
   */
  public record Item(
      String id,
      TaggedText title,
      String href,
      String version,
      SectionNote.Change change,
      Answers answers) {}

  /** What others have said that waits for an answer. */
  public record Answers(
      List<SuggestionLine> suggestions, List<CommentLine> comments, List<ReportLine> reports) {
    public Answers {
      suggestions = List.copyOf(suggestions);
      comments = List.copyOf(comments);
      reports = List.copyOf(reports);
    }
  }

  /**
   * What others did.
   *
   * @param title since when
   */
  public record News(String title, List<Line> lines) {
    public News {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What somebody did.
   *
   * @param times how often, in words; empty for once
   * @param at when they did it last
   */
  public record Line(String what, TaggedText title, String href, String times, String at) {}
}
