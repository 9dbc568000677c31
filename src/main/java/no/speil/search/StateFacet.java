package no.speil.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import no.speil.corpus.State;

/**
 * What searches are narrowed by and counted by: the four states, and what is untranslated on
 * purpose, which nobody looks for who looks for what is left to do.
 */
public enum StateFacet {
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

  /** The value of that {@link #code}, or empty. */
  public static Optional<StateFacet> parse(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }

  /** In queries, addresses and the index. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public State state() {
    return state;
  }
}
