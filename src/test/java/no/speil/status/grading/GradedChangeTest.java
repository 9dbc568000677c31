package no.speil.status.grading;

import static no.speil.status.grading.ChangeClass.FACTS;
import static no.speil.status.grading.ChangeClass.MARKUP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.speil.ProcessorTime;
import no.speil.record.TestSections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradedChangeTest {
  private static final List<String> FACT_WORDS =
      List.of(
          "ikke",
          "ikkje",
          "ingen",
          "inga",
          "inkje",
          "aldri",
          "uten",
          "utan",
          "verken",
          "korkje",
          "hverken",
          "neppe",
          "skal",
          "skulle",
          "må",
          "måtte",
          "kan",
          "kunne",
          "vil",
          "ville",
          "bør",
          "burde",
          "får",
          "plikt",
          "rett",
          "fem",
          "tolv",
          "tredje",
          "mandag",
          "august",
          "Kari",
          "FN",
          "1 000",
          "3,5",
          "24.08.2015",
          "2015-08-24",
          "24. august 2015",
          "§ 3",
          "50 %",
          "https://amnesty.no/v",
          "[her](side.md)",
          "ulovlig",
          "uenige",
          "misforstå");

  private static final List<String> NUMBERS =
      List.of(
          "5",
          "1 000",
          "10 000",
          "3,5",
          "24.08.2015",
          "2015-08-24",
          "24. august 2015",
          "§ 31",
          "50 %",
          "kr 500",
          "12:30",
          "2a");
  private static final List<String> WORDS =
      List.of(
          "styret",
          "gikk",
          "hjem",
          "og",
          "så",
          "på",
          "saken",
          "eit",
          "menneske",
          "blei",
          "glade",
          "i",
          "kvinner");
  private static final List<String> MARKS = List.of("*", "**", "_", "__", "***", "`");

  private static final String MARKDOWN = "*_`[]()<>!#&;|~-+.1 \n\t\\";

  /** Random cases of each seed. */
  private static final int TRIES = 50;

  static Stream<GradedCase> cases() throws IOException {
    return GradedCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writtenCaseIsGradedAsWritten(GradedCase written) {
    assertThat(grade(written.older(), written.newer())).isEqualTo(written.grade());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void factsAndMarkupAreTheSameBackwards(GradedCase written) {
    ChangeClass backwards = grade(written.newer(), written.older());

    assertThat(backwards).isEqualTo(written.grade());
  }

  @Test
  void unknownWordAtTheBeginningOfASentenceMayBeAName() {
    assertThat(grade("Fjell er høye.", "Vidder er høye.")).isEqualTo(FACTS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void insertedFactIsGradedAsFacts(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      List<String> words = sentence(random);
      int place = random.nextInt(1000);
      for (String fact : FACT_WORDS) {
        assertThat(grade(text(words), text(with(words, place, fact)))).as(fact).isEqualTo(FACTS);
        assertThat(grade(text(with(words, place, fact)), text(words))).as(fact).isEqualTo(FACTS);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void replacedFactIsGradedAsFacts(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      List<String> words = sentence(random);
      int place = random.nextInt(1000);
      String one = any(FACT_WORDS, random);
      String two = any(FACT_WORDS, random);
      if (!one.equals(two)) {
        ChangeClass grade = grade(text(with(words, place, one)), text(with(words, place, two)));
        boolean sameDate = one.contains("2015") && two.contains("2015");
        assertThat(grade).isIn(FACTS, sameDate ? ChangeClass.WORDING : FACTS);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void digitChangedInANumberIsFacts(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      List<String> words = sentence(random);
      int place = random.nextInt(1000);
      String number = any(NUMBERS, random);
      int at = random.nextInt(number.length());
      char other = (char) ('1' + random.nextInt(9));
      if (Character.isDigit(number.charAt(at)) && number.charAt(at) != other) {
        String changed = number.substring(0, at) + other + number.substring(at + 1);
        assertThat(grade(text(with(words, place, number)), text(with(words, place, changed))))
            .as(number + " and " + changed)
            .isEqualTo(FACTS);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void emphasisIsGradedAsMarkup(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      List<String> words = sentence(random);
      String mark = any(MARKS, random);
      int at = random.nextInt(words.size());
      var marked = new ArrayList<>(words);
      marked.set(at, mark + words.get(at) + mark);

      assertThat(grade(text(words), text(marked))).isEqualTo(MARKUP);
      assertThat(grade(text(words), "## " + text(words) + " {#her}")).isEqualTo(MARKUP);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTextIsGradedAndTheSameTextIsMarkup(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String older = anyText(random);

      assertThat(grade(older, anyText(random))).isNotNull();
      assertThat(grade(older, older)).isEqualTo(MARKUP);
    }
  }

  @Test
  @Tag("slow")
  void hostileTextIsGradedInLinearTime() {
    for (String piece :
        List.of(
            "[",
            "[a](",
            "*",
            "**a",
            "`",
            "`a``",
            "<a ",
            "<a href=\"",
            "~~",
            "{{",
            "![",
            "&#",
            "a@",
            "- ",
            "-",
            "> ",
            "<del>",
            "1.",
            "a'",
            "a.b@",
            "|-",
            "tjue",
            "1 000 ",
            "\\")) {
      String text = piece.repeat(100_000 / piece.length());
      ProcessorTime.assertLinear(
          piece,
          text.length(),
          n -> assertThat(grade(text.substring(0, n), text.substring(0, n) + "x")).isNotNull());
    }
  }

  @Test
  void deepNestingIsRead() {
    String text = "[".repeat(50_000) + "a" + "](x)".repeat(50_000);

    assertThat(grade(text, text + "b")).isNotNull();
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static List<String> sentence(Random random) {
    return Stream.generate(() -> any(WORDS, random)).limit(1 + random.nextInt(12)).toList();
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  /** Characters of all planes, many of them Markdown's. */
  private static String anyText(Random random) {
    var text = new StringBuilder();
    for (int left = random.nextInt(60); left > 0; left--) {
      text.appendCodePoint(
          switch (random.nextInt(4)) {
            case 0 -> MARKDOWN.charAt(random.nextInt(MARKDOWN.length()));
            case 1 -> random.nextInt(0x250);
            case 2 -> random.nextInt(0x10000);
            default -> random.nextInt(Character.MAX_CODE_POINT + 1);
          });
    }
    return text.toString();
  }

  private static ChangeClass grade(String older, String newer) {
    return TestSections.change(older, newer).grade();
  }

  private static List<String> with(List<String> words, int place, String word) {
    var changed = new ArrayList<>(words);
    changed.add(1 + place % words.size(), word);
    return changed;
  }

  private static String text(List<String> words) {
    return "Det " + String.join(" ", words) + ".";
  }
}
