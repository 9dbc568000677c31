package no.speil.markdown.inline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.speil.markdown.inline.MarkdownTable.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTableTest {
  private static MarkdownTable table(String markdown) {
    return MarkdownTable.of(markdown).orElseThrow();
  }

  private static List<List<String>> texts(String markdown) {
    return table(markdown).rows().stream()
        .map(row -> row.stream().map(Cell::text).toList())
        .toList();
  }

  /** Its Markdown with that done to each cell. */
  private static String with(MarkdownTable table, UnaryOperator<String> change) {
    return table.rows().stream()
            .flatMap(List::stream)
            .map(cell -> cell.frame() + change.apply(cell.written()))
            .collect(Collectors.joining())
        + table.end();
  }

  @Test
  void aTableIsItsCellsAndTheFrameAroundThem() {
    String markdown =
        """
        | **Årstall**  | Bånd | [Kilde](https://nb.no/a_b) |
        |:-------------|-----:|----|
        | 2007–2009    |      | *som over*, se [^1] |
        | 2010         | Blå<br>bok | `æ` |\
        """;
    assertThat(texts(markdown))
        .containsExactly(
            List.of("**Årstall**", "Bånd", "[Kilde](https://nb.no/a_b)"),
            List.of("2007–2009", "", "*som over*, se [^1]"),
            List.of("2010", "Blå<br>bok", "`æ`"));
    assertThat(with(table(markdown), text -> text)).isEqualTo(markdown);
  }

  @Test
  void aBarIsWrittenBehindABackslashExceptInCode() {
    String markdown = "| a \\| b | `c|d` |\n|---|---|\n| \\\\\\| \\* | `` e`|`f `` \\| g\\ |";
    assertThat(texts(markdown))
        .containsExactly(List.of("a | b", "`c|d`"), List.of("\\\\| \\*", "`` e`|`f `` | g\\"));
    assertThat(with(table(markdown), text -> text)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| a | b |\n|---|---|\n| c | d |",
        "|a|b|\n|---|---|\n|c|d|",
        "a | b\n---|---\nc | d",
        "| a | b\n|---|---\n| c |",
        "| a | b |\n|---|---|\n| c | d | e |\n| f |",
        "  | a | b |\n  |---|---|\n  ||  |"
      })
  void whateverIsPutBetweenTheFramesIsACell(String markdown) {
    MarkdownTable table = table(markdown);
    for (String text : List.of("x", "", "\\|", "æ\\", "**y** z")) {
      MarkdownTable other = table(with(table, cell -> text));
      assertThat(other.isShapedAs(table)).as("«%s» in%n%s", text, markdown).isTrue();
      assertThat(other.rows().stream().flatMap(List::stream).map(Cell::written)).containsOnly(text);
    }
  }

  @Test
  void rowsMayBeUnevenAndThenAnEvenTableHasAnotherShape() {
    MarkdownTable uneven = table("| a | b |\n|---|---|\n| c |\n| d | e | f |");
    assertThat(uneven.rows()).extracting(List::size).containsExactly(2, 1, 3);
    assertThat(uneven.isShapedAs(table("| a | b |\n|---|---|\n| c | |\n| d | e |"))).isFalse();
    assertThat(uneven.isShapedAs(table("| x | |\n|---|---|\n| |\n|y|z|q|"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ord | ord",
        "| a |\n|---|\n\nOrd",
        "> | a |\n> |---|",
        "- | a |\n  |---|",
        "| a | b |\n|---|---|\n| c ||",
        "| a |\n|---|\n[Tabell 1]"
      })
  void whatIsNotATableAloneIsNone(String markdown) {
    assertThat(MarkdownTable.of(markdown)).isEmpty();
  }
}
