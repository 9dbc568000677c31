package no.speil.search.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import no.speil.search.SearchNotice;
import no.speil.search.SearchNotice.Kind;
import no.speil.search.WordList;
import no.speil.search.WordList.Contrast;
import no.speil.search.WordList.Row;
import org.junit.jupiter.api.Test;

class KeynessTest {
  /** The first line of table 1 in Dunning, 1993: "the swiss". */
  @Test
  void theLogLikelihoodIsThatOfAPublishedExample() {
    WordList swiss = list(2552, row("swiss", 110));
    WordList others = list(29225, row("swiss", 111));
    Contrast contrast = Keyness.of(swiss, others, false).rows().getFirst().contrast();
    assertThat(contrast.logLikelihood()).isCloseTo(270.72, within(.005));
    assertThat(contrast.count()).isEqualTo(111);
  }

  @Test
  void theLogRatioIsOneMoreForEachTimeThatItDoubles() {
    WordList list = list(1000, row("a", 40), row("b", 10), row("c", 3), row("d", 5), row("e", 5));
    WordList other = list(2000, row("a", 20), row("b", 5), row("d", 10), row("e", 9));
    assertThat(Keyness.of(list, other, false).rows())
        .extracting(Row::word, row -> Math.round(row.contrast().logRatio() * 100))
        .containsExactly(tuple("a", 200L), tuple("b", 200L), tuple("c", 358L), tuple("e", 15L));
  }

  @Test
  void rarerWordsAreListedWithThoseThatAreNotThereAtAll() {
    WordList list = list(1000, row("a", 40), row("b", 2));
    WordList other = list(1000, row("a", 20), row("b", 5), row("c", 30));
    assertThat(Keyness.of(list, other, true).rows())
        .extracting(Row::word, Row::count)
        .containsExactly(tuple("c", 0L), tuple("b", 2L));
  }

  @Test
  void nothingIsComparedWithNothing() {
    WordList nothing = list(0);
    WordList one = list(4, row("a", 4));
    assertThat(Keyness.of(one, nothing, false).rows()).isEmpty();
    assertThat(Keyness.of(nothing, one, true).rows()).isEmpty();
    assertThat(Keyness.of(one, list(3, row("a", 3)), false).rows()).isEmpty();
  }

  @Test
  void aComparisonWithASampleIsNotExact() {
    WordList sample =
        list(10, row("b", 1)).incomplete(SearchNotice.of(Kind.SAMPLE_COUNTED, "1", "2"));
    assertThat(Keyness.of(list(10, row("a", 1)), sample, false).exact()).isFalse();
  }

  private static Row row(String word, long count) {
    return new Row(word, word, List.of(word), count, 1, Contrast.NONE);
  }

  private static WordList list(long words, Row... rows) {
    return new WordList(List.of(rows), words, 1, 1, 0, List.of());
  }
}
