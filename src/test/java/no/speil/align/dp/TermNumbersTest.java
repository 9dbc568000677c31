package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermNumbersTest {
  @Test
  void eachTermKeepsItsNumberHoweverManyThereAre() {
    var numbers = new TermNumbers();
    for (int round = 0; round < 2; round++) {
      for (int k = 0; k < 5_000; k++) {
        assertThat(numbers.of(term(k))).isEqualTo(k);
      }
    }
    assertThat(numbers.size()).isEqualTo(5_000);
    assertThat(numbers.term(4_999).text()).isEqualTo("term4999");
    assertThat(numbers.number("term7")).isEqualTo(7);
    assertThat(numbers.number("none")).isEqualTo(-1);
  }

  @Test
  void termsOfOneHashAreToldApart() {
    var numbers = new TermNumbers();
    assertThat("Aa").hasSameHashCodeAs("BB");
    assertThat(numbers.of(new Term("Aa", List.of()))).isZero();
    assertThat(numbers.number("BB")).isEqualTo(-1);
    assertThat(numbers.of(new Term("BB", List.of()))).isOne();
    assertThat(numbers.of(new Term("Aa", List.of()))).isZero();
  }

  private static Term term(int number) {
    return new Term("term" + number, List.of());
  }
}
