package no.speil.web.page;

import java.util.List;

/**
 * A report as shown to users who may write.
 *
 * @param href address that the form posts to
 */
public record ReportLine(
    String id, Statement statement, Quote quote, List<Action> actions, String href) {
  public ReportLine {
    actions = List.copyOf(actions);
  }

  public boolean canBeTakenBack() {
    return actions.stream().anyMatch(action -> action.code().equals("open"));
  }

  /**
   * The report's text.
   *
   * @param head who wrote it and when, in words
   * @param verdict in words
   */
  public record Statement(String head, String flaw, String words, String verdict) {}

  /**
   * The quoted words.
   *
   * @param side in words
   * @param text may be empty
   * @param sighting where they are today, in words
   * @param now text that replaces them; may be empty
   */
  public record Quote(String side, String lang, String text, String sighting, String now) {}

  /** A button that settles it, and its keyboard shortcut. */
  public record Action(String code, String label, String key) {}
}
