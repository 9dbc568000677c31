package no.speil.qa;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.BlockKind;
import no.speil.corpus.VisibleText;

/** Checks that the translation has as many blocks, items, rows and columns, of the same kinds. */
final class BlockKinds implements QaRule {
  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    VisibleText original = checkedTexts.original().visible();
    VisibleText translation = checkedTexts.translation().visible();
    int items = original.items().size();
    if (items != translation.items().size()) {
      return difference(QaCheck.ITEMS, items, translation.items().size());
    }
    if (original.kinds().equals(translation.kinds())) {
      boolean isTable = original.kinds().equals(List.of(BlockKind.TABLE));
      return !isTable || table(original).equals(table(translation))
          ? List.of()
          : difference(QaCheck.TABLE, table(original), table(translation));
    }
    return kinds(original).equals(kinds(translation))
        ? difference(QaCheck.BLOCKS, original.kinds().size(), translation.kinds().size())
        : difference(QaCheck.KIND, kinds(original), kinds(translation));
  }

  /** Rows and columns. */
  private static String table(VisibleText text) {
    int rows = Collections.frequency(text.pieces(), VisibleText.Break.BLOCK);
    int borders = Collections.frequency(text.pieces(), VisibleText.Break.CELL);
    return rows + " × " + (rows == 0 ? 0 : borders / rows + 1);
  }

  /** The codes of the kinds that there are, in their own order. */
  private static String kinds(VisibleText text) {
    return text.kinds().stream()
        .distinct()
        .sorted()
        .map(BlockKind::code)
        .collect(Collectors.joining(","));
  }

  private static List<QaWarning> difference(QaCheck check, Object original, Object translation) {
    return List.of(
        new QaWarning(check, List.of(String.valueOf(original), String.valueOf(translation))));
  }
}
