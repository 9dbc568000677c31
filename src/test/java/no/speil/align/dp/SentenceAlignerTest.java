package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.align.dp.Pairing.Span;
import org.junit.jupiter.api.Test;

class SentenceAlignerTest {
  private final SentenceAligner aligner = new SentenceAligner(TestAligners.starter());

  @Test
  void sentencesPairWithTheirTranslations() {
    assertThat(
            pairs(
                "Styret møtte Kvinnegruppa kl. 12. Medlemmene leste om vedtaket i avisen.",
                "The board met the women's group at noon. "
                    + "The members read about the decision in the newspaper."))
        .containsExactly(
            "Styret møtte Kvinnegruppa kl. 12. = The board met the women's group at noon.",
            "Medlemmene leste om vedtaket i avisen."
                + " = The members read about the decision in the newspaper.");
  }

  @Test
  void sentenceLeftOutHasNoCounterpart() {
    assertThat(
            pairs(
                "Kvinner har rettigheter. Været var vakkert den sommeren. Loven må endres nå.",
                "Women have rights. The law must be changed now."))
        .containsExactly(
            "Kvinner har rettigheter. = Women have rights.",
            "Været var vakkert den sommeren. = ",
            "Loven må endres nå. = The law must be changed now.");
  }

  @Test
  void textsOfVeryManySentencesAreOnePair() {
    String many = "Styret må gå nå. ".repeat(301).strip();
    assertThat(pairs(many, "The board must go.")).containsExactly(many + " = The board must go.");
    assertThat(pairs("Styret må gå nå. Vi venter.", many)).hasSize(1);
  }

  @Test
  void emptyTextsHaveNoPairs() {
    assertThat(pairs("", "")).isEmpty();
  }

  private List<String> pairs(String original, String translation) {
    return aligner.align(original, translation).stream()
        .map(
            each -> part(original, each.original()) + " = " + part(translation, each.translation()))
        .toList();
  }

  private static String part(String text, Span span) {
    return text.substring(span.from(), span.to());
  }
}
