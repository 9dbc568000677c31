package no.speil.align.identity;

import java.util.Map;
import no.speil.align.dp.KindCompatibility;
import no.speil.corpus.BlockFingerprint;

/**
 * Matches blocks by the anchor that their writer gave them, however much of their text is new:
 * where one lost block had it and one new block has it.
 */
final class AnchorMatcher {
  private final BlockMatches matches;

  AnchorMatcher(BlockMatches matches) {
    this.matches = matches;
  }

  void match() {
    Map<String, Integer> before = BlockMatches.unique(matches.recorded(), BlockFingerprint::anchor);
    before.remove("");
    if (!before.isEmpty()) {
      Map<String, Integer> now = BlockMatches.unique(matches.current(), CurrentBlock::anchor);
      now.keySet().retainAll(before.keySet());
      now.forEach((anchor, j) -> match(before.getOrDefault(anchor, 0), j));
    }
  }

  private void match(int i, int j) {
    if (matches.isLost(i)
        && matches.isNew(j)
        && KindCompatibility.canBecome(
            matches.recorded().get(i).kind(), matches.current().get(j).block().kind())) {
      matches.match(i, j);
    }
  }
}
