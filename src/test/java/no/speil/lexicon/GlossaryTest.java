package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.Problem;
import org.junit.jupiter.api.Test;

class GlossaryTest {
  @Test
  void wordsAndNotesAreRead() {
    assertThat(Glossary.parse("\uFEFF# ord\n\nstyre\t board \tvedtatt i 2015\n", "glossary.tsv"))
        .isEqualTo(
            new Glossary(
                List.of(new GlossaryEntry(3, "styre", "board", "vedtatt i 2015")), List.of()));
  }

  @Test
  void lineThatIsNotAPairIsAProblem() {
    Glossary glossary = Glossary.parse("styre\n\tboard\n", "glossary.tsv");
    assertThat(glossary.entries()).isEmpty();
    assertThat(glossary.problems()).extracting(Problem::line).containsExactly(1, 2);
  }

  @Test
  void tooLongEntryIsAProblem() {
    Glossary glossary =
        Glossary.parse("styre\tboard\n" + "lang ".repeat(20_000) + "\tlong\n", "glossary.tsv");
    assertThat(glossary.entries()).containsExactly(new GlossaryEntry(1, "styre", "board", ""));
    assertThat(glossary.problems())
        .containsExactly(Problem.of("glossary.tsv", 2, Problem.Kind.ENTRY_TOO_LONG, "200"));
  }

  @Test
  void phraseIsAnEntryToo() {
    Glossary glossary = Glossary.parse("menneskelig verdighet\thuman dignity\n", "glossary.tsv");
    assertThat(glossary.entries())
        .containsExactly(new GlossaryEntry(1, "menneskelig verdighet", "human dignity", ""));
    assertThat(glossary.problems()).isEmpty();
  }
}
