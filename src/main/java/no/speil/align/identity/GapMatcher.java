package no.speil.align.identity;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import no.speil.align.dp.SearchBand;
import no.speil.corpus.BlockFingerprint;

/**
 * Matches edited, split and merged blocks where they stand, between blocks that are matched: the
 * lost recorded blocks with the new blocks in one place, in order, so that the sum of the squared
 * similarities is the highest. Large gaps are searched only near the diagonal.
 */
final class GapMatcher {
  private static final int MOST_PARTS = 4;
  private static final int LARGEST = 250_000;
  private static final int LEAST_HALF_WIDTH = 8;

  private final BlockMatches matches;
  private final List<Integer> lost;
  private final int from;
  private final int size;
  private final SearchBand band;
  private final double[][] best;
  private final Step[][] cameBy;

  /**
   * @param lost recorded blocks
   * @param from the first new block
   * @param to after the last new block
   */
  private GapMatcher(BlockMatches matches, List<Integer> lost, int from, int to) {
    this.matches = matches;
    this.lost = lost;
    this.from = from;
    this.size = to - from;
    this.band = band(lost.size(), size);
    this.best = new double[lost.size() + 1][];
    this.cameBy = new Step[lost.size() + 1][];
  }

  /** Matches blocks in all places. */
  static void match(BlockMatches matches) {
    BitSet added = matches.added;
    for (int from = added.nextSetBit(0), to; from >= 0; from = added.nextSetBit(to)) {
      to = added.nextClearBit(from);
      List<Integer> lost = lostBetween(from, to, matches);
      if (!lost.isEmpty()) {
        new GapMatcher(matches, lost, from, to).match();
      }
    }
  }

  /** The lost blocks just after the left neighbour's recorded one and just before the right's. */
  private static List<Integer> lostBetween(int from, int to, BlockMatches matches) {
    BitSet lost = matches.lost;
    int left = from == 0 ? 0 : matches.recordedOf[from - 1] + 1;
    int right = matches.recordedFrom(to);
    return IntStream.concat(
            IntStream.range(left, lost.nextClearBit(left)),
            IntStream.range(lost.previousClearBit(right - 1) + 1, right))
        .distinct()
        .boxed()
        .toList();
  }

  private void match() {
    for (int i = 0; i <= lost.size(); i++) {
      best[i] = new double[band.width(i)];
      cameBy[i] = new Step[band.width(i)];
      for (int j = band.low(i); j <= band.high(i); j++) {
        fillCell(i, j);
      }
    }
    int i = lost.size();
    int j = size;
    while (i > 0 || j > 0) {
      Step step = cameBy[i][j - band.low(i)];
      i -= step.lost;
      j -= step.found;
      if (step.lost > 0 && step.found > 0) {
        matches.matchSplit(lost.get(i), from + j, step.found);
        for (int k = 1; k < step.lost; k++) {
          matches.matchMerged(lost.get(i + k), from + j);
        }
      }
    }
  }

  private void fillCell(int i, int j) {
    best[i][j - band.low(i)] = i + j == 0 ? 0 : Double.NEGATIVE_INFINITY;
    offer(i, j, 1, 0, 0);
    offer(i, j, 0, 1, 0);
    if (i == 0 || j == 0) {
      return;
    }
    boolean alone = lost.size() == 1 && size == 1;
    offer(i, j, 1, 1, BlockSimilarity.edited(recorded(i - 1), current(j - 1), alone));
    for (int parts = 2; parts <= Math.min(MOST_PARTS, j); parts++) {
      offer(i, j, 1, parts, split(i, j, parts));
    }
    for (int parts = 2; parts <= Math.min(MOST_PARTS, i); parts++) {
      offer(i, j, parts, 1, merged(i, j, parts));
    }
  }

  private BlockFingerprint recorded(int i) {
    return matches.recorded.get(lost.get(i));
  }

  private CurrentBlock current(int j) {
    return matches.current.get(from + j);
  }

  private double split(int i, int j, int parts) {
    return BlockSimilarity.split(
        recorded(i - 1), matches.current.subList(from + j - parts, from + j));
  }

  private double merged(int i, int j, int parts) {
    List<BlockFingerprint> merged =
        lost.subList(i - parts, i).stream().map(k -> matches.recorded.get(k)).toList();
    return BlockSimilarity.merged(merged, current(j - 1));
  }

  /** Enters a step to the cell if it is allowed and better than those offered before. */
  private void offer(int i, int j, int takenLost, int takenFound, double similarity) {
    boolean skip = takenLost == 0 || takenFound == 0;
    int fromI = i - takenLost;
    int fromJ = j - takenFound;
    if (!band.holds(fromI, fromJ) || (!skip && similarity == 0)) {
      return;
    }
    int at = j - band.low(i);
    double sum = best[fromI][fromJ - band.low(fromI)] + similarity * similarity;
    if (sum > best[i][at]) {
      best[i][at] = sum;
      cameBy[i][at] = new Step(takenLost, takenFound);
    }
  }

  private static SearchBand band(int rows, int columns) {
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
