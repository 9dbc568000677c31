package no.speil.web.page;

import java.util.List;

/**
 * A report as those see it who may write.
 *
 * @param action where the form goes that says something of it
 */
public record ReportLine(String id, Said said, Quote quote, List<Act> acts, String action) {
  public ReportLine {
    acts = List.copyOf(acts);
  }

  public boolean canBeTakenBack() {
    return acts.stream().anyMatch(act -> act.code().equals("open"));
  }

  /**
   * What was said.
   *
   * @param head who said it and when, in words
   * @param verdict what has come of it, in words
   */
  public record Said(String head, String flaw, String words, String verdict) {}

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
  public record Act(String code, String label, String key) {}
}
