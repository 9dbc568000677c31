package no.speil.tracking;

import static no.speil.tracking.DiffPart.Op.DELETE;
import static no.speil.tracking.DiffPart.Op.EQUAL;
import static no.speil.tracking.DiffPart.Op.INSERT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class WordDiffTest {

  @Test
  void oneChangedWordIsAllThatDiffers() {
    assertThat(WordDiff.between("Styret må gå nå.", "Styret bør gå nå."))
        .containsExactly(
            new DiffPart(EQUAL, "Styret "),
            new DiffPart(DELETE, "må"),
            new DiffPart(INSERT, "bør"),
            new DiffPart(EQUAL, " gå nå."));
  }

  @Test
  void equalTextsAreOnePartAndEmptyOnesNone() {
    assertThat(WordDiff.between("a b", "a b")).containsExactly(new DiffPart(EQUAL, "a b"));
    assertThat(WordDiff.between("", "")).isEmpty();
    assertThat(WordDiff.between("", "a")).containsExactly(new DiffPart(INSERT, "a"));
  }

  @Test
  void changeFoldsWhiteSpaceButKeepsParagraphs() {
    assertThat(Change.between("a\nb\n\nc", "a b\n\nd").diff())
        .containsExactly(
            new DiffPart(EQUAL, "a b\n\n"), new DiffPart(DELETE, "c"), new DiffPart(INSERT, "d"));
  }

  @Property
  void partsMakeBothTexts(@ForAll("texts") String older, @ForAll("texts") String newer) {
    List<DiffPart> parts = WordDiff.between(older, newer);

    assertThat(text(parts, DELETE)).isEqualTo(older);
    assertThat(text(parts, INSERT)).isEqualTo(newer);
  }

  @Property
  void neighbouringPartsAreOfDifferentKinds(
      @ForAll("texts") String older, @ForAll("texts") String newer) {
    List<DiffPart> parts = WordDiff.between(older, newer);

    for (int i = 1; i < parts.size(); i++) {
      assertThat(parts.get(i).op()).isNotEqualTo(parts.get(i - 1).op());
    }
  }

  @Test
  void megabytesAreComparedInSeconds() {
    String older = "Styret må gå nå ".repeat(65_000);
    String newer = "Leiinga bør gå ikkje ".repeat(50_000);

    Change change =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Change.between(older, newer));

    assertThat(change.grade()).isEqualTo(ChangeClass.FACTS);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("ikke", "må", "å\u0301", " ", "  ", "\n\n", ",", "🙂", "5", "**", "Kari")
        .list()
        .ofMaxSize(30)
        .map(words -> String.join("", words));
  }

  private static String text(List<DiffPart> parts, DiffPart.Op own) {
    return parts.stream()
        .filter(part -> part.op() == EQUAL || part.op() == own)
        .map(DiffPart::text)
        .collect(Collectors.joining());
  }
}
