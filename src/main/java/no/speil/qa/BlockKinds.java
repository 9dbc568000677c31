package no.speil.qa;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.BlockKind;
import no.speil.corpus.VisibleText;

/**
 * Checks that the translation has as many blocks, items, rows and columns, of the same kinds in the
 * same order.
 */
final class BlockKinds implements QaRule {
  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    VisibleText original = checkedTexts.original().visible();
    VisibleText translation = checkedTexts.translation().visible();
    int items = original.items().size();
    if (items != translation.items().size()) {
      found.accept(QaCheck.ITEMS, numbers(items, translation.items().size()));
    } else if (!sorted(original).equals(sorted(translation))) {
      found.accept(QaCheck.KIND, List.of(sorted(original), sorted(translation)));
    } else if (original.kinds().size() != translation.kinds().size()) {
      found.accept(QaCheck.BLOCKS, numbers(original.kinds().size(), translation.kinds().size()));
    } else if (!original.kinds().equals(translation.kinds())) {
      int place = Arrays.mismatch(original.kinds().toArray(), translation.kinds().toArray());
      found.accept(
          QaCheck.KIND,
          List.of(
              kinds(original.kinds().stream().skip(place)),
              kinds(translation.kinds().stream().skip(place))));
    } else if (isTable(original) && !table(original).equals(table(translation))) {
      found.accept(
          QaCheck.TABLE,
          List.of(String.join(" × ", table(original)), String.join(" × ", table(translation))));
    }
  }

  /** The rows and columns of a table, if both texts are one and have as many; else empty. */
  static List<String> agreed(CheckedTexts checkedTexts) {
    VisibleText original = checkedTexts.original().visible();
    VisibleText translation = checkedTexts.translation().visible();
    return isTable(original) && isTable(translation) && table(original).equals(table(translation))
        ? List.of(table(original).getFirst(), headings(original))
        : List.of();
  }

  private static boolean isTable(VisibleText text) {
    return text.kinds().equals(List.of(BlockKind.TABLE));
  }

  /** The cells of the first row. */
  private static String headings(VisibleText table) {
    List<VisibleText.Piece> row =
        table.pieces().subList(0, table.pieces().indexOf(VisibleText.Break.BLOCK));
    return String.valueOf(Collections.frequency(row, VisibleText.Break.CELL) + 1);
  }

  /** Rows and columns. */
  private static List<String> table(VisibleText text) {
    int rows = Collections.frequency(text.pieces(), VisibleText.Break.BLOCK);
    int borders = Collections.frequency(text.pieces(), VisibleText.Break.CELL);
    return numbers(rows, rows == 0 ? 0 : borders / rows + 1);
  }

  /** The kinds that there are, in their own order. */
  private static String sorted(VisibleText text) {
    return kinds(text.kinds().stream().sorted());
  }

  /** The codes of kinds, each once. */
  private static String kinds(Stream<BlockKind> kinds) {
    return kinds.distinct().map(BlockKind::code).collect(Collectors.joining(","));
  }

  private static List<String> numbers(int one, int other) {
    return List.of(String.valueOf(one), String.valueOf(other));
  }
}
