package no.speil.align.identity;

import java.util.ArrayList;
import java.util.List;
import no.speil.align.dp.SearchBand;
import no.speil.corpus.BlockFingerprint;

/**
 * Recorded blocks that are lost and found blocks that are new, in one place: pairs them in order so
 * that the squares of their likenesses add up to the most. In large gaps only near the diagonal.
 */
final class GapMatcher {
  private static final int MOST_PARTS = 4;
  private static final int LARGEST = 250_000;
  private static final int LEAST_HALF_WIDTH = 8;

  private final List<BlockFingerprint> recorded;
  private final List<Integer> lost;
  private final List<CurrentBlock> currentBlock;
  private final int from;
  private final int size;
  private final BlockSimilarity blockSimilarity;
  private final SearchBand searchBand;
  private final double[][] best;
  private final Step[][] cameBy;

  GapMatcher(
      List<BlockFingerprint> recorded,
      List<Integer> lost,
      List<CurrentBlock> currentBlock,
      int from,
      int to,
      BlockSimilarity blockSimilarity) {
    this.recorded = recorded;
    this.lost = lost;
    this.currentBlock = currentBlock;
    this.from = from;
    this.size = to - from;
    this.blockSimilarity = blockSimilarity;
    this.searchBand = corridor(lost.size(), size);
    this.best = new double[lost.size() + 1][];
    this.cameBy = new Step[lost.size() + 1][];
  }

  void recognise(BlockMatches blockMatches) {
    for (int i = 0; i <= lost.size(); i++) {
      best[i] = new double[searchBand.width(i)];
      cameBy[i] = new Step[searchBand.width(i)];
      for (int j = searchBand.low(i); j <= searchBand.high(i); j++) {
        enter(i, j);
      }
    }
    int i = lost.size();
    int j = size;
    while (i > 0 || j > 0) {
      Step step = cameBy[i][j - searchBand.low(i)];
      i -= step.lost;
      j -= step.found;
      note(step, i, j, blockMatches);
    }
  }

  private void note(Step step, int i, int j, BlockMatches blockMatches) {
    if (step.lost == 0 || step.found == 0) {
      return;
    }
    blockMatches.split(lost.get(i), from + j, step.found);
    for (int k = 1; k < step.lost; k++) {
      blockMatches.absorb(lost.get(i + k), from + j);
    }
  }

  private void enter(int i, int j) {
    if (i == 0 && j == 0) {
      cameBy[0][0] = new Step(0, 0);
      return;
    }
    best[i][j - searchBand.low(i)] = Double.NEGATIVE_INFINITY;
    offer(i, j, 1, 0, 0);
    offer(i, j, 0, 1, 0);
    if (i == 0 || j == 0) {
      return;
    }
    boolean alone = lost.size() == 1 && size == 1;
    BlockFingerprint one = recorded.get(lost.get(i - 1));
    offer(i, j, 1, 1, blockSimilarity.edited(one, currentBlock.get(from + j - 1), alone));
    for (int parts = 2; parts <= Math.min(MOST_PARTS, j); parts++) {
      offer(i, j, 1, parts, split(i, j, parts));
    }
    for (int parts = 2; parts <= Math.min(MOST_PARTS, i); parts++) {
      offer(i, j, parts, 1, merged(i, j, parts));
    }
  }

  private double split(int i, int j, int parts) {
    return blockSimilarity.split(
        recorded.get(lost.get(i - 1)), currentBlock.subList(from + j - parts, from + j));
  }

  private double merged(int i, int j, int parts) {
    var prints = new ArrayList<BlockFingerprint>();
    for (int k = i - parts; k < i; k++) {
      prints.add(recorded.get(lost.get(k)));
    }
    return blockSimilarity.merged(prints, currentBlock.get(from + j - 1));
  }

  private void offer(int i, int j, int takenLost, int takenFound, double like) {
    boolean skip = takenLost == 0 || takenFound == 0;
    int fromI = i - takenLost;
    int fromJ = j - takenFound;
    if (!searchBand.holds(fromI, fromJ) || (!skip && like == 0)) {
      return;
    }
    int at = j - searchBand.low(i);
    double sum = best[fromI][fromJ - searchBand.low(fromI)] + like * like;
    if (sum > best[i][at]) {
      best[i][at] = sum;
      cameBy[i][at] = new Step(takenLost, takenFound);
    }
  }

  private static SearchBand corridor(int rows, int columns) {
    if ((long) rows * columns <= LARGEST) {
      return SearchBand.whole(rows, columns);
    }
    int[] diagonal = new int[rows + 1];
    for (int i = 0; i <= rows; i++) {
      diagonal[i] = (int) ((long) i * columns / rows);
    }
    int halfWidth = Math.max(LEAST_HALF_WIDTH, LARGEST / (2 * rows));
    return SearchBand.around(diagonal, diagonal, columns, halfWidth);
  }

  private record Step(int lost, int found) {}
}
