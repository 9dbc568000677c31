package no.speil.library.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.TextHash;
import no.speil.record.SectionVersion;
import org.junit.jupiter.api.Test;

class EditBaseTest {
  private static final List<String> BLOCKS = List.of("## Krav", "- ett\n\n  mer", "- to");

  private final SectionVersion version =
      new SectionVersion(TextHash.ofBlocks(BLOCKS).hex(), "-", "u-0");

  @Test
  void theOriginalIsKnownByItsBlocksOrAsOneText() {
    assertThat(EditBase.of(version, BLOCKS)).get().extracting(EditBase::original).isEqualTo(BLOCKS);
    assertThat(EditBase.of(version, List.of("## Krav\r\n\r\n- ett\r\n\r\n  mer\r\n- to\r\n")))
        .get()
        .extracting(EditBase::original)
        .isEqualTo(BLOCKS);
  }

  @Test
  void anotherTextIsNotTheOriginalOfThatVersion() {
    assertThat(EditBase.of(version, List.of("## Krav", "- ett"))).isEmpty();
    assertThat(EditBase.of(version, List.of(""))).isEmpty();
    assertThat(EditBase.of(version, List.of())).isEmpty();
  }
}
