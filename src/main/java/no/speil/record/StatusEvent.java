package no.speil.record;

import java.util.List;
import no.speil.corpus.Side;

/** An event that decides a section's status: its state, and whether it is stale or left out. */
public sealed interface StatusEvent extends SectionEvent
    permits MarkEvent, ConfirmEvent, EditEvent, OmitEvent {
  /** The original that it was done for. */
  TextSnapshot original();

  /** The translation that the section had after it. */
  TextSnapshot translation();

  @Override
  default List<TextSnapshot> texts(Side side) {
    return List.of(side == Side.ORIGINAL ? original() : translation());
  }
}
