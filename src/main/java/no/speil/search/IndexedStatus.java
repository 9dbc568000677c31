package no.speil.search;

import java.time.Instant;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;

/**
 * The status of a section's translation.
 *
 * @param value its state, or that it is omitted
 * @param isCounted whether it has words to translate, so that progress counts it
 * @param due the work that it needs
 * @param translator who translated this section; empty if unknown
 * @param changed when its texts or its status last changed, according to the record
 */
public record IndexedStatus(
    StateFacet value,
    boolean isCounted,
    Freshness freshness,
    DueTask due,
    String translator,
    Instant changed) {

  public State state() {
    return value.state();
  }

  /** Whether the passage is omitted from the translation on purpose. */
  public boolean isLeftOut() {
    return value == StateFacet.OMITTED;
  }
}
