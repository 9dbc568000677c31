package no.speil.tracking;

import static no.speil.tracking.ChangeClass.FACTS;
import static no.speil.tracking.ChangeClass.MARKUP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
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

  @Property
  void factPutInIsNeverLessThanFacts(
      @ForAll("sentences") List<String> words, @ForAll("places") int place) {
    for (String fact : FACT_WORDS) {
      assertThat(grade(text(words), text(with(words, place, fact)))).as(fact).isEqualTo(FACTS);
      assertThat(grade(text(with(words, place, fact)), text(words))).as(fact).isEqualTo(FACTS);
    }
  }

  @Property
  void factExchangedIsNeverLessThanFacts(
      @ForAll("sentences") List<String> words,
      @ForAll("places") int place,
      @ForAll("facts") String one,
      @ForAll("facts") String two) {
    if (!one.equals(two)) {
      ChangeClass grade = grade(text(with(words, place, one)), text(with(words, place, two)));
      boolean sameDate = one.contains("2015") && two.contains("2015");
      assertThat(grade).isIn(FACTS, sameDate ? ChangeClass.WORDING : FACTS);
    }
  }

  @Property
  void digitChangedInANumberIsFacts(
      @ForAll("sentences") List<String> words,
      @ForAll("places") int place,
      @ForAll("numbers") String number,
      @ForAll("places") int digit,
      @ForAll("digits") char other) {
    int at = digit % number.length();
    if (Character.isDigit(number.charAt(at)) && number.charAt(at) != other) {
      String changed = number.substring(0, at) + other + number.substring(at + 1);
      assertThat(grade(text(with(words, place, number)), text(with(words, place, changed))))
          .as(number + " and " + changed)
          .isEqualTo(FACTS);
    }
  }

  @Property
  void marksOfEmphasisAreNeverMoreThanMarkup(
      @ForAll("sentences") List<String> words,
      @ForAll("places") int place,
      @ForAll("marks") String mark) {
    int at = place % words.size();
    var marked = new java.util.ArrayList<>(words);
    marked.set(at, mark + words.get(at) + mark);

    assertThat(grade(text(words), text(marked))).isEqualTo(MARKUP);
    assertThat(grade(text(words), "## " + text(words) + " {#her}")).isEqualTo(MARKUP);
  }

  @Property
  void anyTextIsGradedAndTheSameTextIsMarkup(@ForAll String older, @ForAll String newer) {
    assertThat(grade(older, newer)).isNotNull();
    assertThat(grade(older, older)).isEqualTo(MARKUP);
  }

  @Test
  void hostileTextTakesNoTimeWorthNaming() {
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
      String text = piece.repeat(200_000 / piece.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> grade(text, text + "x"), piece);
    }
  }

  @Test
  void deepNestingIsRead() {
    String text = "[".repeat(50_000) + "a" + "](x)".repeat(50_000);

    assertThat(grade(text, text + "b")).isNotNull();
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.of(
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
            "kvinner")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 1000);
  }

  @Provide
  Arbitrary<String> facts() {
    return Arbitraries.of(FACT_WORDS);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.of(
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
  }

  @Provide
  Arbitrary<Character> digits() {
    return Arbitraries.chars().range('1', '9');
  }

  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.of("*", "**", "_", "__", "***", "`");
  }

  private static ChangeClass grade(String older, String newer) {
    return Change.between(older, newer).grade();
  }

  private static List<String> with(List<String> words, int place, String word) {
    var changed = new java.util.ArrayList<>(words);
    changed.add(1 + place % words.size(), word);
    return changed;
  }

  private static String text(List<String> words) {
    return "Det " + String.join(" ", words) + ".";
  }
}
