package no.speil.web.section;

import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * What came of an action on several for one section.
 *
 * @param text its heading or beginning; its id if it cannot be read
 * @param refusal why it was refused, in words; empty if it was not
 */
public record BulkActionLine(String href, String text, String refusal) {
  /**
   * The result in words.
   *
   * @param document null if it cannot be read
   */
  public static BulkActionLine of(
      Messages t, @Nullable LiveDocument document, ActionResult result) {
    return new BulkActionLine(
        SiteUrls.section(result.id()),
        document == null || document.section(result.id()).isEmpty()
            ? result.id().value()
            : TaggedText.part(document, result.id(), t.lang()).text(),
        result.refused() == null ? "" : RefusalTexts.of(t, result.refused()));
  }
}
