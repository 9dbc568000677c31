package no.speil.library.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import no.speil.align.LayoutEngine;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import org.junit.jupiter.api.Test;

class LayoutEnginesTest {
  @Test
  void theTrainedEngineStaysUntilTheLexiconOrTheTermsAreOthers() {
    var lexicon = new AtomicReference<>(Lexicon.EMPTY);
    var termTokenizer = new AtomicReference<TermTokenizer>((side, text) -> List.of());
    var trained = new LayoutEngines.TrainedEngine(lexicon::get, termTokenizer::get);

    LayoutEngine first = trained.get();
    assertThat(trained.get()).isSameAs(first);

    lexicon.set(Lexicon.of(Dictionary.EMPTY));
    LayoutEngine second = trained.get();
    assertThat(second).isNotSameAs(first);
    assertThat(trained.get()).isSameAs(second);

    TermTokenizer before = termTokenizer.get();
    termTokenizer.set((side, text) -> before.cut(side, text));
    assertThat(trained.get()).isNotSameAs(second);
  }
}
