package no.speil.exchange.unit;

import java.util.Optional;
import no.speil.corpus.State;
import no.speil.status.SectionStatus;

/**
 * A state in XLIFF 2.1 (OASIS, sections 4.3.1.33 and 4.3.1.36), and what it is called in XLIFF 1.2.
 *
 * @param subState with its prefix, as the standard requires, or empty
 */
record XliffState(String state, String subState) {
  private static final String LEFT_OUT = "speil:omitted";
  private static final String DRAFT = "speil:draft";

  /** The state of a section; a passage left out on purpose is done and has no text. */
  static XliffState of(SectionStatus sectionStatus) {
    return sectionStatus.isLeftOut()
        ? new XliffState("translated", LEFT_OUT)
        : of(sectionStatus.state());
  }

  static XliffState of(State state) {
    return switch (state) {
      case UNTRANSLATED -> new XliffState("initial", "");
      case DRAFT -> new XliffState("initial", DRAFT);
      case TRANSLATED -> new XliffState("translated", "");
      case REVIEWED -> new XliffState("reviewed", "");
    };
  }

  /**
   * The state that another tool's state means here ({@code final} is reviewed); empty if it has
   * none.
   */
  Optional<State> toState() {
    return switch (state) {
      case "initial" -> Optional.of(DRAFT.equals(subState) ? State.DRAFT : State.UNTRANSLATED);
      case "translated" ->
          Optional.of(LEFT_OUT.equals(subState) ? State.UNTRANSLATED : State.TRANSLATED);
      case "reviewed", "final" -> Optional.of(State.REVIEWED);
      default -> Optional.empty();
    };
  }

  /** The state of a target in XLIFF 1.2 (OASIS 2008, 2.3). */
  String version1() {
    return switch (state) {
      case "reviewed" -> "final";
      case "translated" -> "translated";
      default -> DRAFT.equals(subState) ? "needs-review-translation" : "needs-translation";
    };
  }

  /** What a state of XLIFF 1.2 means here; empty if it has none. */
  static Optional<State> ofVersion1(String state) {
    return switch (state) {
      case "new", "needs-translation" -> Optional.of(State.UNTRANSLATED);
      case "translated" -> Optional.of(State.TRANSLATED);
      case "final", "signed-off" -> Optional.of(State.REVIEWED);
      default -> state.startsWith("needs-") ? Optional.of(State.DRAFT) : Optional.empty();
    };
  }
}
