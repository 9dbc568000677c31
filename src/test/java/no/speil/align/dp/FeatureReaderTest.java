package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.lexicon.Lexicon;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.IndexTokenizer;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {
  /** Letters and what may join or divide them; ends of lines and combining marks included. */
  private static final int[] CHARACTERS =
      "abAÆøéß12٣Kא中ア\u0301\u200d😀𝔸_'’.,:;!?()\"«»-–/#*\u00a0\t\n    ".codePoints().toArray();

  private final IndexTokenizer termTokenizer = new IndexTokenizer();
  private final WordCache words = new WordCache(Lexicon.of(BuiltInDictionary.get()), termTokenizer);

  @Test
  void aTextHasTheTermsOfItsWordsReadOneByOne() {
    var random = new Random(20);
    for (int round = 0; round < 5_000; round++) {
      Side side = random.nextBoolean() ? Side.ORIGINAL : Side.TRANSLATION;
      String text = text(random);
      var reader = new FeatureReader(words);
      BlockFeatures features = reader.features(side, block(text));
      List<String> terms = termTokenizer.terms(side, text).stream().distinct().toList();
      assertThat(features.terms())
          .as(text)
          .isEqualTo(terms.stream().mapToInt(reader::number).toArray());
    }
  }

  @Test
  void aLongWordIsReadAsWell() {
    String word = "kommunikasjon".repeat(10);
    var reader = new FeatureReader(words);
    BlockFeatures features = reader.features(Side.ORIGINAL, block(word + " " + word));
    assertThat(features.terms()).hasSize(1);
    assertThat(features.grams())
        .hasSameSizeAs(Arrays.stream(features.grams()).distinct().toArray());
    String term = termTokenizer.terms(Side.ORIGINAL, word).getFirst();
    assertThat(term).startsWith("kommunikasjon");
    assertThat(reader.number(term)).isEqualTo(features.terms()[0]);
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int left = random.nextInt(20); left > 0; left--) {
      text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.toString();
  }

  private static Block block(String text) {
    return new Block(BlockKind.PARAGRAPH, 0, new Block.Source(0, 1, text), text);
  }
}
