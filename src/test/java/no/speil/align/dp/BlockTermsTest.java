package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.align.identity.TestTexts;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;
import org.junit.jupiter.api.Test;

class BlockTermsTest {
  @Test
  void eachTermOfARunIsThereOnceWhereItIsFirst() {
    var terms =
        new BlockTerms(
            new TermNumbers(Side.ORIGINAL, BlockTermsTest::cut),
            TestTexts.blocks(List.of("a b a", "c b d c")));
    assertThat(terms.terms()).containsExactly("a", "b", "c", "d");
    assertThat(terms.of(0, 1)).containsExactly(0, 1);
    assertThat(terms.of(1, 1)).containsExactly(2, 1, 3);
    assertThat(terms.of(0, 2)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aBlockIsReadOnceAndTermsKeepTheirNumbers() {
    var read = new ArrayList<String>();
    var numbers =
        new TermNumbers(
            Side.ORIGINAL,
            (side, text) -> {
              read.add(text);
              return cut(side, text);
            });
    List<Block> blocks = TestTexts.blocks(List.of("a b", "c a"));
    var whole = new BlockTerms(numbers, blocks);
    List<Block> parts = TestTexts.blocks(List.of("d a"));
    var segments = new BlockTerms(numbers, List.of(blocks.getFirst(), parts.getFirst()));
    assertThat(read).containsExactly("a b", "c a", "d a");
    assertThat(whole.of(1, 1)).containsExactly(2, 0);
    assertThat(segments.of(0, 1)).containsExactly(0, 1);
    assertThat(segments.of(1, 1)).containsExactly(3, 0);
  }

  private static List<Token> cut(Side side, String text) {
    return Stream.of(text.split(" ", -1)).map(BlockTermsTest::token).toList();
  }

  private static Token token(String word) {
    return new Token(word, word, 0);
  }
}
