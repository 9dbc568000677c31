package no.speil.align.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.align.dp.KindCompatibility;
import no.speil.corpus.BlockFingerprint;

/**
 * Recognises blocks by the anchor that their writer gave them, however much of their text is new:
 * where one lost block had it and one new block has it.
 */
final class AnchorMatcher {
  private static final int SEVERAL = -1;

  private final List<BlockFingerprint> recorded;
  private final List<CurrentBlock> currentBlock;
  private final BlockMatches blockMatches;

  AnchorMatcher(
      List<BlockFingerprint> recorded, List<CurrentBlock> currentBlock, BlockMatches blockMatches) {
    this.recorded = recorded;
    this.currentBlock = currentBlock;
    this.blockMatches = blockMatches;
  }

  void recognise() {
    Map<String, Integer> before = new HashMap<>();
    for (int i = 0; i < recorded.size(); i++) {
      before.merge(recorded.get(i).anchor(), i, (a, b) -> SEVERAL);
    }
    before.remove("");
    if (before.isEmpty()) {
      return;
    }
    Map<String, Integer> now = new HashMap<>();
    for (int j = 0; j < currentBlock.size(); j++) {
      now.merge(currentBlock.get(j).anchor(), j, (a, b) -> SEVERAL);
    }
    before.forEach((anchor, i) -> match(i, now.getOrDefault(anchor, SEVERAL)));
  }

  private void match(int i, int j) {
    if (i != SEVERAL
        && j != SEVERAL
        && !blockMatches.hasHeir(i)
        && !blockMatches.isKnown(j)
        && KindCompatibility.canBecome(
            recorded.get(i).kind(), currentBlock.get(j).block().kind())) {
      blockMatches.match(i, j);
    }
  }
}
