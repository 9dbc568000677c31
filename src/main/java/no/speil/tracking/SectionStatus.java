package no.speil.tracking;

import no.speil.corpus.Freshness;
import no.speil.corpus.State;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a section: what people have done with it, and whether it still holds.
 *
 * @param change of the original since the text was vouched for or saved; null where there is none
 */
public record SectionStatus(
    State state,
    Freshness freshness,
    @Nullable Change change,
    StateReason reason,
    Attribution attribution) {

  /** Whether the passage is left out of the translation on purpose, and so done. */
  public boolean isLeftOut() {
    return reason instanceof StateReason.LeftOut;
  }
}
