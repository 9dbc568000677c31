package no.speil.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import no.speil.web.edit.CellGrid.Place;
import org.junit.jupiter.api.Test;

class CellGridTest {
  private static final String ORIGINAL =
      """
      | **Tidsperiode** | Disk | Tapekopi 1 |
      |---|---|---|
      | 2007–2009 | SUN 6140 (1TB) | *som over* |
      | ÅR | `mets/@TYPE` | 2,5 |
      | <https://nb.no/å> | MÅ | IE |\
      """;

  private static CellGrid grid(String original, String text) {
    return CellGrid.of(original, text).orElseThrow();
  }

  private static List<String> written(CellGrid grid) {
    return grid.rows().stream()
        .flatMap(List::stream)
        .filter(place -> !place.isKept())
        .map(Place::text)
        .toList();
  }

  /** The Markdown with these texts in the cells that are written, as the page puts it together. */
  private static String with(CellGrid grid, String text) {
    return grid.rows().stream()
            .flatMap(List::stream)
            .filter(place -> !place.isKept())
            .map(place -> place.frame() + text)
            .collect(Collectors.joining())
        + grid.end();
  }

  @Test
  void cellsWithWordsAreEmptyAndAllOthersAreKept() {
    CellGrid grid = grid(ORIGINAL, "");
    assertThat(written(grid)).hasSize(7).containsOnly("");
    List<Place> places = grid.rows().stream().flatMap(List::stream).toList();
    assertThat(places).filteredOn(Place::isKept).hasSize(5);
    assertThat(places).filteredOn(place -> !place.isKept() && place.isHeading()).hasSize(3);
    assertThat(places).filteredOn(place -> !place.isKept() && !place.isHeading()).hasSize(4);
    assertThat(grid.rows().get(1))
        .extracting(Place::original)
        .containsExactly("2007–2009", "SUN 6140 (1TB)", "som over");
    assertThat(grid.rows().get(1))
        .extracting(Place::text)
        .containsExactly("2007–2009", "SUN 6140 (1TB)", "");
    assertThat(with(grid, "x"))
        .isEqualTo(
            """
            | x | x | x |
            |---|---|---|
            | 2007–2009 | SUN 6140 (1TB) | x |
            | x | `mets/@TYPE` | x |
            | <https://nb.no/å> | x | IE |\
            """);
  }

  @Test
  void aTranslationOfTheSameShapeIsInItsCellsWithItsOwnFrame() {
    String translation =
        ORIGINAL
            .replace("|---|---|---|", "|:--|---|--:|")
            .replace("2,5", "a \\| 2.5")
            .replace("IE", "Ireland");
    CellGrid grid = grid(ORIGINAL, translation);
    assertThat(written(grid))
        .containsExactly(
            "**Tidsperiode**",
            "Disk",
            "Tapekopi 1",
            "*som over*",
            "ÅR",
            "a | 2.5",
            "MÅ",
            "Ireland");
    assertThat(with(grid, "y")).startsWith("| y | y | y |\n|:--|---|--:|\n| 2007–2009 |");
  }

  @Test
  void aTranslationOfAnotherShapeIsNotWrittenByCell() {
    assertThat(grid(ORIGINAL, "Time period, disk").isWritable()).isFalse();
    assertThat(grid(ORIGINAL, "| Time |\n|---|\n| x |").isWritable()).isFalse();
    assertThat(grid(ORIGINAL, ORIGINAL + "\n| more |").isWritable()).isFalse();
  }

  @Test
  void anOriginalThatIsNoTableOrHasNoWordsHasNoCells() {
    assertThat(CellGrid.of("Ord", "")).isEmpty();
    assertThat(CellGrid.of("| 1 | 2 |\n|---|---|\n| 3 | `fire` |", "")).isEmpty();
    assertThat(CellGrid.of("| ord |\n|---|\n" + "| ord |\n".repeat(500), "")).isEmpty();
  }

  @Test
  void theCellsOfManyColumnsAndLongTextsStandBelowEachOther() {
    assertThat(grid(ORIGINAL, "").isStacked()).isFalse();
    assertThat(grid("| ord |\n|---|\n| " + "lange ord ".repeat(20) + "|", "").isStacked()).isTrue();
    assertThat(grid("|" + " ord |".repeat(6) + "\n|" + "---|".repeat(6), "").isStacked()).isTrue();
  }

  @Test
  void unevenRowsKeepTheirCells() {
    CellGrid grid = grid("| År | Navn |\n|---|---|\n| ett |\n| to | tre | fire |", "");
    assertThat(grid.rows()).extracting(List::size).containsExactly(2, 1, 3);
    assertThat(with(grid, "x")).isEqualTo("| x | x |\n|---|---|\n| x |\n| x | x | x |");
  }
}
