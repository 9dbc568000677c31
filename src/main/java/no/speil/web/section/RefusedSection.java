package no.speil.web.section;

import no.speil.library.actions.ActionRunner.ActionResult;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.web.page.SiteUrls;

/**
 * A section for which an action on several was refused.
 *
 * @param text its heading or beginning; its id if it is gone
 * @param why in words
 */
public record RefusedSection(String href, String text, String why) {
  public static RefusedSection of(Messages t, LiveDocument document, ActionResult result) {
    return of(t, DocumentPart.name(t, document, result.id()).text(), result);
  }

  /** One whose document cannot be read. */
  public static RefusedSection unread(Messages t, ActionResult result) {
    return of(t, result.id().value(), result);
  }

  private static RefusedSection of(Messages t, String text, ActionResult result) {
    return new RefusedSection(
        SiteUrls.section(result.id()), text, RefusalTexts.of(t, result.refused()));
  }
}
