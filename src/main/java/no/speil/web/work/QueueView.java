package no.speil.web.work;

import java.util.List;
import no.speil.web.page.CommentLine;
import no.speil.web.page.DownloadLinks;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.ReportLine;
import no.speil.web.page.SectionRow;
import no.speil.web.page.SuggestionLine;
import no.speil.web.page.TaggedText;

/**
 * The queue.
 *
 * @param summary number of sections, in words
 * @param settled the report that the user has just settled, if any
 * @param notices about how the query was read
 */
public record QueueView(
    PageShell shell,
    String summary,
    List<String> notices,
    Filters filters,
    List<ReportLine> settled,
    List<Item> items,
    DownloadLinks downloadLinks,
    Paging paging) {
  public QueueView {
    notices = List.copyOf(notices);
    settled = List.copyOf(settled);
    items = List.copyOf(items);
  }

  /**
   * Filters of the queue.
   *
   * @param task code of the kind that is shown; empty for all
   * @param claimed by whom; empty for everything
   */
  public record Filters(
      String query, String translator, String task, String claimed, List<Kind> kinds) {
    public boolean areChosen() {
      return !query.isEmpty() || !translator.isEmpty() || !task.isEmpty() || !claimed.isEmpty();
    }
  }

  /** A kind of work, and how much of it there is. */
  public record Kind(String label, String count, String href, boolean chosen) {}

  /**
   * A row of the queue.
   *
   * @param title of its document
   * @param heading that it stands under; may be empty
   * @param href its row in its document
   * @param task what is to be done, in words
   * @param edit address of the page where it is edited
   * @param next where to go on when it is done
   * @param suggestions open ones
   * @param comments open ones
   * @param claims who is at the parts that it is in, in words
   */
  public record Item(
      SectionRow row,
      TaggedText title,
      TaggedText heading,
      String href,
      String task,
      String edit,
      String next,
      List<SuggestionLine> suggestions,
      List<CommentLine> comments,
      List<String> claims) {
    public Item {
      suggestions = List.copyOf(suggestions);
      comments = List.copyOf(comments);
      claims = List.copyOf(claims);
    }
  }
}
