package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One kind of check. In doubt it finds nothing, since wrong warnings teach people to ignore all.
 */
interface QaRule {
  /** Names what may be wrong, with the words that it is about; without words nothing is. */
  void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found);

  default List<QaWarning> find(CheckedTexts checkedTexts) {
    var warnings = new ArrayList<QaWarning>();
    check(
        checkedTexts,
        (check, words) -> {
          if (!words.isEmpty()) {
            warnings.add(new QaWarning(check, words));
          }
        });
    return warnings;
  }
}
