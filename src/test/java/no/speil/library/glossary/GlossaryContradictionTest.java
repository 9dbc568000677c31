package no.speil.library.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.library.glossary.GlossaryContradiction.Kind;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class GlossaryContradictionTest {
  @Test
  void aTermWithSeveralTranslationsIsTold() {
    assertThat(told("styre\tboard\nvær\tweather\nSTYRE\tcommittee\n"))
        .containsExactly(Tuple.tuple(Kind.NORWEGIAN, "styre", List.of(1, 3)));
  }

  @Test
  void decomposedLettersAreTheSameLetters() {
    assertThat(told("må\tmust\nma\u030A\thave to\n"))
        .containsExactly(Tuple.tuple(Kind.NORWEGIAN, "må", List.of(1, 2)));
  }

  @Test
  void aTranslationOfSeveralTermsIsTold() {
    assertThat(told("styre\tboard\n# tavle\ntavle\tBoard\n"))
        .containsExactly(Tuple.tuple(Kind.ENGLISH, "board", List.of(1, 3)));
  }

  @Test
  void whatEveryNoteExplainsIsNoContradiction() {
    assertThat(told("styre\tboard\ti foreninger\nstyre\tgovernment\ti stater\n")).isEmpty();
    assertThat(told("styre\tboard\ti foreninger\nstyre\tgovernment\n")).hasSize(1);
  }

  @Test
  void thePairThatIsThereTwiceIsTold() {
    assertThat(told("styre\tboard\nstyre\tboard\n"))
        .containsExactly(Tuple.tuple(Kind.PAIR, "styre", List.of(1, 2)));
  }

  private static List<Tuple> told(String text) {
    return GlossaryContradiction.of(GlossarySnapshot.of(text, true).entries()).stream()
        .map(each -> Tuple.tuple(each.kind(), each.term(), each.lines()))
        .toList();
  }
}
