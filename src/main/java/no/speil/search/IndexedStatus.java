package no.speil.search;

import java.time.Instant;
import no.speil.corpus.Freshness;
import no.speil.corpus.State;

/**
 * How far the translation of a section can be trusted.
 *
 * @param value its state, and whether it is left out on purpose
 * @param due what is to be done with it
 * @param translator who wrote it, where that is known of this section; may be empty
 * @param changed when its texts changed or something was done with it, as far as the record tells
 */
public record IndexedStatus(
    StateFacet value, Freshness freshness, DueTask due, String translator, Instant changed) {

  /** Of a section that is not left out. */
  public IndexedStatus(
      State state, Freshness freshness, DueTask due, String translator, Instant changed) {
    this(StateFacet.of(state, false), freshness, due, translator, changed);
  }

  public State state() {
    return value.state();
  }

  /** Whether the passage is left out of the translation on purpose, and so done. */
  public boolean isLeftOut() {
    return value == StateFacet.OMITTED;
  }
}
