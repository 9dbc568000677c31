package no.speil.search.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.search.SectionText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredTextTest {
  private static final BiFunction<SectionId, Side, @Nullable String> NO_WORDS =
      (section, side) -> null;
  private static final SectionText TWO_BLOCKS =
      text(Side.TRANSLATION, List.of("# One", "Two\nlines."), "# One\n\nTwo\nlines.");
  private static final SectionText PLAIN = text(Side.ORIGINAL, List.of("Hei."), "Hei.");

  private static SectionText text(Side side, List<String> blocks, String markdown) {
    return new SectionText(new SectionId("7kq2mx9d4t"), side, TextHash.ofBlocks(blocks), markdown);
  }

  @Test
  void aTextIsReadBackWithItsHash() throws IOException {
    for (SectionText text : List.of(TWO_BLOCKS, PLAIN)) {
      assertThat(StoredText.read(StoredText.write(text, NO_WORDS), NO_WORDS)).isEqualTo(text);
    }
  }

  @Test
  void aTextThatIsTheWordsOfItsSectionIsNotStoredAgain() throws IOException {
    BiFunction<SectionId, Side, @Nullable String> words =
        (section, side) -> side == Side.ORIGINAL ? "Hei." : "Hi.";
    String stored = StoredText.write(PLAIN, words);
    assertThat(stored).doesNotContain("Hei.");
    assertThat(StoredText.read(stored, words)).isEqualTo(PLAIN);
    assertThatThrownBy(() -> StoredText.read(stored, NO_WORDS)).isInstanceOf(IOException.class);
  }
}
