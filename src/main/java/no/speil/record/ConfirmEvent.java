package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;

/**
 * "confirm": an exact pair of texts still says the same. The state stays. Without an original, a
 * translation is kept all the same.
 */
public record ConfirmEvent(
    EventSignature signature, SectionId section, TextSnapshot original, TextSnapshot translation)
    implements StatusEvent {
  /** Whether the last confirmation in a history keeps that translation without an original. */
  public static boolean keeps(List<Event> history, TextHash translation) {
    return Event.last(history, ConfirmEvent.class, any -> true)
        .filter(ConfirmEvent::isWithoutOriginal)
        .filter(confirm -> confirm.translation.hash().equals(translation))
        .isPresent();
  }

  /** Whether there was no original. */
  public boolean isWithoutOriginal() {
    return original.isEmpty();
  }
}
