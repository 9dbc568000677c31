package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.lexicon.Sources.Entry;
import no.speil.lexicon.StarterWords;
import no.speil.search.text.IndexCutting;
import org.junit.jupiter.api.Test;

class ConflationsTest {
  private final Conflations conflations = new Conflations(new IndexCutting(), StarterWords.all());

  @Test
  void theWordsOfAnotherWordWithTheSameTermAreMistaken() {
    assertThat(conflations.mistakes("Ledig", "manage")).isTrue();
    assertThat(conflations.mistakes("ledig", "leader")).isTrue();
  }

  @Test
  void theWordsOfTheWordItselfAndOfNoOtherAreNot() {
    assertThat(conflations.mistakes("gå", "walk")).isFalse();
    assertThat(conflations.mistakes("gå", "proceed")).as("learned of the archive").isFalse();
    assertThat(conflations.mistakes("ledig", "vacant")).isFalse();
    assertThat(conflations.mistakes("styret", "board")).as("no form of the list").isFalse();
  }

  @Test
  void nynorskHasItsOwnForms() {
    var two =
        new Conflations(
            new IndexCutting(),
            List.of(new Entry("føre", "føra", "lead"), new Entry("fôr", "", "feed")));
    assertThat(two.mistakes("føra", "lead")).isFalse();
  }
}
