package no.speil.library.aids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.lexicon.LexiconSources.Entry;
import no.speil.lexicon.StarterLexicon;
import no.speil.search.analysis.IndexTokenizer;
import org.junit.jupiter.api.Test;

class StemCollisionsTest {
  private final StemCollisions stemCollisions =
      new StemCollisions(new IndexTokenizer(), StarterLexicon.all());

  @Test
  void theWordsOfAnotherWordWithTheSameTermAreMistaken() {
    assertThat(stemCollisions.mistakes("Ledig", "manage")).isTrue();
    assertThat(stemCollisions.mistakes("ledig", "leader")).isTrue();
  }

  @Test
  void theWordsOfTheWordItselfAndOfNoOtherAreNot() {
    assertThat(stemCollisions.mistakes("gå", "walk")).isFalse();
    assertThat(stemCollisions.mistakes("gå", "proceed")).as("learned of the archive").isFalse();
    assertThat(stemCollisions.mistakes("ledig", "vacant")).isFalse();
    assertThat(stemCollisions.mistakes("styret", "board")).as("no form of the list").isFalse();
  }

  @Test
  void nynorskHasItsOwnForms() {
    var two =
        new StemCollisions(
            new IndexTokenizer(),
            List.of(new Entry("føre", "føra", "lead"), new Entry("fôr", "", "feed")));
    assertThat(two.mistakes("føra", "lead")).isFalse();
  }
}
