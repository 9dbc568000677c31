package no.speil.search.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.search.SectionText;
import org.junit.jupiter.api.Test;

final class SectionTextCodecTest {
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
    byte[] packed = SectionTextCodec.write(List.of(ONE_BLOCK, TWO_BLOCKS));
    assertThat(SectionTextCodec.read(packed, 0, packed.length))
        .containsExactly(ONE_BLOCK, TWO_BLOCKS);
    byte[] within = new byte[packed.length + 7];
    System.arraycopy(packed, 0, within, 3, packed.length);
    assertThat(SectionTextCodec.read(within, 3, packed.length)).hasSize(2);
  }

  @Test
  void bytesThatAreCutOffAreAnInputError() {
    byte[] packed = SectionTextCodec.write(List.of(TWO_BLOCKS));
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> SectionTextCodec.read(cut, 0, cut.length))
          .isInstanceOf(IOException.class);
    }
  }
}
