package no.speil.record;

import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;

/**
 * "revise": somebody has changed an original by a commit of git, which the signature names. Layouts
 * tell that it has changed, and {@link WordingEvent}s what it said before.
 *
 * @param original what it has become, without its text
 */
public record ReviseEvent(EventSignature signature, SectionId section, TextSnapshot original)
    implements SectionEvent {
  @Override
  public List<TextSnapshot> texts(Side side) {
    return side == Side.ORIGINAL ? List.of(original) : List.of();
  }
}
