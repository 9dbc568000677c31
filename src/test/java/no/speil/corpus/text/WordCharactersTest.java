package no.speil.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordCharactersTest {
  /** Every character once, with a letter before every third and a space before every fifth. */
  private static final String ALL =
      IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
          .mapToObj(c -> (c % 3 == 0 ? "a" : "") + (c % 5 == 0 ? " " : "") + Character.toString(c))
          .collect(Collectors.joining());

  @Test
  void wordsAreLettersWithTheirMarks() {
    assertThat(WordCharacters.LETTERS.words("2 år på O'Brien-øya, pa\u030a ny: \uD835\uDC00b"))
        .containsExactly("år", "på", "O", "Brien", "øya", "pa\u030a", "ny", "\uD835\uDC00b");
    assertThat(WordCharacters.LETTERS.words(" – ")).isEmpty();
  }

  @Test
  void numbersAreOfWordsWhereTheyAreWanted() {
    assertThat(WordCharacters.LETTERS_AND_NUMBERS.words("§ 2a, m², Ⅷ."))
        .containsExactly("2a", "m²", "Ⅷ");
  }

  @Test
  void wordsAreThoseOfTheRegularExpressions() {
    assertThat(WordCharacters.LETTERS.words(ALL)).isEqualTo(found("[\\p{L}\\p{M}]+"));
    assertThat(WordCharacters.LETTERS_AND_NUMBERS.words(ALL))
        .isEqualTo(found("[\\p{L}\\p{M}\\p{N}]+"));
  }

  private static List<String> found(String expression) {
    return Pattern.compile(expression).matcher(ALL).results().map(MatchResult::group).toList();
  }

  @Test
  void wordEndsWhereItBeginsIfThereIsNone() {
    assertThat(WordCharacters.LETTERS.end("ord. ", 0)).isEqualTo(3);
    assertThat(WordCharacters.LETTERS.end("ord. ", 3)).isEqualTo(3);
    assertThat(WordCharacters.LETTERS.start("ord. ", 3)).isEqualTo(5);
  }
}
