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
  /** How the way in begins of a text that was taken along to or from another document. */
  public static final String MOVE = "move:";

  /** Whether the text was taken along to or from another document, and nobody wrote it. */
  public boolean isMove() {
    return signature.via().startsWith(MOVE);
  }

  /** The other document of a move. */
  public String other() {
    return signature.via().substring(MOVE.length());
  }

  @Override
  public TextSnapshot translation() {
    return after;
  }

  @Override
  public List<TextSnapshot> texts(Side side) {
    return side == Side.ORIGINAL ? List.of(original) : List.of(before, after);
  }
}
