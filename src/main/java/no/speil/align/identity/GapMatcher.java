package no.speil.align.identity;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import no.speil.align.dp.BestPath;
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
    for (BestPath.Step step : new BestPath(band, this::steps).steps()) {
      if (step.isLink()) {
        int found = from + step.translation().from();
        int first = step.original().from();
        matches.matchSplit(lost.get(first), found, step.translation().size());
        for (int other = first + 1; other < step.original().to(); other++) {
          matches.matchMerged(lost.get(other), found);
        }
      }
    }
  }

  private void steps(int i, int j, BestPath.StepSink sink) {
    skip(i - 1, j, sink);
    skip(i, j - 1, sink);
    if (i == 0 || j == 0) {
      return;
    }
    boolean alone = lost.size() == 1 && size == 1;
    match(i - 1, j - 1, BlockSimilarity.edited(recorded(i - 1), current(j - 1), alone), sink);
    for (int parts = 2; parts <= Math.min(MOST_PARTS, j); parts++) {
      match(i - 1, j - parts, split(i, j, parts), sink);
    }
    for (int parts = 2; parts <= Math.min(MOST_PARTS, i); parts++) {
      match(i - parts, j - 1, merged(i, j, parts), sink);
    }
  }

  private void match(int fromI, int fromJ, double similarity, BestPath.StepSink sink) {
    if (similarity > 0 && band.holds(fromI, fromJ)) {
      sink.step(fromI, fromJ, similarity * similarity);
    }
  }

  private void skip(int fromI, int fromJ, BestPath.StepSink sink) {
    if (band.holds(fromI, fromJ)) {
      sink.step(fromI, fromJ, 0);
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
}
