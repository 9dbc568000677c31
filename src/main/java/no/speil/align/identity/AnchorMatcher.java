package no.speil.align.identity;

import java.util.HashMap;
import java.util.Map;
import no.speil.align.dp.KindCompatibility;

/**
 * Matches blocks by the anchor that their writer gave them, however much of their text is new:
 * where one lost block had it and one new block has it.
 */
final class AnchorMatcher {
  private static final int SEVERAL = -1;

  private final BlockMatches matches;

  AnchorMatcher(BlockMatches matches) {
    this.matches = matches;
  }

  void match() {
    Map<String, Integer> before = new HashMap<>();
    for (int i = 0; i < matches.recorded().size(); i++) {
      before.merge(matches.recorded().get(i).anchor(), i, (a, b) -> SEVERAL);
    }
    before.remove("");
    if (before.isEmpty()) {
      return;
    }
    Map<String, Integer> now = new HashMap<>();
    for (int j = 0; j < matches.current().size(); j++) {
      now.merge(matches.current().get(j).anchor(), j, (a, b) -> SEVERAL);
    }
    before.forEach((anchor, i) -> match(i, now.getOrDefault(anchor, SEVERAL)));
  }

  private void match(int i, int j) {
    if (i != SEVERAL
        && j != SEVERAL
        && matches.isLost(i)
        && matches.isNew(j)
        && KindCompatibility.canBecome(
            matches.recorded().get(i).kind(), matches.current().get(j).block().kind())) {
      matches.match(i, j);
    }
  }
}
