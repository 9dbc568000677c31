package no.speil.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 | [1]",
        "1 | 2 | [1] 2",
        "1 | 76 | [1] 2 3 … 76",
        "4 | 76 | 1 2 3 [4] 5 6 … 76",
        "5 | 76 | 1 2 3 4 [5] 6 7 … 76",
        "6 | 76 | 1 … 4 5 [6] 7 8 … 76",
        "73 | 76 | 1 … 71 72 [73] 74 75 76",
        "76 | 76 | 1 … 74 75 [76]",
        "90 | 3 | 1 2 3"
      })
  void firstLastAndThePagesAtHandHaveNumbers(int page, int pages, String expected) {
    Paging paging = Paging.numbered("", page, pages, number -> "p" + number);
    assertThat(
            paging.numbers().stream()
                .map(
                    step ->
                        step.isGap()
                            ? "…"
                            : step.isCurrent() ? "[" + step.number() + "]" : "" + step.number())
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
    assertThat(paging.numbers())
        .allSatisfy(
            step ->
                assertThat(step.href())
                    .isEqualTo(step.isGap() || step.isCurrent() ? "" : "p" + step.number()));
  }

  @Test
  void thereIsAlwaysAWayBackFromAPagePastTheLast() {
    Paging paging = Paging.numbered("", 9, 3, number -> "p" + number);
    assertThat(paging.previous()).isEqualTo("p3");
    assertThat(paging.next()).isEmpty();
    assertThat(paging.isNeeded()).isTrue();
    assertThat(Paging.numbered("", 1, 1, number -> "p").isNeeded()).isFalse();
  }
}
