package no.speil.web.view;

import java.util.List;

/**
 * A document to be read.
 *
 * @param view {@code side}, {@code lines}, {@code no} or {@code en}
 */
public record DocumentView(
    Shell shell,
    String view,
    Head head,
    List<Choice> views,
    List<Entry> outline,
    List<Row> rows,
    Paging paging) {
  public DocumentView {
    views = List.copyOf(views);
    outline = List.copyOf(outline);
    rows = List.copyOf(rows);
  }

  public boolean showsOriginal() {
    return !view.equals("en");
  }

  public boolean showsTranslation() {
    return !view.equals("no");
  }

  /**
   * What is known of the document as a whole.
   *
   * @param trust one sentence on how far the translation can be trusted
   * @param source where the original is held, if it is not here
   * @param markHref where the whole document can be marked; empty where one may not write
   * @param alignHref where it is seen how the two texts belong together
   * @param feed address of what is done in it, as a feed
   */
  public record Head(
      Meter meter,
      String trust,
      Source source,
      List<Fact> facts,
      List<String> problems,
      String markHref,
      String alignHref,
      String feed) {}

  /** Where an original is held; no address where it is here. */
  public record Source(String href, String words) {
    public boolean isEmpty() {
      return href.isEmpty();
    }
  }

  /**
   * One line about the document.
   *
   * @param href where it leads; empty where nowhere
   */
  public record Fact(String name, Wording value, String href) {}

  /** A heading in the outline. */
  public record Entry(int level, Wording text, String href) {}
}
