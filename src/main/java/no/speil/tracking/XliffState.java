package no.speil.tracking;

import java.util.Optional;
import no.speil.corpus.State;
import org.jspecify.annotations.Nullable;

/**
 * A state as XLIFF 2.1 says it (OASIS, sections 4.3.1.33 and 4.3.1.36).
 *
 * @param subState with its prefix, as the standard wants, or null
 */
public record XliffState(String state, @Nullable String subState) {
  private static final String DRAFT = "speil:draft";

  public static XliffState of(State state) {
    return switch (state) {
      case UNTRANSLATED -> new XliffState("initial", null);
      case DRAFT -> new XliffState("initial", DRAFT);
      case TRANSLATED -> new XliffState("translated", null);
      case REVIEWED -> new XliffState("reviewed", null);
    };
  }

  /** What another tool's state means here ({@code final} is reviewed); empty if it is none. */
  public Optional<State> toState() {
    return switch (state) {
      case "initial" -> Optional.of(DRAFT.equals(subState) ? State.DRAFT : State.UNTRANSLATED);
      case "translated" -> Optional.of(State.TRANSLATED);
      case "reviewed", "final" -> Optional.of(State.REVIEWED);
      default -> Optional.empty();
    };
  }
}
