package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import no.speil.align.identity.TestTexts;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;
import org.junit.jupiter.api.Test;

class BlockTermsTest {
  @Test
  void eachTermOfARunIsThereOnceWhereItIsFirst() {
    var terms =
        new BlockTerms(
            Side.ORIGINAL,
            TestTexts.blocks(List.of("a b a", "c b d c")),
            (side, text) -> Stream.of(text.split(" ", -1)).map(BlockTermsTest::token).toList());
    assertThat(terms.terms()).containsExactly("a", "b", "c", "d");
    assertThat(terms.of(0, 1)).containsExactly(0, 1);
    assertThat(terms.of(1, 1)).containsExactly(2, 1, 3);
    assertThat(terms.of(0, 2)).containsExactly(0, 1, 2, 3);
  }

  private static Token token(String word) {
    return new Token(word, word, 0);
  }
}
