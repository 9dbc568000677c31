package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.align.identity.TestTexts;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.search.analysis.BuiltInDictionary;
import org.junit.jupiter.api.Test;

class BlockTermsTest {
  private final List<String> read = new ArrayList<>();
  private final WordCache words = new WordCache(Lexicon.of(BuiltInDictionary.get()), this::cut);

  @Test
  void eachTermOfARunIsThereOnceWhereItIsFirst() {
    BlockTerms terms =
        terms(new FeatureReader(words), TestTexts.blocks(List.of("a b a", "c b d c")));
    assertThat(IntStream.range(0, terms.size()).mapToObj(each -> terms.term(each).text()))
        .containsExactly("a", "b", "c", "d");
    assertThat(terms.of(0, 1)).containsExactly(0, 1);
    assertThat(terms.of(1, 1)).containsExactly(2, 1, 3);
    assertThat(terms.of(0, 2)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aWordIsReadOnceAndTermsKeepTheirNumbers() {
    var reader = new FeatureReader(words);
    List<Block> blocks = TestTexts.blocks(List.of("a b", "c, a"));
    BlockTerms whole = terms(reader, blocks);
    List<Block> parts = TestTexts.blocks(List.of("d (a)"));
    BlockTerms segments = terms(reader, List.of(blocks.getFirst(), parts.getFirst()));
    assertThat(read).containsExactly("a", "b", "c", "d");
    assertThat(whole.of(1, 1)).containsExactly(2, 0);
    assertThat(segments.of(0, 1)).containsExactly(0, 1);
    assertThat(segments.of(1, 1)).containsExactly(3, 0);
    assertThat(terms(new FeatureReader(words), blocks).of(1, 1)).containsExactly(2, 0);
    assertThat(read).hasSize(4);
  }

  private static BlockTerms terms(FeatureReader reader, List<Block> blocks) {
    return new BlockTerms(
        reader.terms(Side.ORIGINAL),
        blocks.stream().map(block -> reader.features(Side.ORIGINAL, block)).toList());
  }

  private List<Token> cut(Side side, String text) {
    read.add(text);
    return Stream.of(text.split(" ", -1)).map(word -> new Token(word, word, 0)).toList();
  }
}
