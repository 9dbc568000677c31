package no.speil.web.view;

import java.util.List;

/** What people have done with a section, the latest first. */
public record HistoryView(
    PageShell shell,
    TaggedText title,
    String href,
    SectionRow row,
    List<ReportLine> reports,
    List<SuggestionLine> suggestions,
    List<Deed> deeds) {
  public HistoryView {
    reports = List.copyOf(reports);
    suggestions = List.copyOf(suggestions);
    deeds = List.copyOf(deeds);
  }

  /** One thing done. */
  public record Deed(String what, String at, List<Text> texts) {}

  /**
   * A text that belongs to it.
   *
   * @param open whether it is the point of the deed, to be seen at once
   */
  public record Text(String label, String text, boolean open) {}
}
