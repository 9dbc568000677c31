package no.speil.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
  private final List<String> computed = new ArrayList<>();
  private final BoundedCache<Integer> cache =
      new BoundedCache<>(
          2,
          word -> {
            computed.add(word);
            return word.length();
          });

  @Test
  void aWordIsComputedOnceUntilTheCacheIsFull() {
    for (String word : List.of("en", "tre", "en", "tre", "fire", "en")) {
      assertThat(cache.of(word)).isEqualTo(word.length());
    }
    assertThat(computed).containsExactly("en", "tre", "fire", "en");
  }

  @Test
  void longWordsAreNotKept() {
    String word = "x".repeat(41);
    assertThat(cache.of(word)).isEqualTo(cache.of(word)).isEqualTo(41);
    assertThat(computed).hasSize(2);
  }
}
