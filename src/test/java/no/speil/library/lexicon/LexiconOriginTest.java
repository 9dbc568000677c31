package no.speil.library.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LexiconOriginTest {
  private static final LexiconOrigin ORIGIN = new LexiconOrigin(1_000, "abc", "", "");

  @Test
  void theFormOnDiskStaysTheSame() {
    assertThat(ORIGIN.encode()).isEqualTo("1000/abc/");
    assertThat(LexiconOrigin.parse("1000/abc/")).hasValue(ORIGIN);
    var closed = new LexiconOrigin(1_000, "abc", "", "7");
    assertThat(closed.encode()).isEqualTo("1000/abc//7");
    assertThat(LexiconOrigin.parse("1000/abc//7")).hasValue(closed);
    assertThat(LexiconOrigin.parse("here")).isEmpty();
    assertThat(LexiconOrigin.parse("1000/abc")).isEmpty();
  }

  @Test
  void aTenthOfOtherPairsOrAnotherGlossaryOutdatesIt() {
    assertThat(ORIGIN.isOutdated(new LexiconOrigin(1_100, "abc", "", ""))).isFalse();
    assertThat(ORIGIN.isOutdated(new LexiconOrigin(1_101, "abc", "", ""))).isTrue();
    assertThat(ORIGIN.isOutdated(new LexiconOrigin(1_000, "abc", "other", ""))).isTrue();
    assertThat(ORIGIN.isOutdated(new LexiconOrigin(1_000, "other", "", ""))).isTrue();
    assertThat(ORIGIN.isOutdated(new LexiconOrigin(1_000, "abc", "", "7"))).isTrue();
  }
}
