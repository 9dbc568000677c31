package no.speil.align.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import no.speil.corpus.BlockFingerprint;

/** Recognises edited, split and merged blocks by where they stand: between recognised ones. */
final class ContextMatcher {
  private final List<BlockFingerprint> recorded;
  private final List<CurrentBlock> currentBlock;
  private final BlockMatches blockMatches;
  private final BlockSimilarity blockSimilarity;

  ContextMatcher(
      List<BlockFingerprint> recorded,
      List<CurrentBlock> currentBlock,
      BlockMatches blockMatches,
      BlockSimilarity blockSimilarity) {
    this.recorded = recorded;
    this.currentBlock = currentBlock;
    this.blockMatches = blockMatches;
    this.blockSimilarity = blockSimilarity;
  }

  void recognise() {
    for (int from = 0; from < currentBlock.size(); ) {
      if (blockMatches.isKnown(from)) {
        from++;
        continue;
      }
      int to = from + 1;
      while (to < currentBlock.size() && !blockMatches.isKnown(to)) {
        to++;
      }
      List<Integer> lost = lostBetween(from, to);
      if (!lost.isEmpty()) {
        new GapMatcher(recorded, lost, currentBlock, from, to, blockSimilarity)
            .recognise(blockMatches);
      }
      from = to;
    }
  }

  /** The recorded blocks without heirs just after the left neighbour's and before the right's. */
  private List<Integer> lostBetween(int from, int to) {
    var lost = new LinkedHashSet<Integer>();
    int i = from == 0 ? 0 : blockMatches.home(from - 1) + 1;
    while (i < recorded.size() && !blockMatches.hasHeir(i)) {
      lost.add(i++);
    }
    int end = to == currentBlock.size() ? recorded.size() : blockMatches.home(to);
    int start = end;
    while (start > 0 && !blockMatches.hasHeir(start - 1)) {
      start--;
    }
    for (int k = start; k < end; k++) {
      lost.add(k);
    }
    return new ArrayList<>(lost);
  }
}
