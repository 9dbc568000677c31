package no.speil.record;

import no.speil.corpus.SectionId;
import no.speil.corpus.State;

/** "mark": a state given to an exact pair of texts. */
public record MarkEvent(
    EventSignature signature,
    SectionId section,
    State state,
    TextSnapshot original,
    TextSnapshot translation)
    implements StatusEvent {
  /** Whether the state is translated or reviewed: a person vouches for the translation. */
  public boolean vouches() {
    return state.isDone();
  }
}
