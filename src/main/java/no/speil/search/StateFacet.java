package no.speil.search;

import no.speil.corpus.Coded;
import no.speil.corpus.State;

/**
 * The values of the state facet: the four states, and {@code omitted}, which is separate from
 * {@code untranslated} so that searches for remaining work skip it.
 */
public enum StateFacet implements Coded {
  UNTRANSLATED(State.UNTRANSLATED),
  OMITTED(State.UNTRANSLATED),
  DRAFT(State.DRAFT),
  TRANSLATED(State.TRANSLATED),
  REVIEWED(State.REVIEWED);

  private final State state;

  StateFacet(State state) {
    this.state = state;
  }

  public static StateFacet of(State state, boolean leftOut) {
    return switch (state) {
      case UNTRANSLATED -> leftOut ? OMITTED : UNTRANSLATED;
      case DRAFT -> DRAFT;
      case TRANSLATED -> TRANSLATED;
      case REVIEWED -> REVIEWED;
    };
  }

  public State state() {
    return state;
  }
}
