package no.speil.web.page;

import java.util.List;

/** A section's history, the latest event first. */
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

  /** A page of the history; the next page has earlier events. */
  public record History(List<Entry> entries, Paging paging) {
    public History {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One event.
   *
   * @param whole address of the page with its full texts; empty if they are not cut
   */
  public record Entry(String what, String at, List<Text> texts, String whole) {}

  /**
   * A text of an event.
   *
   * @param lang {@code no} for an original, {@code en} for a translation; else empty
   * @param open whether it is shown at once
   * @param use address of the page where it can be saved again; empty if it is no translation, or
   *     for users who may not write
   */
  public record Text(String label, String text, String lang, boolean open, String use) {
    /** The same with another text, such as its beginning. */
    public Text with(String other) {
      return new Text(label, other, lang, open, use);
    }
  }
}
