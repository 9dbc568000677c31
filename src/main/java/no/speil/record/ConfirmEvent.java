package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/** "confirm": an exact pair of texts still says the same. The state stays. */
public record ConfirmEvent(
    EventSignature signature, SectionId section, TextSnapshot original, TextSnapshot translation)
    implements StatusEvent {
  @Override
  public List<TextSnapshot> texts(Side side) {
    return List.of(side == Side.ORIGINAL ? original : translation);
  }
}
