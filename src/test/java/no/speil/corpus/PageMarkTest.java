package no.speil.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.corpus.text.Normalization;
import no.speil.corpus.text.PageMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageMarkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Et avsnitt. {page=3}",
        "Et avsnitt.{page=3}",
        "{page=3} Et avsnitt.",
        "{page=3}\nEt avsnitt.",
        "Et {page=3} avsnitt.",
        "Et avsnitt.\n{page=3}"
      })
  void aTextIsTheSameWithAndWithoutIt(String marked) {
    assertThat(TextHash.ofNormalized(Normalization.normalize(marked)))
        .isEqualTo(TextHash.ofNormalized("Et avsnitt."));
    assertThat(PageMark.pages(marked)).containsExactly(3);
  }

  @Test
  void whatLooksAlmostLikeItIsWords() {
    for (String words : new String[] {"{page=x}", "{pages=3}", "`{page=3}`", "\\{page=3}"}) {
      assertThat(Normalization.normalize(words)).isEqualTo(words);
      assertThat(PageMark.pages(words)).isEmpty();
    }
    assertThat(PageMark.pages("A {page=1} b {page=2} c {page=0}")).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource({"Krav {#demands} {page=2}, demands", "Krav {page=2} {#demands}, demands"})
  void theNameOfABlockStaysBesideIt(String markdown, String anchor) {
    assertThat(Anchor.of(markdown)).isEqualTo(anchor);
  }
}
