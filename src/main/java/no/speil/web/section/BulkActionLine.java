package no.speil.web.section;

import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * What came of an action on several for one section.
 *
 * @param document null if it cannot be read
 */
public record BulkActionLine(@Nullable LiveDocument document, ActionResult result) {
  /** The section's heading or beginning; its id if it cannot be read. */
  public String text(Messages t) {
    return document == null || document.section(result.id()).isEmpty()
        ? result.id().value()
        : TaggedText.part(document, result.id(), t.lang()).text();
  }
}
