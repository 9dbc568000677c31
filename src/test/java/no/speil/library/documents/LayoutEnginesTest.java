package no.speil.library.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.align.LayoutEngine;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import org.junit.jupiter.api.Test;

class LayoutEnginesTest {
  @Test
  void theTrainedEngineStaysUntilTheLexiconOrTheTermsAreOthers() {
    TermTokenizer terms = (side, text) -> List.of();
    var trained = new LayoutEngines.TrainedEngine();

    LayoutEngine first = trained.of(Lexicon.EMPTY, terms);
    assertThat(trained.of(Lexicon.EMPTY, terms)).isSameAs(first);

    Lexicon other = Lexicon.of(Dictionary.EMPTY);
    LayoutEngine second = trained.of(other, terms);
    assertThat(second).isNotSameAs(first);
    assertThat(trained.of(other, terms)).isSameAs(second);

    assertThat(trained.of(other, (side, text) -> terms.cut(side, text))).isNotSameAs(second);
  }
}
