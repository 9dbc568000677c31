package no.speil.web.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.library.words.WordUsage;
import no.speil.library.words.WordUsage.Translation;
import org.junit.jupiter.api.Test;

class WordViewTest {
  @Test
  void onlyTranslationsWithDifferentHeadsAreInconsistent() {
    var longTerm = new Translation("long term preserv", "long-term preservation", 5, 5, 3);
    var preservation = new Translation("preserv", "preservation", 4, 4, 2);
    var storage = new Translation("storag", "storage", 1, 1, 1);
    assertThat(inconsistent(longTerm, preservation)).isEmpty();
    assertThat(inconsistent(longTerm, preservation, storage))
        .containsExactly("long-term preservation", "storage");
  }

  private static Stream<String> inconsistent(Translation... translations) {
    var usage =
        new WordUsage(
            new WordUsage.QueriedWord("bevaring", Side.ORIGINAL, List.of("bevaring"), false, 0),
            new WordUsage.Extent(
                new WordUsage.Reading(9, 9, List.of()),
                10,
                9,
                4,
                new WordUsage.UnalignedCounts(0, 0, 0)),
            List.of(translations),
            new WordUsage.Breakdown(List.of(), List.of(), List.of()),
            new WordUsage.GlossaryUse(List.of(), 0, 0),
            new WordUsage.Neighbours(List.of(), List.of()),
            List.of(),
            new WordUsage.ExamplePage(0, List.of()));
    return WordView.says(usage).stream().map(Translation::form);
  }
}
