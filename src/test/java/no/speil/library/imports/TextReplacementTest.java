package no.speil.library.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReplacementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "The board met. Board members | The committee met. Committee members",
        "boardroom, overboard, BOARD | boardroom, overboard, BOARD",
        "the board's x-board | the committee's x-committee",
        "A [board](https://b.example/board 'the board') | A [committee](https://b.example/board 'the board')",
        "The **board**, `board` and *other* | The **committee**, `board` and *other*",
        "![board](board.png) {{< board >}} board | ![committee](board.png) {{< board >}} committee"
      })
  void wholeWordsAreReplacedInRunningWordsAndACapitalIsKept(String before, String after) {
    assertThat(TextReplacement.of(" board ", "committee").in(before)).isEqualTo(after);
  }

  @Test
  void wordsWithACapitalAreFoundWithItOnly() {
    assertThat(TextReplacement.of("Board", "Council").in("The board, the Board"))
        .isEqualTo("The board, the Council");
  }

  @Test
  void aLineBreakBetweenTheWordsIsNoHindrance() {
    assertThat(TextReplacement.of("human  trafficking", "trafficking").in("of human\ntrafficking"))
        .isEqualTo("of trafficking");
    assertThat(TextReplacement.of("den åre", "øl").in("Den åre, den Åre")).isEqualTo("Øl, den Åre");
  }

  @Test
  void nothingBecomesMarkup() {
    assertThat(TextReplacement.of("board", "**x**").in("the board")).isEqualTo("the board");
    assertThat(TextReplacement.of("a", "# a").in("a b")).isEqualTo("a b");
  }

  @Test
  void whatIsNoRunningTextStaysAlsoAtTheEnds() {
    String code = "```\nboard\n```\n\n[a]: http://x.example/board\n\nThe %s.\n\n    board\n";
    assertThat(TextReplacement.of("board", "committee").in(code.formatted("board")))
        .isEqualTo(code.formatted("committee"));
    String only = "```\nboard\n```";
    assertThat(TextReplacement.of("board", "committee").in(only)).isEqualTo(only);
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aLongTextIsNotReadAnewForEachPlace() {
    String text =
        "The board met, and the `board` was shown. ".repeat(20) + "A board. ".repeat(20_000);
    assertThat(TextReplacement.of("board", "committee").in(text))
        .isEqualTo(text.replace("board", "committee").replace("`committee`", "`board`"));
  }

  @Test
  void signsAreLookedForWithWordsOnly() {
    assertThat(TextReplacement.of(" - ", "").isSearchable()).isFalse();
    assertThat(TextReplacement.of("$1 (net)", "$2").in("costs $1 (net)")).isEqualTo("costs $2");
  }
}
