package no.speil.exchange.unit;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.corpus.State;
import org.junit.jupiter.api.Test;

class XliffStateTest {

  @Test
  void everyStateSurvivesTheRoundTrip() {
    for (State state : State.values()) {
      assertThat(XliffState.of(state).toState()).contains(state);
    }
  }

  @Test
  void draftIsInitialWithASubState() {
    assertThat(XliffState.of(State.DRAFT)).isEqualTo(new XliffState("initial", "speil:draft"));
  }

  @Test
  void finalIsReviewedAndUnknownStatesAreEmpty() {
    assertThat(new XliffState("final", "").toState()).contains(State.REVIEWED);
    assertThat(new XliffState("needs-work", "").toState()).isEmpty();
  }
}
