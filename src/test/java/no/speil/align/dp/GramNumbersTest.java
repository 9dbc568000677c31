package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GramNumbersTest {
  @Test
  void eachGramKeepsItsNumberHoweverManyThereAre() {
    var numbers = new GramNumbers();
    for (int gram = 0; gram < 10_000; gram++) {
      assertThat(numbers.of(gram * 4096L)).isEqualTo(gram);
    }
    for (int gram = 0; gram < 10_000; gram++) {
      assertThat(numbers.of(gram * 4096L)).isEqualTo(gram);
    }
    assertThat(numbers.size()).isEqualTo(10_000);
  }
}
