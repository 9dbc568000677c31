package no.speil.status.grading;

import static no.speil.status.grading.DiffPart.Op.DELETE;
import static no.speil.status.grading.DiffPart.Op.EQUAL;
import static no.speil.status.grading.DiffPart.Op.INSERT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.speil.ProcessorTime;
import no.speil.record.TestSections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordDiffTest {
  private static final int PAIRS = 50;
  private static final List<String> PIECES =
      List.of("ikke", "må", "å\u0301", " ", "  ", "\n\n", ",", "🙂", "5", "**", "Kari");

  @Test
  void onlyTheChangedWordDiffers() {
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
    assertThat(TestSections.change("a\nb\n\nc", "a b\n\nd").diff())
        .containsExactly(
            new DiffPart(EQUAL, "a b\n\n"), new DiffPart(DELETE, "c"), new DiffPart(INSERT, "d"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partsMakeBothTexts(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < PAIRS; i++) {
      String older = text(random);
      String newer = text(random);

      List<DiffPart> parts = WordDiff.between(older, newer);

      assertThat(text(parts, DELETE)).isEqualTo(older);
      assertThat(text(parts, INSERT)).isEqualTo(newer);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neighbouringPartsAreOfDifferentKinds(long seed) {
    var random = new Random(seed);
    for (int pair = 0; pair < PAIRS; pair++) {
      List<DiffPart> parts = WordDiff.between(text(random), text(random));

      for (int i = 1; i < parts.size(); i++) {
        assertThat(parts.get(i).op()).isNotEqualTo(parts.get(i - 1).op());
      }
    }
  }

  @Test
  @Tag("slow")
  void megabytesAreComparedInLinearTime() {
    ProcessorTime.assertLinear(
        "two megabytes",
        50_000,
        n -> {
          String older = "Styret må gå nå ".repeat(n);
          String newer = "Leiinga bør gå ikkje ".repeat(n);
          assertThat(TestSections.change(older, newer).grade()).isEqualTo(ChangeClass.FACTS);
        });
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static String text(Random random) {
    return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
        .limit(random.nextInt(31))
        .collect(Collectors.joining());
  }

  private static String text(List<DiffPart> parts, DiffPart.Op own) {
    return parts.stream()
        .filter(part -> part.op() == EQUAL || part.op() == own)
        .map(DiffPart::text)
        .collect(Collectors.joining());
  }
}
