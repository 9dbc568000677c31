package no.speil.checking;

import java.util.List;

/** Lists should have as many items. */
final class Items implements Rule {
  @Override
  public List<Finding> find(Pair pair) {
    int there = pair.original().items();
    int here = pair.translation().items();
    return there == here
        ? List.of()
        : List.of(new Finding(Check.ITEMS, List.of(String.valueOf(there), String.valueOf(here))));
  }
}
