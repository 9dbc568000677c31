package no.speil.qa;

import java.util.List;

/** Lists should have as many items. */
final class ListItems implements QaRule {
  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    int there = checkedTexts.original().items().size();
    int here = checkedTexts.translation().items().size();
    return there == here
        ? List.of()
        : List.of(
            new QaWarning(QaCheck.ITEMS, List.of(String.valueOf(there), String.valueOf(here))));
  }
}
