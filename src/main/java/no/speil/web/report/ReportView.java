package no.speil.web.report;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.SectionRow;
import no.speil.web.page.TaggedText;

/**
 * The form by which a reader reports an error.
 *
 * @param why the last report was refused; empty where none was
 * @param sent whether one has just been taken
 */
public record ReportView(
    PageShell shell, Place place, SectionRow row, Fields fields, String why, boolean sent) {

  /** The section's document, and the section's place in it. */
  public record Place(TaggedText title, String href) {}

  /**
   * What the fields hold.
   *
   * @param flaws codes of what can be wrong
   * @param flaw the one chosen
   */
  public record Fields(
      List<String> flaws, String flaw, String words, Quote quote, String name, String version) {
    public Fields {
      flaws = List.copyOf(flaws);
    }
  }

  /** The words in question. */
  public record Quote(String side, String exact, String prefix, String suffix) {}
}
