package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * "edit": a text of the translation that was saved through the server.
 *
 * @param original the original that the person saw, which may not be the latest
 */
public record EditEvent(
    EventSignature signature,
    SectionId section,
    TextSnapshot original,
    TextSnapshot before,
    TextSnapshot after)
    implements StatusEvent {
  @Override
  public List<TextSnapshot> texts(Side side) {
    return side == Side.ORIGINAL ? List.of(original) : List.of(before, after);
  }
}
