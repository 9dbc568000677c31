package no.speil.web.page;

import java.util.List;

/**
 * A report as those see it who may write.
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
   * What was said.
   *
   * @param head who said it and when, in words
   * @param verdict what has come of it, in words
   */
  public record Statement(String head, String flaw, String words, String verdict) {}

  /**
   * The words in question.
   *
   * @param side in words
   * @param text empty where none are quoted
   * @param sighting what has become of them, in words
   * @param now what stands there instead; may be empty
   */
  public record Quote(String side, String lang, String text, String sighting, String now) {}

  /** Something that can be said of it, and the key for it. */
  public record Action(String code, String label, String key) {}
}
