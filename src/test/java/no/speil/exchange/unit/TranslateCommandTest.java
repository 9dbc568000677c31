package no.speil.exchange.unit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import no.speil.markdown.inline.CodedText;
import org.junit.jupiter.api.Test;

class TranslateCommandTest {
  @Test
  void aProgramThatNeverAnswersIsStopped() {
    var command = new TranslateCommand(DraftingProgram.command("hang"), Duration.ofMillis(300));
    var unit = new TextUnit("7kq2mx9d4t", CodedText.of("Hei"), null, true, "");

    var request =
        new DraftRequest(unit, new DraftRequest.Context("", "", "", List.of(), List.of(), null));

    assertThatThrownBy(() -> command.translate(List.of(request), "nb", "en", answer -> {}))
        .isInstanceOf(TranslateCommand.Failure.class)
        .hasMessageContaining("took too long");
  }
}
