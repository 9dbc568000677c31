package no.speil.tools;

import static no.speil.tools.TranslationComparison.Outcome.ANOTHER_TRANSLATION;
import static no.speil.tools.TranslationComparison.Outcome.EXCHANGED_CODES;
import static no.speil.tools.TranslationComparison.Outcome.NOT_TAKEN_OVER;
import static no.speil.tools.TranslationComparison.Outcome.OTHER_CODES;
import static no.speil.tools.TranslationComparison.Outcome.OTHER_MARKUP;
import static no.speil.tools.TranslationComparison.Outcome.SAME;
import static no.speil.tools.TranslationComparison.Outcome.TAKEN_OVER;
import static no.speil.tools.TranslationComparison.Outcome.TOGETHER;
import static no.speil.tools.TranslationComparison.Outcome.UNTRANSLATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import no.speil.NeedsPrograms;
import no.speil.exchange.unit.UnitFormat;
import no.speil.tools.RoundTrip.Figures;
import no.speil.tools.TranslationComparison.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Translators' tools put the translations of an archive back that were taken away: every heading is
 * a heading again, every link has its target, all code its text, and the words are those of the
 * memory. {@link Outcome} says why a text may still differ from the real translation; how many do
 * is counted for a corpus that stays as it is.
 */
@Tag("slow")
class RoundTripTest {
  private static final String CORPUS = "nb-preservation";

  @TempDir private static Path folder;

  /** In XLIFF 2, OmegaT 5.8 shows two links or two code spans of a text as the same tag. */
  @Test
  void xliff2OfTheCorpusThroughOmegaT() {
    OmegaT.require();

    assertOutcomes(
        UnitFormat.XLF,
        FillingPrograms::omegaT,
        Map.of(
            SAME, 1357,
            OTHER_MARKUP, 72,
            ANOTHER_TRANSLATION, 20,
            TAKEN_OVER, 94,
            NOT_TAKEN_OVER, 6,
            TOGETHER, 10,
            UNTRANSLATED, 7,
            OTHER_CODES, 32,
            EXCHANGED_CODES, 75));
  }

  @Test
  void xliff1OfTheCorpusThroughOmegaT() {
    OmegaT.require();

    assertOutcomes(
        UnitFormat.XLIFF,
        FillingPrograms::omegaT,
        Map.of(
            SAME, 1435,
            OTHER_MARKUP, 91,
            ANOTHER_TRANSLATION, 21,
            TAKEN_OVER, 94,
            NOT_TAKEN_OVER, 2,
            TOGETHER, 10,
            UNTRANSLATED, 7,
            OTHER_CODES, 13));
  }

  @Test
  @NeedsPrograms("pretranslate")
  void poThroughTranslateToolkit() {
    Figures figures = run("", UnitFormat.PO, FillingPrograms::pretranslatePo);

    int all = figures.outcomes().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(figures.count(SAME)).isGreaterThan(all * 9 / 10);
    assertThat(figures.count(EXCHANGED_CODES)).isZero();
  }

  @Test
  @NeedsPrograms("msgfmt")
  void poOfTheCorpusThroughGettext() {
    // Markdown shows all codes, so that the real ones are typed, and are not those of the original.
    assertOutcomes(
        UnitFormat.PO,
        FillingPrograms::msgfmt,
        Map.of(
            SAME, 1433,
            OTHER_MARKUP, 1,
            ANOTHER_TRANSLATION, 16,
            TAKEN_OVER, 75,
            NOT_TAKEN_OVER, 28, // what stands before a text that became a suggestion, too
            TOGETHER, 10,
            UNTRANSLATED, 7,
            OTHER_CODES, 103));
  }

  private void assertOutcomes(
      UnitFormat format, RoundTrip.Filler program, Map<Outcome, Integer> outcomes) {
    Figures figures = run(CORPUS, format, program);
    assertThat(figures.filled()).isEqualTo(2265);
    assertThat(figures.outcomes()).isEqualTo(outcomes);
  }

  private Figures run(String corpus, UnitFormat format, RoundTrip.Filler program) {
    Figures figures = RoundTrip.of(corpus).run(format, folder, program);

    assertThat(figures.broken()).as("other blocks or codes than the original").isEmpty();
    assertThat(figures.unexplained()).as("other than the real translation").isEmpty();
    return figures;
  }
}
