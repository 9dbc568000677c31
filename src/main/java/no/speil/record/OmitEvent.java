package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * "omit": a passage of the original is left out of the translation on purpose, or no longer.
 *
 * @param omitted false if an earlier omission is taken back
 * @param original the passage at that time
 */
public record OmitEvent(
    EventSignature signature, SectionId section, boolean omitted, TextSnapshot original)
    implements StatusEvent {
  @Override
  public TextSnapshot translation() {
    return TextSnapshot.of(List.of());
  }

  @Override
  public List<TextSnapshot> texts(Side side) {
    return side == Side.ORIGINAL ? List.of(original) : List.of();
  }
}
