package no.speil.web.page;

import java.util.List;

/** What people have done with a section, the latest first. */
public record HistoryView(
    PageShell shell,
    TaggedText title,
    String href,
    SectionRow row,
    List<ReportLine> reports,
    List<SuggestionLine> suggestions,
    History history) {
  public HistoryView {
    reports = List.copyOf(reports);
    suggestions = List.copyOf(suggestions);
  }

  /** A stretch of what was done, the latest first; the next page is of what was done earlier. */
  public record History(List<Entry> entries, Paging paging) {
    public History {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One thing done.
   *
   * @param whole address of the page where its texts are whole; empty where they are here
   */
  public record Entry(String what, String at, List<Text> texts, String whole) {}

  /**
   * A text that belongs to it.
   *
   * @param open whether it is the point of the deed, to be seen at once
   */
  public record Text(String label, String text, boolean open) {
    /** The same with the beginning of its text. */
    public Text cut(String beginning) {
      return new Text(label, beginning, open);
    }
  }
}
