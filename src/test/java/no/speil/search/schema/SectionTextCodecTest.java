package no.speil.search.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.search.SectionText;
import org.junit.jupiter.api.Test;

final class SectionTextCodecTest {
  private static final SectionTextCodec.StoredWords NO_WORDS = (section, side) -> null;
  private static final SectionText ONE_BLOCK =
      new SectionText(
          new SectionId("aaaaaaaaaa"),
          Side.ORIGINAL,
          TextHash.ofBlocks(List.of("Blåbær\nog  sylte\u00a0tøy")),
          "Blåbær\nog  sylte\u00a0tøy");
  private static final SectionText TWO_BLOCKS =
      new SectionText(
          new SectionId("bbbbbbbbbb"),
          Side.TRANSLATION,
          TextHash.ofBlocks(List.of("One\nblock.", "Another.")),
          "One\nblock.\n\nAnother.");

  @Test
  void textsComeBackWithTheirHashesWhetherOfOneBlockOrSeveral() throws Exception {
    byte[] packed = SectionTextCodec.write(List.of(ONE_BLOCK, TWO_BLOCKS), NO_WORDS);
    assertThat(SectionTextCodec.read(packed, 0, packed.length, NO_WORDS))
        .containsExactly(ONE_BLOCK, TWO_BLOCKS);
    byte[] within = new byte[packed.length + 7];
    System.arraycopy(packed, 0, within, 3, packed.length);
    assertThat(SectionTextCodec.read(within, 3, packed.length, NO_WORDS)).hasSize(2);
  }

  @Test
  void ofTextsThatAreTheWordsOfTheirSectionsNothingIsWrittenAgain() throws Exception {
    SectionTextCodec.StoredWords words =
        (section, side) -> section.equals(ONE_BLOCK.section()) ? ONE_BLOCK.markdown() : "Other";
    byte[] packed = SectionTextCodec.write(List.of(ONE_BLOCK, TWO_BLOCKS), words);
    assertThat(new String(packed, StandardCharsets.UTF_8))
        .contains(TWO_BLOCKS.markdown())
        .doesNotContain(ONE_BLOCK.markdown());
    assertThat(SectionTextCodec.read(packed, 0, packed.length, words))
        .containsExactly(ONE_BLOCK, TWO_BLOCKS);
    assertThatThrownBy(() -> SectionTextCodec.read(packed, 0, packed.length, NO_WORDS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("aaaaaaaaaa");
  }

  @Test
  void bytesThatAreCutOffAreAnInputError() {
    byte[] packed = SectionTextCodec.write(List.of(TWO_BLOCKS), NO_WORDS);
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> SectionTextCodec.read(cut, 0, cut.length, NO_WORDS))
          .isInstanceOf(IOException.class);
    }
  }
}
