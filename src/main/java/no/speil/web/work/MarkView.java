package no.speil.web.work;

import java.util.List;
import no.speil.web.page.PageShell;
import no.speil.web.page.TaggedText;

/**
 * Sections to be marked at once.
 *
 * @param part heading of the part, or the document's title
 * @param mayReview whether the person may review any of them
 * @param counts how many there are of each state, in words
 * @param sections ids and versions, as the form sends them back
 * @param refused what was not marked and why, after trying
 */
public record MarkView(
    PageShell shell,
    TaggedText part,
    String href,
    String action,
    boolean mayReview,
    List<String> counts,
    String sections,
    List<Refused> refused) {

  /** A section that was not marked. */
  public record Refused(String href, String text, String why) {}
}
