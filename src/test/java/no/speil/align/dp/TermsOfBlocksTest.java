package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.align.identity.TestTexts;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer.Token;
import no.speil.search.analysis.BuiltInDictionary;
import org.junit.jupiter.api.Test;

class TermsOfBlocksTest {
  private final List<String> read = new ArrayList<>();
  private final WordCache words = new WordCache(Lexicon.of(BuiltInDictionary.get()), this::cut);

  @Test
  void eachTermOfABlockIsThereOnceWhereItIsFirst() {
    var reader = new FeatureReader(words);
    List<Block> blocks = TestTexts.blocks(List.of("a b a", "c b d c"));
    assertHas(reader, blocks.getFirst(), "a", "b");
    assertHas(reader, blocks.getLast(), "c", "b", "d");
  }

  @Test
  void aWordIsReadOnceAndTermsKeepTheirNumbers() {
    var reader = new FeatureReader(words);
    List<Block> blocks = TestTexts.blocks(List.of("a b", "c, a", "d (a)"));
    blocks.forEach(block -> reader.features(Side.ORIGINAL, block));
    assertThat(read).containsExactly("a", "b", "c", "d");
    assertThat(reader.features(Side.ORIGINAL, blocks.get(1)).terms())
        .containsExactly(reader.number("c"), reader.number("a"));
    assertThat(reader.features(Side.ORIGINAL, blocks.get(2)).terms())
        .containsExactly(reader.number("d"), reader.number("a"));
    assertHas(new FeatureReader(words), blocks.get(1), "c", "a");
    assertThat(read).as("by another reader").hasSize(4);
  }

  private static void assertHas(FeatureReader reader, Block block, String... terms) {
    assertThat(reader.features(Side.ORIGINAL, block).terms())
        .containsExactly(Stream.of(terms).mapToInt(reader::number).toArray());
  }

  private List<Token> cut(Side side, String text) {
    read.add(text);
    return Stream.of(text.split(" ", -1)).map(word -> new Token(word, word, 0)).toList();
  }
}
