package no.speil.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodedTest {
  @Test
  void codeIsTheNameInLowerCaseWithHyphens() {
    assertThat(State.TRANSLATED.code()).isEqualTo("translated");
    assertThat(Problem.Kind.KEY_TWICE.code()).isEqualTo("key-twice");
  }

  @Test
  void everyCodeIsParsedAndNoOther() {
    for (BlockKind kind : BlockKind.values()) {
      assertThat(Coded.parse(BlockKind.values(), kind.code())).contains(kind);
    }
    assertThat(Coded.parse(BlockKind.values(), "HEADING")).isEmpty();
    assertThat(Coded.parse(BlockKind.values(), "")).isEmpty();
  }
}
